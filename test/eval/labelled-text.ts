import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One announcement as a person labelled it. */
export interface Label {
  kind: string;
  /** Other kinds that are fair, too. */
  acceptKinds?: string[];
  title: string;
  eventStart: string | null;
  eventEnd: string | null;
  /** Where only the year is known. */
  year?: number;
  place: string | null;
  /** The words that prove it. */
  evidence: string;
  doubt?: string;
}

/** A labelled text as it is posted to a tracker. */
export interface LabelledText {
  id: string;
  relevant: boolean;
  title: string | null;
  text: string;
  url: string | null;
  publishedAt: string | null;
  labels: Label[];
}

interface Line {
  id: string;
  relevant: boolean;
  url?: string;
  published?: string;
  publishedAt?: string | null;
  announcements: Label[];
}

/** The folder that `WIC_CORPUS` names, or null where it names none that holds labels. */
export function corpusFolder(): string | null {
  const folder = process.env['WIC_CORPUS'] ?? '';
  return folder !== '' && existsSync(join(folder, 'gold.jsonl')) ? folder : null;
}

/** The labelled texts of a folder: `docs/<id>.txt`, a header with the title, an empty line, the text. */
export function loadTexts(folder: string): LabelledText[] {
  return linesOf(join(folder, 'gold.jsonl')).map((line) => {
    const raw = readFileSync(join(folder, 'docs', `${line.id}.txt`), 'utf8');
    const cut = raw.indexOf('\n\n');
    const title = /^TITLE: (.*)$/m.exec(raw.slice(0, cut))?.[1] ?? null;
    return textOf(line, title, raw.slice(cut + 2));
  });
}

/** The documents the project was made from, in `../seeds`, where they are there; they have no header. */
export function loadSeeds(folder: string): LabelledText[] {
  const file = join(folder, 'gold-seeds.jsonl');
  if (!existsSync(file) || !existsSync(join(folder, '../seeds'))) return [];
  return linesOf(file).map((line) =>
    textOf(line, null, readFileSync(join(folder, '../seeds', line.id), 'utf8')),
  );
}

function linesOf(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

function textOf(line: Line, title: string | null, text: string): LabelledText {
  const day = /^\d{4}-\d\d-\d\d/.exec(line.published ?? '')?.[0] ?? null;
  const { id, relevant, announcements: labels } = line;
  return { id, relevant, title, text, url: line.url ?? null, publishedAt: line.publishedAt ?? day, labels };
}
