import type { KnownEvent } from '../knowledge.js';

/** The yearly meeting itself and the forums that recur beside it. */
const meetings: KnownEvent[] = [
  {
    key: 'summit/{year}',
    kind: 'summit',
    names: {
      en: ['Wuzhen Summit', 'Wuzhen Conference'],
      zh: ['乌镇峰会', '世界互联网大会年会'],
    },
    firstYear: 2014,
    distinctive: true,
    editions: [
      { year: 2014, start: '2014-11-19', end: '2014-11-21' },
      { year: 2015, start: '2015-12-16', end: '2015-12-18' },
      { year: 2016, start: '2016-11-16', end: '2016-11-18' },
      { year: 2017, start: '2017-12-03', end: '2017-12-05' },
      { year: 2018, start: '2018-11-07', end: '2018-11-09' },
      { year: 2019, start: '2019-10-20', end: '2019-10-22' },
      { year: 2020, start: '2020-11-23', end: '2020-11-24' },
      { year: 2021, start: '2021-09-26', end: '2021-09-28' },
      { year: 2022, start: '2022-11-09', end: '2022-11-11' },
      { year: 2023, start: '2023-11-08', end: '2023-11-10' },
      { year: 2024, start: '2024-11-19', end: '2024-11-22' },
      { year: 2025, start: '2025-11-06', end: '2025-11-09' },
      { year: 2026, start: '2026-11-02', end: '2026-11-05' },
    ],
  },
  {
    key: 'summit/{year}',
    kind: 'summit',
    names: { en: ['Internet Development Forum'], zh: ['互联网发展论坛'] },
    editions: [{ year: 2020, start: '2020-11-23', end: '2020-11-24' }],
  },
  {
    key: 'forum/nishan-dialogue/{year}',
    kind: 'forum',
    names: {
      en: ['Nishan Dialogue on Digital Civilization', 'Nishan Dialogue'],
      zh: ['数字文明尼山对话', '尼山对话'],
    },
    distinctive: true,
    editions: [{ year: 2023, start: '2023-06-26' }],
  },
  {
    key: 'forum/digital-silk-road/{year}',
    kind: 'forum',
    names: {
      en: ['Digital Silk Road Development Forum'],
      zh: ['数字丝路发展论坛'],
    },
    firstYear: 2024,
    distinctive: true,
    editions: [
      { year: 2024, start: '2024-04-16' },
      { year: 2025, start: '2025-07-24' },
      { year: 2026, start: '2026-07-21', end: '2026-07-22' },
    ],
  },
  {
    key: 'forum/digital-silk-road/{year}',
    kind: 'forum',
    names: { en: ['Digital Silk Road Forum'], zh: ['数字丝绸之路发展论坛', '数字丝路论坛'] },
    firstYear: 2024,
  },
  {
    key: 'forum/asia-pacific-summit/{year}',
    kind: 'forum',
    names: {
      en: ['Asia-Pacific Summit', 'Asia Pacific Summit', 'Asia-Pacific Conference'],
      zh: ['亚太峰会', '亚太地区峰会'],
    },
    firstYear: 2025,
    editions: [
      { year: 2025, start: '2025-04-14', end: '2025-04-15' },
      { year: 2026, start: '2026-04-13', end: '2026-04-14' },
    ],
  },
  {
    key: 'forum/cultural-heritage-digitalization/{year}',
    kind: 'forum',
    names: {
      en: [
        'Cultural Heritage Digitalization Forum',
        'forum on cultural heritage digitalization',
        'Forum on Digitalization of Cultural Heritage',
      ],
      zh: ['文化遗产数字化论坛', '文化遗产数字化发展论坛'],
    },
    editions: [{ year: 2025, start: '2025-09-16', end: '2025-09-17' }],
  },
];

/** Competition, exhibition, prizes and papers that come with the yearly meeting. */
const companions: KnownEvent[] = [
  {
    key: 'competition/straight-to-wuzhen/{year}',
    kind: 'competition_result',
    names: {
      en: [
        '"Straight to Wuzhen" Global Internet Competition',
        'Straight to Wuzhen Global Internet Competition',
        'Global Internet Competition of "Straight to Wuzhen"',
        'Straight to Wuzhen Competition',
        'Straight to Wuzhen Internet Competition',
        '"Straight to Wuzhen" competition',
        '"Straight to Wuzhen" contest',
        'Global Internet Competition',
        'WIC internet competition',
      ],
      zh: [
        '"直通乌镇"全球互联网大赛',
        '直通乌镇全球互联网大赛',
        '直通乌镇大赛',
        '"直通乌镇"大赛',
        '全球互联网大赛',
      ],
    },
    firstYear: 2019,
    distinctive: true,
  },
  {
    key: 'expo/light-of-the-internet/{year}',
    kind: 'expo',
    names: {
      en: [
        'Light of the Internet Expo',
        '"Light of the Internet" Expo',
        'Light of Internet Expo',
        '"Light of Internet" Expo',
        'Light of the Internet Exposition',
        '"Light of the Internet" Exposition',
        'Light of the Internet Exhibition',
      ],
      zh: ['"互联网之光"博览会', '互联网之光博览会'],
    },
    distinctive: true,
    editions: [
      { year: 2024, start: '2024-11-19', end: '2024-11-22' },
      { year: 2025, start: '2025-11-06' },
    ],
  },
];

export const meetingsAndCompanions: KnownEvent[] = [...meetings, ...companions];
