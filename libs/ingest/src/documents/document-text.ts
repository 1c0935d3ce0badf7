import { DomainError, storable } from '#domain';
import { readArticle } from '../pages/article.js';
import { htmlToText } from '../parse/html-text.js';
import { ParserError, type ParserThread } from '../parse/parser-thread.js';

/** A document's body: plain text or HTML, one of the two. */
export interface GivenText {
  text?: string | null;
  html?: string | null;
}

/** UTF-16 units; a request's 2 MiB bound it anyway. */
const LONGEST = 2_000_000;

/**
 * The text that is read of a document: `text` as given, with U+FFFD for what is no character; of HTML the text without markup, of a whole
 * page that of its article. Throws DomainError `invalid`.
 */
export async function documentText({ text, html }: GivenText, parsers: ParserThread): Promise<string> {
  if (isGiven(text) && isGiven(html))
    throw new DomainError('invalid', 'Give either text or html, not both.', '/html');
  if (isGiven(html)) return bounded(await textOfHtml(bounded(html, '/html'), parsers), '/html');
  return bounded(text ?? '', '/text');
}

function isGiven(value: string | null | undefined): value is string {
  return value !== undefined && value !== null;
}

function bounded(text: string, pointer: string): string {
  if (text.length > LONGEST)
    throw new DomainError('invalid', `A document may have at most ${LONGEST} characters.`, pointer);
  if (text.trim() === '') throw new DomainError('invalid', 'The document holds no text.', pointer);
  return storable(text);
}

async function textOfHtml(html: string, parsers: ParserThread): Promise<string> {
  if (!/<(html|body|article)[\s>]/i.test(html)) return htmlToText(html);
  try {
    return (await readArticle(html, parsers)).text;
  } catch (error) {
    if (error instanceof ParserError) return htmlToText(html);
    throw error;
  }
}
