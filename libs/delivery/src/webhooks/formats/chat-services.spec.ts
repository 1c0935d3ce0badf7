import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GuardedHttp } from '#platform';
import type { WebhookFormat } from '#domain';
import type { PublicEvent } from '#projections';
import { SystemClock } from '../../clock.js';
import { eventAt } from '../../public-event.fixture.js';
import { exchange } from '../drain/exchange.js';
import { Receiver } from '../receiver.fixture.js';
import { CHAT_SECRET, CHAT_SERVICES, TOO_MUCH, type ChatAnswer } from './chat-services.fixture.js';
import { FORMATS } from './formats.js';

const NAMES = Object.keys(CHAT_SERVICES) as WebhookFormat[];
const outbound = new GuardedHttp({ allow: ['127.0.0.0/8'] });
let receiver: Receiver;
const answers: ChatAnswer[] = [];

beforeAll(async () => {
  receiver = await Receiver.start();
});
afterAll(async () => {
  await receiver.stop();
  await outbound.close();
});

function serve(name: string, tooMuch = false): void {
  answers.length = 0;
  receiver.answer = (response, request) => {
    const json = JSON.parse(request.body) as never;
    const answer = tooMuch ? TOO_MUCH[name]! : CHAT_SERVICES[name]!(request, json);
    answers.push(answer);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
}

function send(name: WebhookFormat, events: readonly PublicEvent[], chatSecret = CHAT_SECRET) {
  const url = `${receiver.url}/hook?key=k`;
  const secrets = { url, headers: {}, chatSecret, signing: [] };
  const about = { endpoint: { webhookId: 'w' }, logId: 'l', attempt: 1, replay: null };
  const ports = { outbound, clock: new SystemClock() };
  return exchange(ports, { ...about, secrets, format: FORMATS[name], events });
}

/** A title that wants to be more than words, in every service's way. */
const NASTY =
  '<!channel> <@U1> @everyone <at user_id="all">所有人</at> <@all> `code` **bold** [click](https://evil.example) # head\n> quote \u202E \\ <font color="warning">x</font>';
const nasty = eventAt(1, {}, { title: { en: NASTY } });
const huge = Array.from({ length: 60 }, (_, n) =>
  eventAt(
    n + 1,
    {},
    {
      title: { en: `${n}: ${'🎉**乌镇峰会**<b>&'.repeat(60)}`, zh: `第${n}场${'世界互联网大会'.repeat(60)}` },
      place: { name: 'Wuzhen 乌镇 '.repeat(60), country: 'CN' },
      coverage: [{ url: `https://news.example/${n}?q=${'(乌)'.repeat(n)}`, lang: 'zh' }],
    },
  ),
);

describe.each(NAMES)('%s, as it is documented', (name) => {
  it('takes an announcement whose title wants to be markup, and shows words', async () => {
    serve(name);
    expect((await send(name, [nasty])).verdict).toMatchObject({ ok: true });
    const [{ shown, live }] = answers as [ChatAnswer];
    expect(live).toEqual([]);
    expect(shown).toHaveLength(1);
    const words = shown[0]!.normalize('NFKC'); // wide forms are the same signs to people
    for (const part of [
      '@everyone',
      '所有人',
      '`code` **bold** [click](https://evil.example) # head > quote',
    ])
      expect(words).toContain(part);
    expect(words).not.toMatch(/[\u202E\n]/);
  });

  it('takes a burst in a few messages, each within its limits, none left out', async () => {
    serve(name);
    let sent = 0;
    while (sent < huge.length) {
      const { verdict, included } = await send(name, huge.slice(sent, sent + FORMATS[name].gathers));
      expect(verdict).toMatchObject({ ok: true });
      sent += included;
    }
    const shown = answers.flatMap((answer) => answer.shown);
    expect(shown.map((title) => Number.parseInt(title, 10))).toEqual(huge.map((_, n) => n));
    expect(shown.join('')).not.toMatch(/\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(answers.length).toBeLessThanOrEqual(name === 'wecom' ? 60 : 10);
  });

  it('says that it is sent too much, and is left in peace for a while', async () => {
    serve(name, true);
    const { verdict } = await send(name, [nasty]);
    expect(verdict).toMatchObject({ ok: false, disable: null });
    expect(verdict.ok ? 0 : verdict.retryAfterMs).toBeGreaterThanOrEqual(30_000);
  });
});

it.each<[WebhookFormat, string]>([
  ['feishu', '19021'],
  ['dingtalk', '310000'],
])('%s refuses another secret, with HTTP 200', async (name, code) => {
  serve(name);
  const { verdict, status } = await send(name, [nasty], 'SECother');
  expect(status).toBe(200);
  expect(verdict).toMatchObject({ ok: false, error: expect.stringContaining(code) });
});
