import { Injectable } from '@nestjs/common';
import { LANGS, WIC_TZ, type Lang, type SourceSettings } from '#domain';
import { discover, DiscoveryError, nameBasedId, PAGE_PRESETS, type ParserThread } from '#ingest';
import { OutboundHttp } from '#platform';
import type { z } from 'zod';
import { Problem } from '../http/problem.js';
import type { sourceBody } from './sources.schema.js';

/** Finds out what to follow at an address. */
@Injectable()
export class SourceService {
  constructor(
    private readonly http: OutboundHttp,
    private readonly parsers: ParsersRef,
  ) {}

  /** The id and settings of a source to be; its address is looked at unless the kind is said. */
  async settle(body: z.infer<typeof sourceBody>): Promise<{ id: string; settings: SourceSettings }> {
    await this.http.check(body.url);
    const preset = PAGE_PRESETS.find(({ url }) => body.url.startsWith(url));
    const found =
      body.kind === undefined && !preset
        ? await this.look(body.url)
        : { kind: body.kind ?? ('page' as const), url: body.url, title: null, lang: null };
    const settings: SourceSettings = {
      url: found.url,
      kind: found.kind,
      title: body.title ?? found.title ?? new URL(found.url).hostname,
      lang: body.lang ?? preset?.lang ?? langOf(found.lang),
      tz: body.tz ?? WIC_TZ,
      linkPattern: body.linkPattern ?? preset?.linkPattern ?? null,
      filter: body.filter,
    };
    return { id: sourceIdOf(found.url), settings };
  }

  private async look(url: string) {
    try {
      return await discover(url, { http: this.http, parsers: this.parsers.value }, new Date().toISOString());
    } catch (error) {
      if (error instanceof DiscoveryError)
        throw new Problem(422, error.message, { errors: [{ pointer: '/url', detail: error.message }] });
      throw error;
    }
  }
}

/** The parser; a token for DI. */
export class ParsersRef {
  constructor(readonly value: ParserThread) {}
}

/** The same address is the same source, however often it is added. */
export function sourceIdOf(url: string): string {
  return nameBasedId('source', url);
}

function langOf(lang: string | null): Lang | null {
  return LANGS.find((known) => lang?.toLowerCase().startsWith(known)) ?? null;
}
