import { LANGS } from '#domain';
import { z } from 'zod';
import { anyText, dayOrInstant, text, webAddress } from '../http/fields.schema.js';

/** A document given by hand: its text or its HTML. */
export const documentBody = z
  .strictObject({
    text: anyText.optional(),
    html: anyText.optional(),
    url: webAddress.optional(),
    title: text(1000).optional(),
    publishedAt: dayOrInstant.optional(),
    lang: z.enum(LANGS).optional(),
  })
  .refine(({ text, html }) => (text === undefined) !== (html === undefined), 'give either text or html');
