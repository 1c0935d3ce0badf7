import { LANGS, SOURCE_FILTERS } from '#domain';
import { z } from 'zod';
import { text, tz, webAddress } from '../http/fields.schema.js';

const linkPattern = text(500).refine(isPattern, 'is not a regular expression');

export const sourceBody = z.strictObject({
  url: webAddress,
  kind: z.enum(['feed', 'page']).optional(),
  title: text(300).optional(),
  lang: z.enum(LANGS).optional(),
  tz: tz.optional(),
  linkPattern: linkPattern.optional(),
  filter: z.enum(SOURCE_FILTERS).default('wic'),
});

export const sourceChange = z.strictObject({
  title: text(300).optional(),
  lang: z.enum(LANGS).nullable().optional(),
  tz: tz.unwrap().optional(),
  linkPattern: linkPattern.nullable().optional(),
  filter: z.enum(SOURCE_FILTERS).optional(),
  paused: z.boolean().optional(),
});

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}
