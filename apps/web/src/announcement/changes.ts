import type { Announcement, Coverage, FieldChange } from '#client';

/** A change as it is told: what was there before and what is there now, or what came and went of a list. */
export type Told =
  | { field: string; form: 'value'; from: unknown; to: unknown }
  | { field: string; form: 'list'; gone: string[]; come: string[] }
  | { field: string; form: 'coverage'; gone: Coverage[]; come: Coverage[] };

/** Told beside the date they belong to, or by the text itself. */
const BESIDE: ReadonlySet<string> = new Set([
  'evidence',
  'announcedAtBasis',
  'announcedAtPrecision',
  'confidence',
]);

type Localized = Announcement['title'];

/** What changed by an event, as it is told to people; empty where nothing that anyone would see did. */
export function told(changes: readonly FieldChange[]): Told[] {
  return changes.filter(({ field }) => !BESIDE.has(field)).flatMap(toldOf);
}

function toldOf({ field, from, to }: FieldChange): Told[] {
  if (field === 'title' || field === 'summary') return byLanguage(field, from, to);
  if (field === 'organisations' || field === 'people') {
    const [before, after] = [namesOf(from), namesOf(to)];
    const list = { gone: without(before, after), come: without(after, before) };
    return list.gone.length + list.come.length === 0 ? [] : [{ field, form: 'list', ...list }];
  }
  if (field === 'coverage') return [coverageChange(from, to)];
  return isNothing(from) && isNothing(to) ? [] : [{ field, form: 'value', from, to }];
}

/** Each language that says something else: `title.en`. */
function byLanguage(field: string, from: unknown, to: unknown): Told[] {
  const [before, after] = [(from ?? {}) as Localized, (to ?? {}) as Localized];
  return (['en', 'zh'] as const)
    .filter((lang) => before[lang] !== after[lang])
    .map((lang) => ({
      field: `${field}.${lang}`,
      form: 'value',
      from: before[lang] ?? null,
      to: after[lang] ?? null,
    }));
}

function coverageChange(from: unknown, to: unknown): Told {
  const [before, after] = [(from ?? []) as Coverage[], (to ?? []) as Coverage[]];
  const other = (all: Coverage[]) => new Set(all.map(({ itemId }) => itemId));
  return {
    field: 'coverage',
    form: 'coverage',
    gone: before.filter(({ itemId }) => !other(after).has(itemId)),
    come: after.filter(({ itemId }) => !other(before).has(itemId)),
  };
}

function namesOf(list: unknown): string[] {
  const all = (list ?? []) as (string | { name: string; role: string | null })[];
  return all.map((each) =>
    typeof each === 'string' ? each : [each.name, each.role].filter(Boolean).join(', '),
  );
}

const without = (all: string[], others: string[]) => all.filter((each) => !others.includes(each));
const isNothing = (value: unknown) => value === null || value === undefined;
