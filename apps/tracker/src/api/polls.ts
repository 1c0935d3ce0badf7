import { Injectable } from '@nestjs/common';
import { PollRefusedError } from '#ingest';
import type { FastifyReply } from 'fastify';
import { Problem } from '../http/problem.js';
import { Readings } from '../roles/readings.js';
import { PollRunner } from '../roles/poll-runner.js';
import { Writer } from './writer.js';
import { PollerRef } from '../refs.js';

const READ_WITHIN_MS = 10_000;
const SHOWN = 50;

/** Polls asked for by people, and the log of all. */
@Injectable()
export class Polls {
  constructor(
    private readonly runner: PollRunner,
    private readonly poller: PollerRef,
    private readonly readings: Readings,
    private readonly writer: Writer,
  ) {}

  /** Polls a source now and waits (≤ 10 s, else 202) until what it brought has been read. */
  async now(id: string, reply: FastifyReply) {
    const { result, position } = await this.runner.run(id).catch(refused);
    if (position !== null) {
      const read = await this.readings.reached(position, READ_WITHIN_MS);
      if (!read) void reply.code(202);
      else await this.writer.settleReading(reply, position);
    }
    return result.attempt;
  }

  of(id: string) {
    return this.poller.value.log.of(id, SHOWN);
  }
}

function refused(error: unknown): never {
  if (!(error instanceof PollRefusedError)) throw error;
  const wait =
    error.until === null
      ? {}
      : { retryAfterSeconds: Math.max(1, (Date.parse(error.until) - Date.now()) / 1000) };
  throw new Problem(409, error.message, wait);
}
