import { dayStart, DomainError, isDay, WIC_TZ, type Instant, type ItemCommand, type Lang } from '#domain';
import type { Archive } from '#platform';
import { canonicalUrl } from '../identity/canonical-url.js';
import { itemIdOf } from '../identity/item-identity.js';
import { sha256 } from '../identity/name-based-id.js';
import type { ParserThread } from '../parse/parser-thread.js';
import type { Extractor } from '../poll/extractor.js';
import { documentText, type GivenText } from './document-text.js';

/** The source that documents given by people belong to. */
export const HAND_SOURCE = 'hand';

/** A document as a person gives it. */
export interface GivenDocument extends GivenText {
  url?: string | null;
  title?: string | null;
  /** A date (in the WIC's zone) or an instant. */
  publishedAt?: string | null;
  lang?: Lang | null;
}

export interface DocumentParts {
  archive: Archive;
  extractor: Extractor;
  parsers: ParserThread;
}

/** What a document came to. `command` is null when it is not about the WIC. */
export interface ReceivedDocument {
  itemId: string;
  relevant: boolean;
  /** The text as read: evidence counts in this. */
  text: string;
  command: ItemCommand | null;
}

const LONGEST_TITLE = 1_000;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Takes a document given by hand through the same door as polled items. Its identity is its address or, without
 * one, its text. Throws DomainError `invalid` with the pointer of what is wrong.
 */
export async function receiveDocument(
  given: GivenDocument,
  receivedAt: Instant,
  { archive, extractor, parsers }: DocumentParts,
): Promise<ReceivedDocument> {
  const text = await documentText(given, parsers);
  const content = {
    ...{ sourceId: HAND_SOURCE, url: urlOf(given), title: titleOf(given), lang: given.lang ?? null },
    identity: identityOf(given, text),
    ...publicationOf(given),
    ...{ tz: WIC_TZ, contentHash: sha256(text), length: text.length, trusted: false },
  };
  const itemId = itemIdOf(HAND_SOURCE, content.identity);
  const { relevant } = extractor.extract({ ...content, text, receivedAt });
  await (relevant ? archive.put(text) : archive.putUnreferenced(text));
  const command = { type: 'ReceiveItem', data: { ...content, updatedAt: null } } as const;
  return { itemId, relevant, text, command: relevant ? command : null };
}

/** The time a document states: null, an instant, or a day alone. Throws for a date the calendar does not have. */
export function publicationOf({ publishedAt }: Pick<GivenDocument, 'publishedAt'>) {
  const raw = publishedAt ?? null;
  if (raw === null) return { publishedAt: null, publishedAtPrecision: null, publishedAtRaw: null };
  if (isDay(raw))
    return { publishedAt: dayStart(raw, WIC_TZ), publishedAtPrecision: 'day' as const, publishedAtRaw: raw };
  const day = INSTANT.exec(raw)?.[1];
  if (day === undefined || !isDay(day))
    throw new DomainError(
      'invalid',
      `publishedAt is no date: "${raw.slice(0, 40)}". Give a day of the calendar (2023-07-03) or an instant (2023-07-03T09:00:00Z).`,
      '/publishedAt',
    );
  const at = new Date(raw).toISOString();
  return { publishedAt: at, publishedAtPrecision: 'instant' as const, publishedAtRaw: raw };
}

function identityOf(given: GivenDocument, text: string): string {
  const url = urlOf(given);
  return url === null ? `text:${sha256(text)}` : `link:${canonicalUrl(url)}`;
}

function urlOf({ url }: GivenDocument): string | null {
  if (url === undefined || url === null) return null;
  if (url.length <= 2_000 && canonicalUrl(url) !== null) return new URL(url).href;
  throw new DomainError(
    'invalid',
    'url must be an http or https address of at most 2,000 characters.',
    '/url',
  );
}

function titleOf({ title }: GivenDocument): string | null {
  if (title === undefined || title === null || title.trim() === '') return null;
  if (title.length <= LONGEST_TITLE) return title;
  throw new DomainError('invalid', `title may have at most ${LONGEST_TITLE} characters.`, '/title');
}
