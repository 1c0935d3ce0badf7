import type { AnnouncementQuery } from '#client';

/** The selection as it stands in an address of the tracker, e.g. `/v1/feed.atom?kind=summit`. */
export function addressOf(origin: string, path: string, selection: AnnouncementQuery): string {
  const url = new URL(path, origin);
  for (const [name, value] of Object.entries(selection))
    for (const each of [value].flat()) url.searchParams.append(name, String(each));
  return url.href;
}

/** What a webhook can be restricted to. */
export interface WebhookSelection {
  kinds?: string[];
  q?: string;
  organisation?: string;
  place?: string;
  activity?: string;
  lang?: string;
}

/** The part of a selection that a webhook can follow, and the names of what it cannot: a year, a source. */
export function webhookSelection(selection: AnnouncementQuery): { chosen: WebhookSelection; left: string[] } {
  const { kind, q, organisation, place, activity, lang, ...rest } = selection;
  const known = Object.entries({ q, organisation, place, activity, lang });
  const chosen = Object.fromEntries(known.filter(([, value]) => value !== undefined));
  return {
    chosen: { ...chosen, ...(kind === undefined ? {} : { kinds: [kind].flat().map(String) }) },
    left: Object.keys(rest),
  };
}
