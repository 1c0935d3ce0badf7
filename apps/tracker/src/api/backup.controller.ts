import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { EventStore, LOG_START, restoreBackup, writeBackup } from '#event-store';
import { Archive, Leases } from '#platform';
import { Deliveries } from '#delivery';
import { Views } from '#projections';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { Takes } from '../http/media-types.js';
import { Endpoint } from '../http/openapi.js';
import { Problem } from '../http/problem.js';
import { Jobs, type JobView } from './jobs.js';
import { PollerRef } from '../refs.js';
import { job } from './answers/operation.schema.js';

const FEED_LEASE = 'webhook-feed';
const VIEWS_WITHIN_MS = 600_000;

/** The whole log out, and into an empty tracker again. */
@Controller('v1')
export class BackupController {
  constructor(
    private readonly store: EventStore,
    private readonly archive: Archive,
    private readonly leases: Leases,
    private readonly deliveries: Deliveries,
    private readonly views: Views,
    private readonly poller: PollerRef,
    private readonly jobs: Jobs,
  ) {}

  @Get('backup')
  @Endpoint({
    summary: 'The log with the archived texts as NDJSON; no secrets.',
    access: 'admin',
    contentType: 'application/x-ndjson',
  })
  async backup(@Res() reply: FastifyReply) {
    const lines = writeBackup(this.store, (hash) => this.archive.get(hash));
    return reply.type('application/x-ndjson').send(Readable.from(withLineFeeds(lines)));
  }

  @Post('restore')
  @HttpCode(202)
  @Takes('application/x-ndjson')
  @Endpoint({
    summary: 'Restore a backup (NDJSON) into an empty log. The copy sends nothing.',
    access: 'admin',
    status: 202,
    response: job,
  })
  async restore(@Req() request: FastifyRequest): Promise<JobView> {
    const body = request.body as Readable;
    if (!(body instanceof Readable)) throw new Problem(415, 'Send the backup as application/x-ndjson.');
    if ((await this.store.head()) !== LOG_START) {
      body.resume();
      throw new Problem(
        409,
        'Only an empty log can take a backup: start with a new DATA_DIR, WIC_CHRONICLE=off and WIC_DEFAULT_SOURCES=off.',
      );
    }
    const received = new Promise<unknown>((resolve) => body.once('end', resolve).once('close', resolve));
    const job = this.jobs.start('restore', (progress, signal) => this.takeIn(body, progress, signal));
    if (job === null) {
      body.resume();
      throw new Problem(409, 'A restore is under way already.');
    }
    await received;
    return job;
  }

  /** Webhooks are fed nothing meanwhile, and everything restored is behind them when they are again. */
  private async takeIn(body: Readable, progress: (done: number, total: number) => void, signal: AbortSignal) {
    const feed = await this.leases.hold(FEED_LEASE, signal);
    try {
      let lines = 0;
      const counted = async function* () {
        for await (const line of createInterface({ input: body, crlfDelay: Infinity })) {
          progress(++lines, lines);
          yield line;
        }
      };
      const events = await restoreBackup(this.store, counted(), (text) => this.archive.put(text));
      await this.views.waitFor(await this.store.head(), VIEWS_WITHIN_MS);
      await this.poller.value.schedule.forgetValidators();
      await this.deliveries.disableAll('restored');
      return { events, head: await this.store.head() };
    } finally {
      body.resume(); // what a refused backup still holds: its sender waits until it is read
      await feed.release();
    }
  }
}

async function* withLineFeeds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
