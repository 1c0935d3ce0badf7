import { Gathered } from '#platform';
import type { DeliveryPorts } from '../../delivery-ports.js';
import type { Endpoint } from '../endpoint.js';
import { findEndpoints } from '../endpoint.queries.js';
import { DueReader } from './due-reader.js';
import { EventCache } from './event-cache.js';
import { OutcomeWriter } from './outcome-writer.js';

/** What the drains of one process share, so that many of them cost the database little more than one. */
export class DrainParts {
  readonly events: EventCache;
  readonly due: DueReader;
  readonly writer: OutcomeWriter;
  private readonly endpoints: Gathered<string, Endpoint | null>;
  private known: Promise<string> | null = null;

  constructor(readonly ports: DeliveryPorts) {
    const { database, log } = ports;
    this.events = new EventCache(log);
    this.due = new DueReader(ports, this.events);
    this.writer = new OutcomeWriter(database);
    this.endpoints = new Gathered(async (ids: string[]) => {
      const found = await findEndpoints(database, ids);
      return ids.map((id) => found.get(id) ?? null);
    });
  }

  /** Null: there is no such webhook. */
  endpoint(webhookId: string): Promise<Endpoint | null> {
    return this.endpoints.ask(webhookId);
  }

  /** Of the log that is delivered, which stays the same as long as the process runs. */
  async logId(): Promise<string> {
    this.known ??= this.ports.log.logId();
    try {
      return await this.known;
    } catch (error) {
      this.known = null;
      throw error;
    }
  }
}
