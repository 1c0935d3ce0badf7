import type { AnnouncementState, Coverage, LocalizedText } from '#domain';

/** An announcement in its public form. */
export interface AnnouncementView extends Omit<AnnouncementState, 'activity' | 'coverage'> {
  activity: { id: string; title: LocalizedText } | null;
  coverage: Omit<Coverage, 'itemRevision'>[];
}

/** The public form of a state, its members in the order of the contract. */
export function announcementView(state: AnnouncementState): AnnouncementView {
  const { id, revision, position, kind, activity, phase, title, summary } = state;
  const { announcedAt, announcedAtBasis, announcedAtPrecision, recordedAt, backfill, happens } = state;
  const { place, organisations, people, theme, status, mergedInto, confidence } = state;
  return {
    ...{ id, revision, position, kind },
    activity: activity && { id: activity.id, title: activity.title },
    ...{ phase, title, summary, announcedAt, announcedAtBasis, announcedAtPrecision, recordedAt, backfill },
    ...{ happens, place, organisations, people, theme, status, mergedInto, confidence },
    coverage: state.coverage.map(({ itemId, sourceId, url, title: headline, lang, publishedAt }) => ({
      itemId,
      sourceId,
      url,
      title: headline,
      lang,
      publishedAt,
    })),
    evidence: state.evidence.map(({ field, itemId, in: within, start, end, text }) => ({
      field,
      itemId,
      in: within,
      start,
      end,
      text,
    })),
  };
}
