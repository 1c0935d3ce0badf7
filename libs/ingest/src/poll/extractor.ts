import { extract, EXTRACTOR_VERSION, type Document, type Extraction, type Knowledge } from '#extraction';

/** The extractor with its knowledge bound. */
export interface Extractor {
  /** Changes with every change of what it reads. */
  version: string;
  extract(document: Document): Extraction;
}

export function extractorOf(knowledge: Knowledge): Extractor {
  return { version: EXTRACTOR_VERSION, extract: (document) => extract(document, knowledge) };
}
