import type { Span, View } from './view.js';

export type LineRole = 'heading' | 'body' | 'noise';

/** A line of a text that is not blank, trimmed. */
export interface Line extends Span {
  text: string;
  role: LineRole;
}

const NOISE = [
  /^\W*(?:share|comment|related|read more|see also|external links|open main menu|columnists|home|top news|print|more stories)\b.{0,80}$/i,
  /^\W*(?:updated|published|source|editor|contact|tel|copyright|\(?web editor|location\(s\)|website|simplified chinese|traditional chinese)\b.{0,120}$/i,
  /^\^/,
  /^\d{1,3}\. \^/,
  /^\[?photo\b/i,
  /\[photo[^\]]{0,60}\]$/i,
  /^(?:责任编辑|编辑|来源|作者|记者|分享|上一篇|下一篇|原标题|相关阅读|图片来源|版权所有|京公网|扫码|打印|返回)[:：\s)】].{0,60}$/,
  /(?:公网安备|ICP备)/,
];

const isNoise = (text: string): boolean => text.length < 160 && NOISE.some((pattern) => pattern.test(text));
const HAS_HAN = /[\u4e00-\u9fff]/;
const CLOSED = /[.!?。！？；;:：,，、…]["')\]]*$/;

function couldHead(text: string): boolean {
  if (/^[-•*·\d]+[.)]? /.test(text) && !/^\d{4} |^\d+(?:st|nd|rd|th) /.test(text)) return false;
  if (HAS_HAN.test(text)) return text.length >= 6 && text.length <= 70 && !CLOSED.test(text);
  const words = text.split(' ').length;
  return (
    words >= 2 && words <= 28 && text.length <= 190 && (!CLOSED.test(text) || /^[^.]{8,90}\?$/.test(text))
  );
}

const isProse = (text: string | undefined, heading: string): boolean =>
  text !== undefined && CLOSED.test(text) && text.length > Math.min(60, heading.length);

function role(lines: { text: string }[], at: number): LineRole {
  const text = lines[at]?.text ?? '';
  if (isNoise(text)) return 'noise';
  return couldHead(text) && isProse(lines[at + 1]?.text, text) ? 'heading' : 'body';
}

/** The lines of a view with what they are for: a heading stands over prose, noise is furniture of the page. */
export function linesOf(view: View): Line[] {
  const found: { start: number; end: number; text: string }[] = [];
  let at = 0;
  for (const raw of view.text.split('\n')) {
    const text = raw.trim();
    const start = at + (raw.length - raw.trimStart().length);
    if (text !== '') found.push({ start, end: start + text.length, text });
    at += raw.length + 1;
  }
  const read = found.filter((line) => !isNoise(line.text));
  const roles = new Map(read.map((line, index) => [line, role(read, index)]));
  return found.map((line) => ({ ...line, role: roles.get(line) ?? 'noise' }));
}
