/** The views of the page, and where each lives. */
export const VIEWS = [
  'timeline',
  'announcement',
  'activities',
  'calendar',
  'follow',
  'sources',
  'review',
  'status',
] as const;
export type View = (typeof VIEWS)[number];

const ROOTS: Record<string, View> = {
  '': 'timeline',
  announcements: 'announcement',
  activities: 'activities',
  calendar: 'calendar',
  follow: 'follow',
  sources: 'sources',
  review: 'review',
  status: 'status',
};

/** What a path shows: a view and the id in it, e.g. `/activities/summit/2023`; null when nothing lives there. */
export function viewOf(path: string): { view: View; id: string | null } | null {
  const [root = '', ...rest] = path.split('/').slice(1);
  const view = ROOTS[root];
  if (!view) return null;
  const id = rest.map(decodeURIComponent).join('/');
  return { view, id: id === '' ? null : id };
}

export function pathOf(view: View, id?: string): string {
  const [root = ''] = Object.entries(ROOTS).find(([, each]) => each === view) ?? [];
  return id === undefined ? `/${root}` : `/${root}/${id.split('/').map(encodeURIComponent).join('/')}`;
}
