import type { Lang } from '#domain';

/** What is known of a site whose pages list articles and that has no feed. */
export interface PagePreset {
  /** Its front page. */
  url: string;
  title: string;
  lang: Lang;
  /** Which links of any of its list pages lead to articles. */
  linkPattern: string;
}

const ENGLISH = String.raw`/\d{4}-\d{2}/\d{2}/c_\d+\.html?$`;
const CHINESE = String.raw`/\d{4}-\d{2}/\d{2}/content_\d+\.html?$`;

/** The WIC's own sites and their mirror: the day of publication and the article's number stand in each address. */
export const PAGE_PRESETS: readonly PagePreset[] = [
  {
    url: 'https://www.wicinternet.org/',
    title: 'World Internet Conference, official site',
    lang: 'en',
    linkPattern: ENGLISH,
  },
  {
    url: 'https://cn.wicinternet.org/',
    title: '世界互联网大会官网',
    lang: 'zh',
    linkPattern: CHINESE,
  },
  {
    url: 'https://www.wuzhenwic.org/',
    title: 'Wuzhen Summit, official site',
    lang: 'en',
    linkPattern: ENGLISH,
  },
  {
    url: 'https://regional.chinadaily.com.cn/wic/',
    title: 'China Daily: World Internet Conference',
    lang: 'en',
    linkPattern: String.raw`/wic/(?:[\w-]+/)*\d{4}-\d{2}/\d{2}/c_\d+\.html?$`,
  },
];

/** What is known of the site that a page belongs to, whichever of its sections the page is; null when nothing is. */
export function pagePreset(url: string): PagePreset | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  const found = PAGE_PRESETS.find((preset) => {
    const known = new URL(preset.url);
    return bare(known.hostname) === bare(hostname) && `${pathname}/`.startsWith(known.pathname);
  });
  return found ?? null;
}

function bare(host: string): string {
  return host.replace(/^(?:www|m)\./, '');
}
