import type { DocumentInput } from '#client';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';

const FETCH_MS = 30_000;

/** What the command line says of a document. */
export interface About {
  published?: string;
  title?: string;
  sourceUrl?: string;
  lang?: 'en' | 'zh';
}

/** The document in a file, at a web address, or on standard input (`-`), with what was said of it. */
export async function loadDocument(
  file: string,
  { published, title, sourceUrl, lang }: About,
): Promise<DocumentInput> {
  const content = await contentOf(file);
  const url = sourceUrl ?? (isUrl(file) ? file : undefined);
  return {
    ...(isHtml(content) ? { html: content } : { text: content }),
    ...(url ? { url } : {}),
    ...(title ? { title } : {}),
    ...(published ? { publishedAt: published } : {}),
    ...(lang ? { lang } : {}),
  };
}

async function contentOf(file: string): Promise<string> {
  if (file === '-') return readAll(process.stdin);
  return isUrl(file) ? fetched(file) : readFile(file, 'utf8');
}

async function fetched(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) }).catch((error: Error) => {
    const cause = (error.cause as Error | undefined)?.message || error.message;
    throw new Error(`${url} cannot be fetched: ${cause}`, { cause: error });
  });
  if (!response.ok) throw new Error(`${url} answered HTTP ${response.status}.`);
  return response.text();
}

const isUrl = (file: string) => /^https?:\/\//i.test(file);
const isHtml = (content: string) =>
  /^\s*(<!--[\s\S]*?-->\s*)?<(!doctype|html|head|body|article)\b/i.test(content);
