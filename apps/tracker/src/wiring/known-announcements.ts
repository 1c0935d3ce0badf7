import { KnownAnnouncements, type KnownAnnouncement, type KnownProposal, type SimilarTo } from '#ingest';
import type { KnownAnnouncementIndex } from '#projections';

/** What the reader knows, answered by the views. */
export class IndexedAnnouncements extends KnownAnnouncements {
  constructor(private readonly index: KnownAnnouncementIndex) {
    super();
  }

  catchUp(): Promise<void> {
    return this.index.catchUp();
  }

  byCoverage(itemId: string): Promise<KnownAnnouncement[]> {
    return this.index.byCoverage(itemId);
  }

  byActivity(activityId: string): Promise<KnownAnnouncement[]> {
    return this.index.byActivity(activityId);
  }

  /** Of any kind: which kinds can be one announcement is for matching to say. */
  similar({ title, from, to }: SimilarTo): Promise<KnownAnnouncement[]> {
    return this.index.similar({ texts: Object.values(title), kind: null, from, to });
  }

  forbidden(itemId: string): Promise<string[]> {
    return this.index.forbidden(itemId);
  }

  async proposals(itemId: string): Promise<KnownProposal[]> {
    const known = await this.index.proposals(itemId);
    return known.map(({ proposalId, announcementId, rejected }) => ({
      proposalId,
      announcementId,
      state: rejected ? 'rejected' : 'open',
    }));
  }
}
