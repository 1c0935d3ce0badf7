import type { PublicEvent } from '#projections';

/** A public announcement with the given members over plain ones. */
export function announcementLike(members: Record<string, unknown> = {}) {
  return {
    id: 'a1',
    revision: 0,
    kind: 'forum',
    activity: { id: 'forum/nishan/2023', title: { en: 'Nishan Dialogue 2023' } },
    phase: 'plan',
    title: { en: 'A dialogue on digital civilisation is planned', zh: '数字文明对话将举行' },
    summary: null,
    announcedAt: '2023-06-20T02:00:00.000Z',
    announcedAtPrecision: 'instant',
    happens: { start: '2023-06-26', end: '2023-06-28', precision: 'day', tz: 'Asia/Shanghai' },
    place: { name: 'Qufu, Shandong', country: 'CN' },
    organisations: ['World Internet Conference'],
    people: [{ name: 'Ren Xianliang', role: 'Secretary-General' }],
    theme: null,
    status: 'published',
    mergedInto: null,
    confidence: 0.9,
    coverage: [{ itemId: 'i1', url: 'https://news.example/1', title: 'Dialogue planned', lang: 'en' }],
    evidence: [],
    ...members,
  };
}

/** An announcement event at a position, by default published and not backfill. */
export function eventAt(
  position: number,
  members: Partial<PublicEvent> = {},
  announcement: Record<string, unknown> = {},
): PublicEvent {
  const announcedAt = new Date(Date.UTC(2023, 5, 1) + position * 3_600_000).toISOString();
  return {
    type: 'announcement.published',
    position: String(position),
    announcedAt,
    recordedAt: announcedAt,
    backfill: false,
    scope: 'public',
    data: { announcement: announcementLike({ id: `a${position}`, announcedAt, ...announcement }) },
    ...members,
  };
}

/** A webhook's event at a position. */
export function webhookEventAt(
  position: number,
  type: string,
  id: string,
  data: Record<string, unknown> = {},
): PublicEvent {
  const at = new Date(Date.UTC(2023, 5, 1) + position * 3_600_000).toISOString();
  return {
    type: `webhook.${type}`,
    position: String(position),
    announcedAt: null,
    recordedAt: at,
    backfill: false,
    scope: 'webhooks:read',
    data: { webhook: { id, ...data } },
  };
}
