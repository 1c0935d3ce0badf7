import { setMaxListeners } from 'node:events';
import type { Instant, SourceCommand } from '#domain';
import type { Archive, Database, OutboundHttp } from '#platform';
import { conditionalGet } from '../fetch/conditional-get.js';
import { PoliteHttp } from '../fetch/polite-http.js';
import { ParserThread } from '../parse/parser-thread.js';
import { Claims } from '../schedule/claims.js';
import { PollLog } from '../schedule/poll-log.js';
import type { ScheduledSource } from '../schedule/scheduled-source.js';
import { SeenItems } from '../schedule/seen-items.js';
import { Settlements, type Settlement } from '../schedule/settlement.js';
import { SourceSchedule } from '../schedule/source-schedule.js';
import { afterPoll } from './after-poll.js';
import { attemptOf } from './attempt.js';
import { observeFeed } from './feed-source.js';
import type { Extractor } from './extractor.js';
import { Intake, type ItemOrder } from './intake.js';
import { bodyMark } from './marks.js';
import { nothingSeen, type Observation } from './observation.js';
import { observePage } from './page-source.js';
import { pauseOf } from './pause.js';
import type { SummitDays } from './summit-days.port.js';
import { Takings } from './takings.js';

export interface PollerParts {
  database: Database;
  http: OutboundHttp;
  archive: Archive;
  extractor: Extractor;
  clock: () => Instant;
  /** 0 to 1. */
  random: () => number;
  parsers?: ParserThread;
  /** Default: no summit is ever on. */
  summits?: SummitDays;
  /** What one request may take at most; default 30 s. */
  timeoutMs?: number;
}

/** What a poll came to. Nothing of it is saved before `settle`: first the commands' events must be in the log. */
export interface PollResult extends Settlement {
  itemCommands: ItemOrder[];
  sourceCommands: { sourceId: string; command: SourceCommand }[];
}

/** Polls sources: fetch, parse, recognise, decide what is about the WIC. Returns commands, executes none. */
export class Poller {
  readonly schedule: SourceSchedule;
  readonly claims: Claims;
  readonly log: PollLog;
  readonly parsers: ParserThread;
  private readonly settlements: Settlements;
  private readonly takings: Takings;
  private readonly http: OutboundHttp;
  private readonly seen: SeenItems;
  private readonly stopping = new AbortController();

  constructor(private readonly parts: PollerParts) {
    const { database, archive, extractor, clock } = parts;
    setMaxListeners(0, this.stopping.signal); // one for each request under way
    this.schedule = new SourceSchedule(database);
    this.claims = new Claims(database, clock);
    this.log = new PollLog(database);
    this.settlements = new Settlements(database);
    this.seen = new SeenItems(database);
    this.parsers = parts.parsers ?? new ParserThread();
    this.http = new PoliteHttp(parts.http, this.stopping.signal, parts.timeoutMs);
    const intake = new Intake({ seen: this.seen, archive, extractor });
    this.takings = new Takings({ ...this.pages(), intake });
  }

  /** Claims what is due now, of at most so many hosts. */
  async due(hosts: number): Promise<ScheduledSource[]> {
    return this.claims.due(hosts);
  }

  /**
   * Polls a claimed source, or claims and polls one by its id (PollRefusedError when that cannot be). Whatever it
   * throws is trouble of ours: the claim is still held, for `postpone` or `claims.release`.
   */
  async poll(target: ScheduledSource | string): Promise<PollResult> {
    const source = typeof target === 'string' ? await this.claims.one(target) : target;
    try {
      return await this.pollClaimed(source);
    } catch (error) {
      await this.postpone(source, error);
      throw error;
    }
  }

  /** Saves a poll's outcome, after its commands are executed: validators, schedule, memory, attempt. */
  async settle(result: PollResult): Promise<void> {
    await this.settlements.settle(result, this.parts.clock());
    this.claims.forget(result.source);
  }

  /** After trouble of our own: the source is tried again in a few minutes, not at once and for ever. */
  async postpone(source: ScheduledSource, error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) return this.claims.release(source);
    const { message } = error as Error;
    return this.claims.postpone(source, `the tracker itself had trouble: ${message}`);
  }

  /** Breaks off what is under way; the sources are due again at once. */
  stop(): void {
    this.stopping.abort(new DOMException('The poller stops.', 'AbortError'));
  }

  private async pollClaimed(source: ScheduledSource): Promise<PollResult> {
    const startedAt = this.parts.clock();
    const observation = await this.observe(source, startedAt);
    const taken = await this.takings.of(source, observation, startedAt);
    const now = this.parts.clock();
    const window = await this.inWindow(source, now);
    const after = afterPoll({ source, observation, ...taken, now, window, jitter: this.parts.random() });
    const { seen, unchanged, newestItemAt, commands } = taken.taken;
    const asked = pauseOf(source.settings.url ?? '', observation.fetched, now);
    return {
      ...{ source, after, seen, unchanged, newestItemAt, itemCommands: commands },
      sourceCommands: after.commands.map((command) => ({ sourceId: source.sourceId, command })),
      attempt: attemptOf(observation, taken, after, { startedAt, now }),
      pauses: [...observation.pauses, ...taken.pauses, ...(asked === null ? [] : [asked])],
    };
  }

  /** A document that reads just as the one before is an unchanged one, whatever the server says of it. */
  private async observe(source: ScheduledSource, now: Instant): Promise<Observation> {
    const { settings, validators, marks } = source;
    const as = settings.kind === 'page' ? 'page' : 'feed';
    const fetched = await conditionalGet(this.http, { url: settings.url ?? '', as, validators }, now);
    if (fetched.outcome !== 'fetched') return nothingSeen(fetched);
    const mark = bodyMark(source, fetched.text, this.parts.extractor.version, now);
    if (mark === marks.body) return nothingSeen({ ...fetched, outcome: 'unchanged' });
    const seen = await (as === 'page'
      ? observePage(source, fetched, this.pages(), now)
      : observeFeed(fetched, this.parsers));
    return { ...seen, bodyMark: mark };
  }

  /** Where a summit is on, what told of the WIC in the last two months is asked more often. */
  private async inWindow({ sourceId, settings }: ScheduledSource, now: Instant): Promise<boolean> {
    if (!(await this.parts.summits?.on(now))) return false;
    const since = new Date(Date.parse(now) - 60 * 86_400_000).toISOString();
    return settings.filter === 'all' || (await this.seen.reportsSince(sourceId, since));
  }

  private pages() {
    const { database, clock } = this.parts;
    return { database, clock, http: this.http, parsers: this.parsers, seen: this.seen };
  }
}
