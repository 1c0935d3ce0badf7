import { LANGS } from '#domain';
import { z } from 'zod';
import { day, instant, text } from '../http/fields.schema.js';

/** A document given by hand: its text or its HTML. */
export const documentBody = z
  .strictObject({
    text: z.string().min(1, 'must not be empty').optional(),
    html: z.string().min(1, 'must not be empty').optional(),
    url: z
      .url({ protocol: /^https?$/, error: 'write an http or https address' })
      .max(2000)
      .optional(),
    title: text(1000).optional(),
    publishedAt: z.union([day, instant]).optional(),
    lang: z.enum(LANGS).optional(),
  })
  .refine(({ text, html }) => (text === undefined) !== (html === undefined), 'give either text or html');
