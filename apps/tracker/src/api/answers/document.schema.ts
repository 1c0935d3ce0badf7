import { z } from 'zod';
import { named } from '../../http/named-schema.js';
import { content, foundEvidence } from './announcement.schema.js';
import { kind, lang } from './fields.schema.js';

export const documentResult = named(
  'DocumentResult',
  z.object({
    itemId: z.string(),
    relevant: z.boolean(),
    text: z.string(),
    outcome: z.literal('known').optional(),
    announcements: z.array(
      z.object({
        id: z.string(),
        kind,
        confidence: z.number(),
        outcome: z.enum(['published', 'coverage', 'revised', 'review']),
      }),
    ),
  }),
  'What became of a document: which announcements it makes, and whether they were new.',
);

const { summary: _summary, ...told } = content;

export const extraction = named(
  'Extraction',
  z.object({
    relevant: z.boolean(),
    lang,
    text: z.string(),
    announcements: z.array(
      named(
        'FoundAnnouncement',
        z.object({ ...told, evidence: z.array(foundEvidence), rules: z.array(z.string()) }),
      ),
    ),
    relevance: z.object({ score: z.number(), rules: z.array(z.string()) }),
  }),
  'What would be read from a document; nothing was recorded.',
);
