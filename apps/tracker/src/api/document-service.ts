import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Act, type ActResult } from '#commands';
import { WIC_TZ } from '#domain';
import { documentText, publicationOf, receiveDocument, HAND_SOURCE, type GivenDocument } from '#ingest';
import { v5 } from 'uuid';
import type { Idempotent } from '../http/idempotency.interceptor.js';
import { Readings, type Outcome } from '../roles/readings.js';
import { DocumentPartsRef } from '../refs.js';

const READ_WITHIN_MS = 10_000;

export interface ImportedDocument {
  itemId: string;
  relevant: boolean;
  text: string;
  /** It was imported before, and nothing was recorded. */
  known: boolean;
  /** Null while it has not been read yet. */
  outcomes: Outcome[] | null;
  failure: string | null;
  position: string | null;
}

/** Documents given by hand: in through the same door as polled items, or read without being recorded. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly commands: CommandBus,
    private readonly readings: Readings,
    private readonly parts: DocumentPartsRef,
  ) {}

  /** Imports a document and waits (≤ 10 s) until it has been read. */
  async import(given: GivenDocument, request: Idempotent): Promise<ImportedDocument> {
    const { itemId, relevant, text, command } = await receiveDocument(
      given,
      new Date().toISOString(),
      this.parts.value,
    );
    const about = { itemId, relevant, text };
    if (command === null) return { ...about, known: false, outcomes: [], failure: null, position: null };
    const result = await this.receive(itemId, command, request);
    const known = result.events.length === 0;
    const read = await this.readings.reached(result.position!, READ_WITHIN_MS);
    const reading = read ? await this.readings.of(itemId) : null;
    return {
      ...about,
      known,
      outcomes: reading?.outcomes ?? null,
      failure: reading?.failure ?? null,
      position: result.position,
    };
  }

  /** What would be read from a document. */
  async extract(given: GivenDocument) {
    const { extractor, parsers } = this.parts.value;
    const text = await documentText(given, parsers);
    const { title = null, url = null, lang = null } = given;
    const about = {
      title,
      url,
      lang,
      ...publicationOf(given),
      receivedAt: new Date().toISOString(),
      tz: WIC_TZ,
      trusted: false,
    };
    return { text, ...extractor.extract({ ...about, text }) };
  }

  private receive(
    itemId: string,
    command: NonNullable<Awaited<ReturnType<typeof receiveDocument>>['command']>,
    request: Idempotent,
  ): Promise<ActResult> {
    const { operationId, holder } = request;
    const commandId = operationId ? { commandId: v5(`item-${itemId}`, operationId) } : {};
    return this.commands.execute(
      new Act('item', itemId, command, { actor: holder ? `key:${holder.id}` : HAND_SOURCE, ...commandId }),
    );
  }
}
