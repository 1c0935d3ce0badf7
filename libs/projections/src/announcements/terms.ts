import {
  dayOf,
  WIC_TZ,
  type AnnouncementState,
  type Coverage,
  type Instant,
  type LocalizedText,
} from '#domain';

/** Marks the terms of what a list leaves out unless asked for: withdrawn and merged announcements. */
export const HIDDEN = '!';
/** The term every announcement has. */
export const ALL = 'all';

/** True for the states that lists show without being asked. */
export function isVisible({ status }: Pick<AnnouncementState, 'status'>): boolean {
  return status === 'published' || status === 'corrected';
}

/** What a state is counted and found by: `<dimension>=<value>`, with a mark when it is hidden. */
export function termsOf(state: AnnouncementState): string[] {
  const known = remembered.get(state);
  if (known) return known;
  const terms = readTerms(state);
  remembered.set(state, terms);
  return terms;
}

const remembered = new WeakMap<AnnouncementState, string[]>();

function readTerms(state: AnnouncementState): string[] {
  const { kind, phase, activity, place, organisations, status } = state;
  const terms = [ALL, `status=${status}`, `kind=${kind}`, `year=${yearOf(state)}`];
  terms.push(`month=${monthOf(state.announcedAt)}/${kind}`);
  if (phase) terms.push(`phase=${phase}`);
  if (activity) terms.push(`activity=${activity.id}`);
  if (place) terms.push(`place=${place.name}`);
  if (place?.country) terms.push(`country=${place.country}`);
  for (const name of organisations) terms.push(`organisation=${name}`);
  for (const lang of langsOf(state)) terms.push(`language=${lang}`);
  for (const coverage of state.coverage) terms.push(...coverageTerms(coverage));
  const marked = isVisible(state) ? terms : terms.map((term) => HIDDEN + term);
  return [...new Set(marked)];
}

const ofCoverage = new WeakMap<Coverage, string[]>();

function coverageTerms(coverage: Coverage): string[] {
  const known = ofCoverage.get(coverage);
  if (known) return known;
  const terms = [`source=${coverage.sourceId}`, `item=${coverage.itemId}`];
  ofCoverage.set(coverage, terms);
  return terms;
}

/** The year in which it happens, or was announced where nothing says when it happens. */
export function yearOf({ happens, announcedAt }: AnnouncementState): string {
  return (happens?.start ?? happens?.end ?? monthOf(announcedAt)).slice(0, 4);
}

const months = new Map<string, string>();
const MONTHS_REMEMBERED = 10_000;

/** The month of an instant where the WIC is. The same instants come again and again. */
function monthOf(instant: Instant): string {
  const known = months.get(instant);
  if (known !== undefined) return known;
  if (months.size > MONTHS_REMEMBERED) months.clear();
  const month = dayOf(instant, WIC_TZ).slice(0, 7);
  months.set(instant, month);
  return month;
}

/** Languages in which it is told: by its title, or by an item that reports it. */
export function langsOf({ title, coverage }: AnnouncementState): string[] {
  return [...new Set([...Object.keys(title), ...coverage.map(({ lang }) => lang)])].sort();
}

/** What is searched of an announcement, as a state or in its public form. */
export type Searched = Pick<
  AnnouncementState,
  'title' | 'summary' | 'organisations' | 'people' | 'theme' | 'place'
> & { activity: { title?: LocalizedText | null } | null };

const texts = new WeakMap<Searched, string>();

/** What a state is searched by, in both languages. */
export function searchTextOf(state: Searched): string {
  const known = texts.get(state);
  if (known !== undefined) return known;
  const { title, summary, activity, organisations, people, theme, place } = state;
  const parts: string[] = [];
  for (const localized of [title, summary, activity?.title])
    if (localized) parts.push(...Object.values(localized));
  parts.push(...organisations);
  for (const { name, role } of people) parts.push(`${name} ${role ?? ''}`);
  parts.push(theme ?? '', place?.name ?? '');
  const text = parts.join('\n');
  texts.set(state, text);
  return text;
}
