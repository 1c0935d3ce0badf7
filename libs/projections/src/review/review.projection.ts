import { ownerOf, type Recorded } from '#domain';
import type { Projection, ViewTransaction } from '../runner/projection.js';

/**
 * proposals: readings that await or awaited a person. forbidden: items that may not be matched to an announcement.
 */
const tables = `
  CREATE TABLE proposals (
    id text NOT NULL,
    announcement text NOT NULL,
    item text NOT NULL,
    position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    data jsonb NOT NULL,
    decided text CHECK (decided IN ('accepted', 'rejected')),
    decided_position bigint,
    PRIMARY KEY (announcement, id)
  );
  CREATE TABLE forbidden (
    item text NOT NULL,
    announcement text NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (item, announcement)
  )`;

const indexes = `
  CREATE INDEX ON proposals (position) WHERE decided IS NULL;
  CREATE INDEX ON proposals (item);
  CREATE INDEX ON proposals (id)`;

/** The review queue, and what people decided about matching. */
export const reviewProjection: Projection = {
  name: 'review',
  version: 2,
  handles: [
    'AnnouncementProposed',
    'ProposalRejected',
    'MatchForbidden',
    'AnnouncementPublished',
    'CoverageAdded',
    'AnnouncementRevised',
    'AnnouncementWithdrawn',
  ],
  tables,
  indexes,
  apply: async (events, view) => {
    for (const event of events) await applyOne(event, view);
  },
};

async function applyOne(event: Recorded, view: ViewTransaction): Promise<void> {
  switch (event.type) {
    case 'AnnouncementProposed':
      return propose(event, view);
    case 'ProposalRejected':
      return decide(event, event.data.proposalId, 'rejected', view);
    case 'AnnouncementPublished':
    case 'CoverageAdded':
    case 'AnnouncementRevised':
      return event.data.proposalId === null
        ? undefined
        : decide(event, event.data.proposalId, 'accepted', view);
    case 'AnnouncementWithdrawn':
      return event.data.proposalId === undefined
        ? undefined
        : decide(event, event.data.proposalId, 'accepted', view);
    case 'MatchForbidden':
      await view.tx.query(`INSERT INTO ${view.schema}.forbidden VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
        event.data.item,
        event.data.announcement,
        event.position,
      ]);
      return;
    default:
      return;
  }
}

async function propose(
  event: Extract<Recorded, { type: 'AnnouncementProposed' }>,
  { tx, schema }: ViewTransaction,
): Promise<void> {
  const { proposalId, coverage } = event.data;
  await tx.query(
    `INSERT INTO ${schema}.proposals (id, announcement, item, position, recorded_at, data)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [
      proposalId,
      ownerOf(event.stream).id,
      coverage.itemId,
      event.position,
      event.recordedAt,
      JSON.stringify(event.data),
    ],
  );
}

async function decide(
  { stream, position }: Recorded,
  proposalId: string,
  decided: 'accepted' | 'rejected',
  { tx, schema }: ViewTransaction,
): Promise<void> {
  await tx.query(
    `UPDATE ${schema}.proposals SET decided = $3, decided_position = $4
     WHERE announcement = $1 AND id = $2 AND decided IS NULL`,
    [ownerOf(stream).id, proposalId, decided, position],
  );
}
