import type { Entry } from '../harness/feed-text.js';

/** News in our own words, made of facts about the WIC; links end where a spec says. */

type News = Omit<Entry, 'id' | 'link'>;

/** Announced for one day; the same item later says the day after. */
export const DIALOGUE: News = {
  title: 'Nishan Dialogue on Digital Civilization to be held on June 25',
  text:
    'The World Internet Conference (WIC) will hold its 2023 Nishan Dialogue on Digital Civilization in Qufu, ' +
    'Shandong province, on June 25, 2023. Guests from several continents have been invited.',
  published: '2023-06-10T02:00:00.000Z',
};
export const DIALOGUE_MOVED: News = {
  title: 'Nishan Dialogue on Digital Civilization to be held on June 26',
  text:
    'The World Internet Conference (WIC) will hold its 2023 Nishan Dialogue on Digital Civilization in Qufu, ' +
    'Shandong province, on June 26, 2023. Guests from several continents have been invited.',
  published: '2023-06-10T02:00:00.000Z',
  updated: '2023-06-12T02:00:00.000Z',
};
export const DIALOGUE_ELSEWHERE: News = {
  title: 'Qufu to host the Nishan Dialogue of the World Internet Conference',
  text:
    'The 2023 Nishan Dialogue on Digital Civilization of the World Internet Conference (WIC) will be held in Qufu, ' +
    'Shandong province, on June 26, 2023, and the city is getting ready for its guests.',
  published: '2023-06-13T02:00:00.000Z',
};
export const DIALOGUE_ZH: News = {
  title: '世界互联网大会数字文明尼山对话将在曲阜举行',
  text: '2023年世界互联网大会数字文明尼山对话将于2023年6月26日在山东曲阜举行。这是该国际组织今年的一项重要活动。',
  published: '2023-06-14T02:00:00.000Z',
};

export const OFFICE: News = {
  title: 'WIC Zhejiang Office is unveiled in Wuzhen',
  text:
    'The World Internet Conference (WIC) unveiled its Zhejiang Office in Wuzhen Town, Tongxiang, Zhejiang province, ' +
    'on June 15, 2023. Secretary-General Ren Xianliang called it the first representative office of the organization.',
  published: '2023-06-16T02:00:00.000Z',
};

/** Told today of something that is still to come, so that it is no backfill. */
export function competition(published: string): News {
  const year = Number(published.slice(0, 4));
  return {
    title: `Registration opens for the ${year} "Straight to Wuzhen" Global Internet Competition`,
    text:
      `Registration for the ${year} "Straight to Wuzhen" Global Internet Competition of the World Internet Conference ` +
      '(WIC) is open. Teams from companies and universities may sign up online.',
    published,
  };
}

/** Shares its letters with the WIC and nothing else. */
export const NOT_ABOUT_IT: News = {
  title: 'County clinic extends its WIC food programme',
  text: 'The WIC programme for women, infants and children will hand out vouchers at the county clinic until July.',
  published: '2023-06-16T03:00:00.000Z',
};

/** Many announcements, each of its own: the blue book of one year after the other. */
export function yearly(year: number): News {
  return {
    title: `World Internet Conference opens in Wuzhen: the ${year} Wuzhen Summit`,
    text: `The ${year} World Internet Conference (WIC) Wuzhen Summit opened in Wuzhen, Zhejiang province, on November 8, ${year}.`,
    published: `${year}-11-08T04:00:00.000Z`,
  };
}

/** A news item as an entry of a feed. */
export function entry(id: string, news: News, site = 'https://news.example.org'): Entry {
  return { id, link: `${site}/${id}`, ...news };
}
