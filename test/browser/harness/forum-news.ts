/** Reports of one forum, in our own words, as documents given by hand. */

export const FORUM = {
  title: 'Digital Silk Road forum of the World Internet Conference to be held in Xiamen',
  text:
    'The World Internet Conference (WIC) will hold its 2022 Digital Silk Road Development Forum in Xiamen, Fujian ' +
    'province, from March 16 to March 18, 2022, its secretariat said on Friday.\n\n' +
    'Guests from more than fifty countries are expected. The forum is hosted by the World Internet Conference.',
  publishedAt: '2022-02-18T02:00:00.000Z',
};
export const FORUM_ZH = {
  title: '世界互联网大会数字丝路发展论坛将在厦门举行',
  text:
    '2022年世界互联网大会数字丝路发展论坛将于2022年3月16日至18日在福建厦门举行。预计有五十多个国家的嘉宾参加。\n' +
    '论坛主题为“共享丝路数字未来”。',
  publishedAt: '2022-02-19T02:00:00.000Z',
};
export const FORUM_ELSEWHERE = {
  title: 'Xiamen to host the Digital Silk Road forum of the World Internet Conference',
  text:
    'The 2022 Digital Silk Road Development Forum of the World Internet Conference (WIC) will be held in Xiamen, ' +
    'Fujian province, from March 16 to March 18, 2022. The city is getting ready for its guests.',
  publishedAt: '2022-02-21T02:00:00.000Z',
};
