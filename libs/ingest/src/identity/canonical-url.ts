import { isDay } from '#domain';

const TRACKING =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|spm|scm|share_.*|ref_src|cmpid|ncid|isappinstalled|nsukey|wfr|s_cid|at_.*)$/i;

/**
 * A link in the form that tells items apart: scheme, `www.`, fragment, tracking parameters, parameter order,
 * default ports and a trailing slash say nothing. Null when it is no http(s) address.
 */
export function canonicalUrl(link: string): string | null {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = kept.map(([name, value]) => `${name}=${value}`).join('&');
  const host = url.host.replace(/^(www|m)\./, '').replace(/:(80|443)$/, '');
  const path = url.pathname.replace(/\/(index\.(html?|php))?$/, '');
  return `${host}${path}${query && `?${query}`}`;
}

/** Hosts that carry the WIC's own articles, whose number is the same on every mirror. */
const WIC_HOST = /(^|\.)(wicinternet\.org|regional\.chinadaily\.com\.cn)$/;
const WIC_ARTICLE = /\/(\d{4})-?(\d{2})\/(\d{2})\/((?:c|content)_\d+)(?:_\d+)?\.html?$/;
const DATED_PATH = /\/(20\d{2}|19\d{2})[-/]?(\d{2})[-/]?(\d{2})\//;

/** What an article's address says by itself: the publication day and a number that identifies it. */
export function articleAddress(link: string): { day: string | null; number: string | null } {
  if (!URL.canParse(link)) return { day: null, number: null };
  const { hostname, pathname } = new URL(link);
  const article = WIC_ARTICLE.exec(pathname);
  const number = article && WIC_HOST.test(hostname) ? (article[4] ?? null) : null;
  const dated = article ?? DATED_PATH.exec(pathname);
  const day = dated ? `${dated[1]}-${dated[2]}-${dated[3]}` : null;
  return { day: day !== null && isDay(day) ? day : null, number };
}
