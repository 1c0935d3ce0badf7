import { getDomain } from 'tldts';

/**
 * The domain whose owner asks for a pause, by the public suffix list: `news.example.com.cn` → `example.com.cn`,
 * `blog.github.io` → itself. An address or a single label stands for itself, with its port, since nothing says
 * who shares it.
 */
export function registrableDomain(link: string): string {
  if (!URL.canParse(link)) return link;
  return getDomain(link, { allowPrivateDomains: true }) ?? new URL(link).host;
}

/** The host and port that a link leads to: what gets one request at a time. */
export function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : link;
}
