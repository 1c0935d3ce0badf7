import type { CommandBus } from '@nestjs/cqrs';
import { Act } from '#commands';
import { type Coverage, type ItemContent, WIC_TZ } from '#domain';
import { decide, itemIdOf, knownNames, nameBasedId, type KnownAnnouncements } from '#ingest';
import type { Knowledge } from '#extraction';
import type { Archive, Logger } from '#platform';
import type { ChronicleEntry } from './chronicle.schema.js';
import { chronicleStatement, type ChronicleStatement } from './chronicle-reading.js';

/** The source that the chronicle's items belong to. */
export const CHRONICLE_SOURCE = 'chronicle';
const EXTRACTOR = 'chronicle';

export interface ChronicleParts {
  commands: CommandBus;
  archive: Archive;
  known: KnownAnnouncements;
  knowledge: Knowledge;
  logger: Logger;
}

/**
 * Brings the chronicle into the log through the same commands as everything else, flagged as backfill. Ids are
 * deterministic: loading it again changes nothing, a newer chronicle adds and revises.
 */
export async function loadChronicle(
  entries: readonly ChronicleEntry[],
  parts: ChronicleParts,
): Promise<void> {
  const { commands, logger } = parts;
  const meta = { actor: 'chronicle', backfill: true };
  const settings = {
    url: null,
    kind: 'hand',
    title: 'Chronicle',
    lang: null,
    tz: WIC_TZ,
    linkPattern: null,
    filter: 'all',
  } as const;
  await commands.execute(new Act('source', CHRONICLE_SOURCE, { type: 'FollowSource', data: settings }, meta));
  for (const entry of entries) await loadEntry(entry, parts);
  logger.info({ entries: entries.length }, 'The chronicle is in the log');
}

async function loadEntry(entry: ChronicleEntry, parts: ChronicleParts): Promise<void> {
  const { commands, archive } = parts;
  const meta = { actor: 'chronicle', backfill: true };
  const statement = chronicleStatement(entry);
  const itemId = itemIdOf(CHRONICLE_SOURCE, entry.id);
  const { hash, length } = await archive.put(statement.text);
  const data = { ...itemContent(entry, statement), contentHash: hash, length, updatedAt: null };
  const item = await commands.execute(new Act('item', itemId, { type: 'ReceiveItem', data }, meta));
  const coverage: Coverage = {
    itemId,
    itemRevision: item.revision,
    sourceId: CHRONICLE_SOURCE,
    ...about(entry),
    publishedAt: data.publishedAt,
  };
  const report = { reading: statement.reading, coverage, extractor: EXTRACTOR };
  const target = await targetOf(itemId, entry, report.reading, parts);
  const command = {
    new: { type: 'PublishAnnouncement', data: report },
    known: { type: 'AddCoverage', data: { ...report, match: target.match } },
    own: {
      type: 'ReviseAnnouncement',
      data: { ...report, cause: 'better_extraction', match: null, revisedAt: report.reading.announcedAt },
    },
  } as const;
  await commands.execute(new Act('announcement', target.id, command[target.is], meta));
}

/** Its own announcement from an earlier loading, one that something else reported already, or a new one. */
async function targetOf(
  itemId: string,
  entry: ChronicleEntry,
  reading: ChronicleStatement['reading'],
  { known, knowledge }: ChronicleParts,
) {
  await known.catchUp();
  const [covered] = await known.byCoverage(itemId);
  const none = { rule: 'the chronicle', score: 1 };
  if (covered) return { is: 'own' as const, id: covered.id, match: none };
  const candidates = await known.byActivity(entry.activity);
  const others = candidates.filter(({ state }) =>
    state.coverage.every(({ sourceId }) => sourceId !== CHRONICLE_SOURCE),
  );
  const decision = decide(reading, others, {
    names: knownNames(knowledge),
    forbidden: await known.forbidden(itemId),
    sameDocument: new Set(),
  });
  if (decision.outcome === 'same')
    return {
      is: 'known' as const,
      id: decision.announcement.id,
      match: { rule: decision.rule, score: decision.score },
    };
  return { is: 'new' as const, id: nameBasedId('chronicle', entry.id), match: none };
}

function itemContent(
  entry: ChronicleEntry,
  { reading }: ChronicleStatement,
): Omit<ItemContent, 'contentHash' | 'length'> {
  return {
    ...{ sourceId: CHRONICLE_SOURCE, identity: entry.id, ...about(entry) },
    ...{ publishedAt: reading.announcedAt, publishedAtPrecision: 'day', publishedAtRaw: entry.announcedAt },
    ...{ tz: WIC_TZ, trusted: true },
  };
}

function about({ title, source }: ChronicleEntry) {
  return { url: source.url, title: title[source.lang] ?? title.en ?? title.zh ?? null, lang: source.lang };
}
