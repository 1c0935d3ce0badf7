import type { LabelledText } from './labelled-text.js';

/** A piece of evidence as the tracker answers it. */
export interface Span {
  field: string;
  in?: 'text' | 'title';
  start: number;
  end: number;
  text: string;
}

/** An announcement as the tracker reads it. */
export interface Reading {
  kind: string;
  title: Partial<Record<'en' | 'zh', string>>;
  happens: { start: string | null; end: string | null; precision: string } | null;
  place: { name: string } | null;
  theme: string | null;
  confidence: number;
  evidence: Span[];
}

/** What a tracker reads in one text. */
export interface ReadText {
  given: LabelledText;
  relevant: boolean;
  announcements: Reading[];
}

/** Posts each text to `POST /v1/extractions`, one after the other. Throws when the tracker refuses one. */
export async function readTexts(url: string, texts: readonly LabelledText[]): Promise<ReadText[]> {
  const read: ReadText[] = [];
  for (const given of texts) {
    const { text, title, url: address, publishedAt } = given;
    const body = { text, ...optional({ title, url: address, publishedAt }) };
    const answer = await fetch(new URL('/v1/extractions', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`Text ${given.id} was answered ${answer.status}: ${await answer.text()}`);
    const { relevant, announcements } = (await answer.json()) as Omit<ReadText, 'given'>;
    read.push({ given, relevant, announcements });
  }
  return read;
}

function optional(fields: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => !!field[1]));
}
