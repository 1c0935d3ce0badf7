import { isIP } from 'node:net';

/** Second levels under country domains that are registries themselves, of the countries our sources lie in. */
const REGISTRIES = new Set(['com', 'org', 'net', 'gov', 'edu', 'ac', 'co', 'or', 'ne', 'go', 'idv', 'mil']);

/**
 * The domain whose owner asks for a pause: `news.example.com.cn` → `example.com.cn`. An address or a single
 * label stands for itself, with its port, since nothing says who shares it.
 */
export function registrableDomain(link: string): string {
  if (!URL.canParse(link)) return link;
  const { hostname, host } = new URL(link);
  const labels = hostname.split('.');
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || labels.length < 2) return host;
  const [second = '', top = ''] = labels.slice(-2);
  const depth = top.length === 2 && REGISTRIES.has(second) ? 3 : 2;
  return labels.slice(-depth).join('.');
}
