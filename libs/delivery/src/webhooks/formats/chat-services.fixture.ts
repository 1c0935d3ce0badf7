import { createHmac } from 'node:crypto';
import type { Received } from '../receiver.fixture.js';

export const CHAT_SECRET = 'SECabc';
/** Signs that Markdown acts on. */
const MARKUP = /[*_`[\]<>#@~|]/;
const HOUR_MS = 3_600_000;

/** What a chat service answers to a request, and what its people would see of it. */
export interface ChatAnswer {
  status: number;
  body: string;
  headers?: Record<string, string>;
  /** Titles it shows; none where it refused. */
  shown: string[];
  /** Mentions and markup in the words of an announcement that it would have carried out. */
  live: string[];
}

type Json = Record<string, never>;
type Service = (request: Received, json: Json) => ChatAnswer;

const taken = (status: number, body: string, shown: string[], live: string[] = []): ChatAnswer => ({
  ...{ status, body, shown, live },
});
const refused = (status: number, body: string | object, headers = {}): ChatAnswer => ({
  ...{ status, headers, shown: [], live: [] },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** Chat services as they are documented: what they take, what they refuse and with which words. */
export const CHAT_SERVICES: Record<string, Service> = {
  slack: (_request, json) => {
    const { text = '', blocks = [] } = json as unknown as { text?: string; blocks?: SlackBlock[] };
    if (text === '' && blocks.length === 0) return refused(400, 'no_text');
    if (blocks.length > 50 || text.length > 40_000 || !blocks.every(isRichText))
      return refused(400, 'invalid_blocks');
    const parts = blocks.flatMap(({ elements }) => elements.flatMap((section) => section.elements));
    const calls = [...text.matchAll(/<[!@][^>]*>/g)].map(([call]) => call);
    const titles = parts.filter(({ style }) => style?.bold).map((part) => part.text ?? '');
    return taken(200, 'ok', titles, calls);
  },
  discord: (_request, json) => {
    const { embeds = [], content = '', allowed_mentions: allowed } = json as unknown as Discord;
    const lengths = embeds.map(({ title = '', description = '' }) => [title.length, description.length]);
    const total = lengths.flat().reduce((sum, length) => sum + length, 0);
    const tooLong = lengths.some(([title, description]) => title! > 256 || description! > 4096);
    if (embeds.length > 10 || total > 6000 || tooLong || (embeds.length === 0 && content === ''))
      return refused(400, { message: 'Invalid Form Body', code: 50035 });
    const calls = allowed?.parse.length === 0 ? [] : [...content.matchAll(/@everyone|@here/g)].map(String);
    const words = embeds.flatMap(({ title = '', description = '' }) => [title, description]);
    calls.push(...words.map((text) => text.replaceAll(/\\./g, '')).filter((text) => MARKUP.test(text)));
    return taken(
      204,
      '',
      embeds.map(({ title }) => title!.replaceAll(/\\(.)/g, '$1')),
      calls,
    );
  },
  teams: ({ body }, json) => {
    if (Buffer.byteLength(body) > 28 * 1024) return refused(413, 'Payload too large');
    const { type, attachments = [] } = json as unknown as Teams;
    const card = attachments[0];
    if (type !== 'message' || card?.contentType !== 'application/vnd.microsoft.card.adaptive')
      return refused(400, { error: { code: 'WorkflowTriggerIsNotEnabled' } });
    const runs = card.content.body.flatMap(({ inlines }) => inlines);
    return taken(
      202,
      '',
      runs.filter(({ weight }) => weight === 'Bolder').map(({ text }) => text),
    );
  },
  feishu: ({ body }, json) => {
    const { timestamp = '0', sign, msg_type: type, content } = json as unknown as Feishu;
    const due = createHmac('sha256', `${timestamp}\n${CHAT_SECRET}`).digest('base64');
    if (sign !== due || Math.abs(Date.now() - Number(timestamp) * 1000) > HOUR_MS)
      return refused(200, { code: 19021, msg: 'sign match fail or timestamp is not within one hour' });
    if (Buffer.byteLength(body) > 20 * 1024 || type !== 'post')
      return refused(200, { code: 9499, msg: 'Bad Request' });
    const lines = content.post.zh_cn.content;
    const heads = lines.filter((_line, n) => n % 2 === 0).map(([head]) => head!.text);
    const calls = lines
      .flat()
      .filter(({ tag }) => tag === 'at')
      .map(({ text }) => text);
    return taken(200, '{"code":0,"msg":"success","data":{}}', heads, calls);
  },
  dingtalk: ({ path }, json) => {
    const query = new URL(path, 'http://x').searchParams;
    const timestamp = query.get('timestamp') ?? '0';
    const due = createHmac('sha256', CHAT_SECRET).update(`${timestamp}\n${CHAT_SECRET}`).digest('base64');
    if (query.get('sign') !== due || Math.abs(Date.now() - Number(timestamp)) > HOUR_MS)
      return refused(200, { errcode: 310000, errmsg: 'sign not match' });
    const { msgtype, markdown, at } = json as unknown as Markdown;
    if (msgtype !== 'markdown' || !markdown.title || Buffer.byteLength(markdown.text!) > 20_000)
      return refused(200, { errcode: 40035, errmsg: 'invalid parameter' });
    const [shown, all] = [bold(markdown.text!), at?.isAtAll ? ['@all'] : []];
    const live = [...all, ...shown.filter((text) => MARKUP.test(text))];
    return taken(200, '{"errcode":0,"errmsg":"ok"}', shown, live);
  },
  wecom: (_request, json) => {
    const { msgtype, markdown } = json as unknown as Markdown;
    if (msgtype !== 'markdown' || Buffer.byteLength(markdown.content!) > 4096)
      return refused(200, { errcode: 40058, errmsg: 'markdown.content exceed max length 4096' });
    const calls = [...markdown.content!.matchAll(/<@[^>]*>/g)].map(([call]) => call);
    const shown = bold(markdown.content!);
    const live = [...calls, ...shown.filter((text) => MARKUP.test(text))];
    return taken(200, '{"errcode":0,"errmsg":"ok"}', shown, live);
  },
};

/** How each says that it is sent too much. */
export const TOO_MUCH: Record<string, ChatAnswer> = {
  slack: refused(429, 'rate_limited', { 'retry-after': '30' }),
  discord: refused(429, { message: 'You are being rate limited.', retry_after: 30 }, { 'retry-after': '30' }),
  teams: refused(429, { error: { code: 'TooManyRequests' } }, { 'retry-after': '30' }),
  feishu: refused(200, { code: 11232, msg: 'frequency limited psm[lark.oapi.app_platform_runtime]' }),
  dingtalk: refused(200, { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }),
  wecom: refused(200, { errcode: 45009, errmsg: 'api freq out of limit' }),
};

/** What stands in bold at the head of a paragraph, links told by their words. */
function bold(markdown: string): string[] {
  return [...markdown.matchAll(/^\*\*(.*)\*\*$/gm)].map(([, text]) =>
    text!.replace(/^\[(.*)\]\(\S+\)$/, '$1'),
  );
}

function isRichText({ type, elements }: SlackBlock): boolean {
  const sections = elements?.every((section) => section.type === 'rich_text_section') ?? false;
  const parts = elements?.flatMap((section) => section.elements) ?? [];
  const known = parts.every(
    (part) => part.type === 'text' || (part.type === 'link' && part.url !== undefined),
  );
  return type === 'rich_text' && sections && known && parts.every(({ text }) => text !== '');
}

interface SlackBlock {
  type: string;
  elements: {
    type: string;
    elements: { type: string; url?: string; text?: string; style?: { bold?: boolean } }[];
  }[];
}
interface Discord {
  content?: string;
  embeds?: { title?: string; description?: string }[];
  allowed_mentions?: { parse: string[] };
}
interface Teams {
  type: string;
  attachments?: {
    contentType: string;
    content: { body: { inlines: { text: string; weight?: string }[] }[] };
  }[];
}
interface Feishu {
  timestamp?: string;
  sign?: string;
  msg_type: string;
  content: { post: { zh_cn: { content: { tag: string; text: string }[][] } } };
}
interface Markdown {
  msgtype: string;
  markdown: { title?: string; text?: string; content?: string };
  at?: { isAtAll: boolean };
}
