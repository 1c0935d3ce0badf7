import { Injectable } from '@nestjs/common';
import { LANGS, WIC_TZ, type Lang, type SourceSettings } from '#domain';
import {
  discover,
  type Discovered,
  DiscoveryError,
  nameBasedId,
  pagePreset,
  patternFault,
  type PagePreset,
} from '#ingest';
import { OutboundHttp } from '#platform';
import type { z } from 'zod';
import { Problem } from '../http/problem.js';
import type { sourceBody } from './sources.schema.js';
import { ParsersRef } from '../refs.js';

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
    await this.checkPattern(body.linkPattern);
    const preset = pagePreset(body.url);
    const found =
      body.kind === undefined && !preset
        ? await this.look(body.url)
        : {
            kind: body.kind ?? ('page' as const),
            url: body.url,
            title: preset?.title ?? null,
            lang: preset?.lang ?? null,
          };
    const settings = settingsOf(body, found, preset);
    return { id: sourceIdOf(found.url), settings };
  }

  /** Refuses a link pattern that no page could be read with. */
  async checkPattern(pattern: string | null | undefined): Promise<void> {
    const fault = typeof pattern === 'string' ? await patternFault(pattern, this.parsers.value) : null;
    if (fault === null) return;
    const detail = `The link pattern ${fault}`;
    throw new Problem(422, detail, { errors: [{ pointer: '/linkPattern', detail }] });
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

type Found = Pick<Discovered, 'kind' | 'url' | 'title' | 'lang'>;

/** What was said of it, else what was found, else what is known of its site. */
function settingsOf(
  body: z.infer<typeof sourceBody>,
  found: Found,
  preset: PagePreset | null,
): SourceSettings {
  const { title, lang, tz = WIC_TZ, linkPattern, filter } = body;
  return {
    ...{ url: found.url, kind: found.kind, tz, filter },
    title: title ?? found.title ?? new URL(found.url).hostname,
    lang: lang ?? langOf(found.lang),
    linkPattern: linkPattern ?? preset?.linkPattern ?? null,
  };
}

/** The same address is the same source, however often it is added. */
export function sourceIdOf(url: string): string {
  return nameBasedId('source', url);
}

function langOf(lang: string | null): Lang | null {
  return LANGS.find((known) => lang?.toLowerCase().startsWith(known)) ?? null;
}
