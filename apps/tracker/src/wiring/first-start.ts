import type { CommandBus } from '@nestjs/cqrs';
import { Act } from '#commands';
import { DomainError, WIC_TZ, type SourceSettings } from '#domain';
import type { Config, Leases, Logger } from '#platform';
import type { EventStore } from '#event-store';
import { sourceIdOf } from '../api/source-service.js';
import { PAGE_PRESETS } from '#ingest';

type Known = Pick<SourceSettings, 'title' | 'lang'> & { url: string };

/** Public feeds that carry WIC news, in both languages; a list to begin with, to be edited by whoever follows. */
const FEEDS: Known[] = [
  {
    url: 'https://www.chinanews.com.cn/rss/scroll-news.xml',
    title: 'China News Service: rolling news',
    lang: 'zh',
  },
  { url: 'https://www.chinanews.com.cn/rss/china.xml', title: 'China News Service: China', lang: 'zh' },
  {
    url: 'https://www.chinanews.com.cn/rss/importnews.xml',
    title: 'China News Service: important news',
    lang: 'zh',
  },
  {
    url: googleNews('World Internet Conference Wuzhen', 'hl=en-US&gl=US&ceid=US:en'),
    title: 'Google News: World Internet Conference',
    lang: 'en',
  },
  {
    url: googleNews('世界互联网大会', 'hl=zh-CN&gl=CN&ceid=CN:zh-Hans'),
    title: 'Google News: 世界互联网大会',
    lang: 'zh',
  },
  {
    url: googleNews('"Wuzhen Summit"', 'hl=en-US&gl=US&ceid=US:en'),
    title: 'Google News: Wuzhen Summit',
    lang: 'en',
  },
  {
    url: googleNews('乌镇峰会 OR 直通乌镇', 'hl=zh-CN&gl=CN&ceid=CN:zh-Hans'),
    title: 'Google News: 乌镇峰会',
    lang: 'zh',
  },
  {
    url: googleNews('世界互聯網大會', 'hl=zh-HK&gl=HK&ceid=HK:zh-Hant'),
    title: 'Google News: 世界互聯網大會',
    lang: 'zh',
  },
  { url: 'https://www.scmp.com/rss/36/feed', title: 'South China Morning Post: technology', lang: 'en' },
  { url: 'https://www.cgtn.com/subscribe/rss/section/china.xml', title: 'CGTN: China', lang: 'en' },
  {
    url: 'https://www.news.gov.hk/rss/news/topstories_en.xml',
    title: 'Hong Kong Government News',
    lang: 'en',
  },
];

/** What is followed at first start. */
export const FIRST_SOURCES: SourceSettings[] = [
  ...FEEDS.map((feed) => ({
    ...feed,
    kind: 'feed' as const,
    tz: WIC_TZ,
    linkPattern: null,
    filter: 'wic' as const,
  })),
  ...PAGE_PRESETS.map((preset) => ({
    ...preset,
    kind: 'page' as const,
    tz: WIC_TZ,
    filter: 'wic' as const,
  })),
];

/** Follows the first sources, once for a log: whoever removes one later is not overruled at the next start. */
export async function followFirstSources(parts: {
  config: Config;
  commands: CommandBus;
  store: EventStore;
  leases: Leases;
  logger: Logger;
}): Promise<void> {
  const { config, commands, store, leases, logger } = parts;
  if (!config.defaultSources) return;
  const lease = await leases.hold('first-sources', AbortSignal.timeout(60_000));
  try {
    for await (const event of store.readAll({ types: ['SourceFollowed'], limit: 100 })) {
      if (event.stream !== 'source-chronicle') return;
    }
    for (const data of FIRST_SOURCES) {
      const act = new Act(
        'source',
        sourceIdOf(data.url!),
        { type: 'FollowSource', data },
        { actor: 'first-start' },
      );
      await commands.execute(act).catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });
    }
    logger.info({ sources: FIRST_SOURCES.length }, 'Following the first sources');
  } finally {
    await lease.release();
  }
}

function googleNews(query: string, edition: string): string {
  return `https://news.google.com/rss/search?q=${encodeURIComponent(query)}&${edition}`;
}
