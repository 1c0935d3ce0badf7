import { Injectable } from '@nestjs/common';
import type { SourceSettings } from '#domain';
import { DiscoveryError, parseFeedDate, previewEntries, type FeedEntry } from '#ingest';
import { OutboundHttp } from '#platform';
import type { z } from 'zod';
import { Problem } from '../http/problem.js';
import { DocumentPartsRef } from '../refs.js';
import { SourceService } from './source-service.js';
import type { sourceBody } from './sources.schema.js';

const ENTRIES = 5;

/** What following an address would bring: looked at and read, nothing is recorded. */
@Injectable()
export class SourcePreview {
  constructor(
    private readonly service: SourceService,
    private readonly http: OutboundHttp,
    private readonly parts: DocumentPartsRef,
  ) {}

  /** The settings it would be followed with, and its first entries with the announcements they make. */
  async of(body: z.infer<typeof sourceBody>) {
    const { settings } = await this.service.settle(body);
    const now = new Date().toISOString();
    const { url, kind, title, lang, linkPattern } = settings;
    const entries = await this.entries({ url: url!, kind, linkPattern }, now);
    const items = entries.map((entry) => this.read(entry, settings, now));
    return { url, kind, title, lang, linkPattern, items };
  }

  private async entries(source: Parameters<typeof previewEntries>[0], now: string): Promise<FeedEntry[]> {
    const parts = { http: this.http, parsers: this.parts.value.parsers };
    try {
      return await previewEntries(source, parts, now, ENTRIES);
    } catch (error) {
      if (!(error instanceof DiscoveryError)) throw error;
      throw new Problem(422, error.message, { errors: [{ pointer: '/url', detail: error.message }] });
    }
  }

  private read(entry: FeedEntry, { lang, tz, filter }: SourceSettings, now: string) {
    const { title, link: url, text } = entry;
    const published = entry.publishedRaw === null ? null : parseFeedDate(entry.publishedRaw, tz);
    const { relevant, statements } = this.parts.value.extractor.extract({
      ...{ title, url, lang, tz, text: text || title || '', trusted: filter === 'all', receivedAt: now },
      publishedAt: published?.at ?? null,
      publishedAtPrecision: published?.precision ?? null,
      publishedAtRaw: entry.publishedRaw,
    });
    const announcements = statements.map(({ reading }) => {
      const { kind, title, happens, place, confidence } = reading;
      return { kind, title, happens, place, confidence };
    });
    return { title, url, publishedAt: published?.at ?? null, relevant, announcements };
  }
}
