import type { Instant, SourceCommand } from '#domain';
import type { Archive, Database, OutboundHttp } from '#platform';
import { conditionalGet, type Fetched } from '../fetch/conditional-get.js';
import { HostTurns } from '../fetch/host-turns.js';
import { registrableDomain } from '../fetch/registrable-domain.js';
import { ParserThread } from '../parse/parser-thread.js';
import { PollLog, type PollAttempt } from '../schedule/poll-log.js';
import type { ScheduledSource } from '../schedule/scheduled-source.js';
import { SeenItems, type SeenItem } from '../schedule/seen-items.js';
import { pauseDomain, saveSchedule } from '../schedule/settlement.js';
import { SourceSchedule } from '../schedule/source-schedule.js';
import { afterPoll, mayHaveMissed, type AfterPoll } from './after-poll.js';
import { observeFeed } from './feed-source.js';
import type { Extractor } from './extractor.js';
import { Intake, type ItemOrder, type Taken } from './intake.js';
import type { Observation } from './observation.js';
import { observePage, type PageParts } from './page-source.js';
import { deletedItems, goneItems } from './vanished.js';

export interface PollerParts {
  database: Database;
  http: OutboundHttp;
  archive: Archive;
  extractor: Extractor;
  clock: () => Instant;
  /** 0 to 1. */
  random: () => number;
  parsers?: ParserThread;
}

/** What a poll came to. Nothing of it is saved before `settle`: first the commands' events must be in the log. */
export interface PollResult {
  source: ScheduledSource;
  itemCommands: ItemOrder[];
  sourceCommands: { sourceId: string; command: SourceCommand }[];
  attempt: PollAttempt;
  after: AfterPoll;
  seen: SeenItem[];
  unchanged: string[];
  newestItemAt: Instant | null;
  /** How long the whole domain asks to be left alone. */
  pause: { domain: string; until: Instant } | null;
}

/** Polls sources: fetch, parse, recognise, decide what is about the WIC. Returns commands, executes none. */
export class Poller {
  readonly schedule: SourceSchedule;
  readonly log: PollLog;
  readonly parsers: ParserThread;
  private readonly seen: SeenItems;
  private readonly intake: Intake;
  private readonly turns = new HostTurns();

  constructor(private readonly parts: PollerParts) {
    this.schedule = new SourceSchedule(parts.database);
    this.log = new PollLog(parts.database);
    this.seen = new SeenItems(parts.database);
    this.parsers = parts.parsers ?? new ParserThread();
    this.intake = new Intake({ seen: this.seen, archive: parts.archive, extractor: parts.extractor });
  }

  /** Claims what is due now. */
  async due(limit: number): Promise<ScheduledSource[]> {
    return this.schedule.claimDue(limit, this.parts.clock());
  }

  /** Polls a claimed source, or claims and polls one by its id (PollRefusedError when that cannot be). */
  async poll(target: ScheduledSource | string): Promise<PollResult> {
    const source =
      typeof target === 'string' ? await this.schedule.claim(target, this.parts.clock()) : target;
    try {
      return await this.pollClaimed(source);
    } catch (error) {
      await this.schedule.release(source);
      throw error;
    }
  }

  /** Saves a poll's outcome, after its commands are executed: validators, schedule, memory, attempt. */
  async settle(result: PollResult): Promise<void> {
    const { source, after, attempt, pause, newestItemAt } = result;
    const now = this.parts.clock();
    await this.parts.database.transaction(async (tx) => {
      await this.seen.remember(source.sourceId, result.seen, now, tx);
      await this.seen.stillThere(source.sourceId, result.unchanged, now, tx);
      await saveSchedule(tx, source, after, { now, newestItemAt });
      await this.log.add(source.sourceId, attempt, tx);
      if (pause !== null) await pauseDomain(tx, pause.domain, pause.until);
    });
  }

  private async pollClaimed(source: ScheduledSource): Promise<PollResult> {
    const startedAt = this.parts.clock();
    const observation = await this.observe(source, startedAt);
    const { sourceId, settings } = source;
    const taken = await this.intake.take(sourceId, settings, observation.entries, startedAt);
    await this.addVanished(source, observation, taken, startedAt);
    const lastKnownItem = mayHaveMissed(source, observation, taken)
      ? await this.seen.lastRelevant(sourceId)
      : null;
    const now = this.parts.clock();
    const after = afterPoll({ source, observation, taken, lastKnownItem, now, jitter: this.parts.random() });
    return {
      source,
      itemCommands: taken.commands,
      sourceCommands: after.commands.map((command) => ({ sourceId, command })),
      attempt: attemptOf(observation, taken, after, { startedAt, now }),
      after,
      seen: taken.seen,
      unchanged: taken.unchanged,
      newestItemAt: taken.newestItemAt,
      pause: pauseOf(settings.url ?? '', observation.fetched, now),
    };
  }

  private async observe(source: ScheduledSource, now: Instant): Promise<Observation> {
    const url = source.settings.url ?? '';
    const as = source.settings.kind === 'page' ? 'page' : 'feed';
    const wanted = { url, as, validators: source.validators } as const;
    const fetched = await this.turns.run(url, () => conditionalGet(this.parts.http, wanted, now));
    return as === 'page'
      ? observePage(source, fetched, this.pages(), now)
      : observeFeed(fetched, this.parsers);
  }

  /** Adds what vanished; an item that stands in this very fetch has not. */
  private async addVanished(source: ScheduledSource, seen: Observation, taken: Taken, now: Instant) {
    const there = new Set([...taken.seen.map(({ itemId }) => itemId), ...taken.unchanged]);
    const reports = [await deletedItems(source.sourceId, seen.deleted, this.seen)];
    if (source.settings.kind === 'page' && seen.fetched.outcome !== 'failed')
      reports.push(await goneItems(source.sourceId, this.pages(), now));
    for (const report of reports) {
      taken.commands.push(...report.commands.filter(({ itemId }) => !there.has(itemId)));
      taken.seen.push(...report.seen.filter(({ itemId }) => !there.has(itemId)));
    }
  }

  private pages(): PageParts {
    return { http: this.parts.http, turns: this.turns, parsers: this.parsers, seen: this.seen };
  }
}

const PAUSE_MS = 15 * 60_000;

function pauseOf(url: string, fetched: Fetched, now: Instant): PollResult['pause'] {
  if (fetched.status !== 429 && fetched.status !== 503) return null;
  const until = fetched.retryAfter ?? new Date(Date.parse(now) + PAUSE_MS).toISOString();
  return { domain: registrableDomain(url), until };
}

function attemptOf(
  { fetched, knownLinks }: Observation,
  taken: Taken,
  { outcome, error, next }: AfterPoll,
  { startedAt, now }: { startedAt: Instant; now: Instant },
): PollAttempt {
  return {
    startedAt,
    durationMs: Date.parse(now) - Date.parse(startedAt),
    ...{ outcome, error, status: fetched.status, bytes: fetched.bytes },
    ...{ itemsNew: taken.itemsNew, itemsChanged: taken.itemsChanged },
    itemsKnown: taken.unchanged.length + knownLinks,
    ...{ nextPollAt: next.at, nextPollReason: next.reason },
  };
}
