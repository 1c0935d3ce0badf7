import { z } from 'zod';
import { named } from '../../http/named-schema.js';
import { content, coverage, foundEvidence } from './announcement.schema.js';
import { at, logPosition, pageOfRows } from './fields.schema.js';

export const reviewPage = pageOfRows(
  named(
    'Proposal',
    z.object({
      id: z.string(),
      announcementId: z.string(),
      position: logPosition,
      proposedAt: at,
      why: z.enum(['contradicts a correction', 'low confidence', 'stated no more']),
      contradicts: z.array(z.string()),
      withdrawal: z
        .object({ reason: z.string(), effective: at.nullable() })
        .nullable()
        .describe('Accepting withdraws the announcement.'),
      match: z.object({ rule: z.string(), score: z.number() }).nullable(),
      ...content,
      evidence: z.array(foundEvidence),
      coverage: z.array(coverage.extend({ itemRevision: z.int() })),
    }),
    'A reading that awaits a person.',
  ),
);

export const decision = z.object({
  id: z.string(),
  announcementId: z.string(),
  decision: z.enum(['accept', 'reject']),
});
