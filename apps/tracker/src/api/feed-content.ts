import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FeedAbout, FeedAnnouncement } from '#delivery';
import { ListAnnouncements, RecordingTimes, type AnnouncementView } from '#projections';
import type { FastifyRequest } from 'fastify';
import { PublicAddress } from './public-address.js';
import { Reads, type AskedFilter, type TimeTravel } from './reads.js';

const PAGE = 200;
/** As many as a calendar program takes in well. */
const MOST = 5000;
const NAMES = { en: 'World Internet Conference', zh: '世界互联网大会' };
const DESCRIPTIONS = {
  en: 'What is announced about the World Internet Conference.',
  zh: '世界互联网大会的最新公告。',
};

/** What outgoing feeds and calendars are made of. */
@Injectable()
export class FeedContent {
  constructor(
    private readonly queries: QueryBus,
    private readonly reads: Reads,
    private readonly address: PublicAddress,
  ) {}

  /** The announcements made last. */
  async latest(asked: AskedFilter, time: TimeTravel, limit: number): Promise<FeedAnnouncement[]> {
    const moment = await this.reads.moment(time);
    const page = { order: 'announced', limit, cursor: null } as const;
    const { data } = await this.queries.execute(
      new ListAnnouncements(this.reads.filter(asked, time.tz), moment, page),
    );
    return this.dated(data);
  }

  /** Every announcement the filter lets through, up to 5,000. */
  async all(asked: AskedFilter, time: TimeTravel): Promise<FeedAnnouncement[]> {
    const moment = await this.reads.moment(time);
    const filter = this.reads.filter(asked, time.tz);
    const all: AnnouncementView[] = [];
    let cursor: string | null = null;
    do {
      const page: { data: AnnouncementView[]; next: string | null } = await this.queries.execute(
        new ListAnnouncements(filter, moment, { order: 'announced', limit: PAGE, cursor }),
      );
      all.push(...page.data);
      cursor = page.next;
    } while (cursor !== null && all.length < MOST);
    return this.dated(all);
  }

  /** Each with when the last event it was made of was recorded: readers take up again what changed. */
  private async dated(announcements: AnnouncementView[]): Promise<FeedAnnouncement[]> {
    const times = await this.queries.execute(
      new RecordingTimes(announcements.map(({ position }) => position)),
    );
    return announcements.map((one) => ({ ...one, updatedAt: times.get(one.position) ?? one.recordedAt }));
  }

  /** What a feed says of itself, under the address it was asked for. */
  about(request: FastifyRequest, lang: 'en' | 'zh' = 'en'): FeedAbout {
    const home = this.address.of(request);
    return {
      title: NAMES[lang],
      description: DESCRIPTIONS[lang],
      selfUrl: `${home}${request.url}`,
      homeUrl: `${home}/`,
      lang,
      pageOf: (id) => `${home}/v1/announcements/${encodeURIComponent(id)}`,
    };
  }
}
