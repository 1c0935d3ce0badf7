/** What a reading of a fixture must hold: kind, start, end and place (a part of its name), null where none is told. */
export interface Expected {
  kind: string;
  start?: string | null;
  end?: string | null;
  place?: string | null;
  phase?: string | null;
  activity?: string;
}

export interface Case {
  name: string;
  title?: string;
  text: string;
  published?: string;
  url?: string;
  expected: Expected[];
}

/** Our own sentences in the manner of English reports. */
export const englishCases: Case[] = [
  {
    name: 'a summit announced at a press conference',
    title: 'Wuzhen Summit slated for November',
    published: '2025-10-18',
    text: 'BEIJING, Oct. 17 -- Organizers said on Friday that the 2025 World Internet Conference Wuzhen Summit will run from Nov. 6 to 9 in the canal town of Wuzhen, Zhejiang province.',
    expected: [
      {
        kind: 'summit',
        start: '2025-11-06',
        end: '2025-11-09',
        place: 'Wuzhen',
        phase: 'plan',
        activity: 'summit/2025',
      },
    ],
  },
  {
    name: 'a summit that opened and when it ends',
    title: 'World Internet Conference kicks off in Wuzhen',
    published: '2019-10-20',
    text: 'The sixth World Internet Conference kicked off on Sunday in Wuzhen, east China. The three-day event will run through Tuesday.',
    expected: [
      { kind: 'summit', start: '2019-10-20', end: '2019-10-22', place: 'Wuzhen', activity: 'summit/2019' },
    ],
  },
  {
    name: 'a summit that closed',
    title: '2024 World Internet Conference Wuzhen Summit concludes',
    published: '2024-11-22',
    text: 'The 2024 World Internet Conference Wuzhen Summit drew to a close in Wuzhen on Friday after four days of talks.',
    expected: [{ kind: 'summit', start: null, end: '2024-11-22', place: 'Wuzhen', phase: 'close' }],
  },
  {
    name: 'a regional summit is a forum',
    title: 'World Internet Conference Asia-Pacific Summit opens in Hong Kong',
    published: '2025-04-14',
    text: 'The World Internet Conference Asia-Pacific Summit, the first of its kind, opened in Hong Kong on Monday. The two-day summit has the theme "Integration of AI and Digital Technologies Shaping the Future".',
    expected: [
      { kind: 'forum', start: '2025-04-14', place: 'Hong Kong', activity: 'forum/asia-pacific-summit/2025' },
    ],
  },
  {
    name: 'a forum announced with open dates in a sentence of its own',
    title: 'Digital Silk Road forum to be held in Quanzhou',
    published: '2025-07-10',
    text: 'The World Internet Conference will hold its Digital Silk Road Development Forum in Quanzhou, Fujian province, on July 24, Secretary-General Ren Xianliang told reporters in Beijing on Thursday.',
    expected: [
      {
        kind: 'forum',
        start: '2025-07-24',
        place: 'Quanzhou',
        phase: 'plan',
        activity: 'forum/digital-silk-road/2025',
      },
    ],
  },
  {
    name: 'an expo that opens',
    title: 'Light of the Internet Expo opens in Wuzhen',
    published: '2024-11-19',
    text: 'The Light of the Internet Expo, part of the 2024 World Internet Conference, opened on Tuesday in Wuzhen, Zhejiang province, with 665 exhibitors. It runs until Nov. 22.',
    expected: [
      {
        kind: 'expo',
        start: '2024-11-19',
        end: '2024-11-22',
        place: 'Wuzhen',
        activity: 'expo/light-of-the-internet/2024',
      },
    ],
  },
  {
    name: 'a blue book',
    title: 'World Internet Development Report 2024 released',
    published: '2024-11-21',
    text: 'The World Internet Development Report 2024 was released on Thursday at the World Internet Conference in Wuzhen. It was compiled by the Chinese Academy of Cyberspace Studies.',
    expected: [{ kind: 'publication', start: '2024-11-21', activity: 'publication/blue-books/2024' }],
  },
  {
    name: 'prizes given',
    title: '20 projects win WIC Awards for Pioneering Science and Technology',
    published: '2024-11-20',
    text: 'Twenty projects received the 2024 World Internet Conference Awards for Pioneering Science and Technology in Wuzhen on Tuesday.',
    expected: [{ kind: 'award', start: '2024-11-19', activity: 'award/pioneering-science-technology/2024' }],
  },
  {
    name: 'a call for award applications with a deadline',
    title: 'Applications open for the 2025 WIC Awards for Pioneering Science and Technology',
    published: '2025-04-02',
    text: 'The World Internet Conference invites applications for its 2025 Awards for Pioneering Science and Technology. Applications close on June 30.',
    expected: [
      {
        kind: 'call_for_entries',
        start: null,
        end: '2025-06-30',
        activity: 'call/pioneering-science-technology/2025',
      },
    ],
  },
  {
    name: 'competition registration with its window',
    title: '2024 "Straight to Wuzhen" competition calls for entries',
    published: '2024-07-01',
    text: 'Registration for the 2024 "Straight to Wuzhen" Global Internet Competition is open from July 1 to August 31. Teams from all countries can take part.',
    expected: [
      {
        kind: 'competition_registration',
        start: '2024-07-01',
        end: '2024-08-31',
        activity: 'competition/straight-to-wuzhen/2024',
      },
    ],
  },
  {
    name: 'a semi-final',
    title: 'Semi-finals of Straight to Wuzhen competition held',
    published: '2024-10-12',
    text: 'The semi-finals of the 2024 "Straight to Wuzhen" Global Internet Competition took place in Ningbo on October 11.',
    expected: [{ kind: 'competition_result', start: '2024-10-11', place: 'Ningbo' }],
  },
  {
    name: 'a meeting with a guest',
    title: 'Liang Hao meets with delegation of the Internet Society',
    published: '2024-03-08',
    text: 'On March 7, Liang Hao, executive deputy secretary-general of the World Internet Conference (WIC), met with a delegation of the Internet Society in Beijing.',
    expected: [{ kind: 'exchange', start: '2024-03-07', place: 'Beijing' }],
  },
  {
    name: 'an event of others',
    title: 'Ren Xianliang attends the World Artificial Intelligence Conference',
    published: '2024-07-06',
    text: 'Ren Xianliang, secretary-general of the World Internet Conference (WIC), attended the 2024 World Artificial Intelligence Conference in Shanghai on July 4 and addressed a forum there.',
    expected: [
      {
        kind: 'external_participation',
        start: '2024-07-04',
        place: 'Shanghai',
        activity: 'external/world-artificial-intelligence-conference/2024/ren-xianliang',
      },
    ],
  },
  {
    name: 'a memorandum',
    title: 'WIC and Smart Africa sign MoU',
    published: '2024-11-21',
    text: 'The World Internet Conference (WIC) and the Smart Africa Alliance signed a memorandum of understanding in Wuzhen on Wednesday.',
    expected: [{ kind: 'partnership', start: '2024-11-20', place: 'Wuzhen' }],
  },
  {
    name: 'an appointment',
    title: 'New members of WIC High-Level Advisory Council named',
    published: '2023-11-09',
    text: 'Five experts were appointed as members of the High-Level Advisory Council of the World Internet Conference on November 8.',
    expected: [{ kind: 'appointment', start: '2023-11-08' }],
  },
  {
    name: 'a council meeting',
    title: 'WIC Council holds second meeting',
    published: '2023-11-08',
    text: 'The second meeting of the Council of the World Internet Conference (WIC) was held in Wuzhen on November 7. Zhuang Rongwen, chair of the WIC, presided.',
    expected: [{ kind: 'organisation', start: '2023-11-07', place: 'Wuzhen' }],
  },
  {
    name: 'a boycott',
    title: 'Press freedom group urges boycott of Chinese internet summit',
    published: '2015-12-15',
    text: 'Reporters Without Borders on Tuesday called on companies to boycott the World Internet Conference that opens in Wuzhen on Wednesday.',
    expected: [
      { kind: 'reaction', start: '2015-12-15' },
      { kind: 'summit', start: '2015-12-16', place: 'Wuzhen' },
    ],
  },
  {
    name: 'a seminar',
    title: 'WIC seminar on data governance held in Beijing',
    published: '2024-05-24',
    text: 'The World Internet Conference held a seminar on data governance in Beijing on Thursday. Representatives of 30 members took part.',
    expected: [{ kind: 'symposium', start: '2024-05-23', place: 'Beijing' }],
  },
  {
    name: 'a member day',
    title: 'WIC Member Day held in Shenzhen',
    published: '2024-08-30',
    text: 'The World Internet Conference Member Day took place in Shenzhen on August 28-29.',
    expected: [{ kind: 'member_activity', start: '2024-08-28', end: '2024-08-29', place: 'Shenzhen' }],
  },
  {
    name: 'a postponement',
    title: 'World Internet Conference postponed',
    published: '2020-10-10',
    text: 'The seventh World Internet Conference, planned for October in Wuzhen, has been postponed, the organizers said on Saturday.',
    expected: [{ kind: 'summit', phase: 'cancel', activity: 'summit/2020' }],
  },
  {
    name: 'the founding of the body',
    title: 'World Internet Conference established as international organization',
    published: '2022-07-12',
    text: 'The World Internet Conference was established as an international organization in Beijing on Tuesday.',
    expected: [
      {
        kind: 'organisation',
        start: '2022-07-12',
        place: 'Beijing',
        activity: 'organisation/world-internet-conference',
      },
    ],
  },
  {
    name: 'a committee set up',
    title: 'WIC sets up AI committee',
    published: '2024-11-20',
    text: 'The World Internet Conference established its Specialized Committee on Artificial Intelligence in Wuzhen on Wednesday.',
    expected: [{ kind: 'organisation', start: '2024-11-20', place: 'Wuzhen' }],
  },
  {
    name: 'a programme launched',
    title: 'Global Youth Leadership Program launched',
    published: '2023-08-10',
    text: 'The World Internet Conference launched the Global Youth Leadership Program on Thursday.',
    expected: [
      { kind: 'programme_launch', start: '2023-08-10', activity: 'programme/global-youth-leadership' },
    ],
  },
  {
    name: 'the nutrition programme',
    title: 'WIC clinics open in Ohio',
    published: '2024-02-01',
    text: 'WIC, the program for Women, Infants and Children, will open two clinics in Ohio on Feb. 3.',
    expected: [],
  },
  {
    name: 'another conference of the same letters',
    title: 'World Intelligence Congress opens',
    published: '2023-05-18',
    text: 'The seventh World Intelligence Congress (WIC) opened in Tianjin on Thursday.',
    expected: [],
  },
  {
    name: 'an image format',
    title: 'Windows Imaging Component',
    text: 'WIC decodes images. The Windows Imaging Component was released with Windows Vista in 2007.',
    expected: [],
  },
  {
    name: 'a town in the news for something else',
    title: 'Tourists return to Wuzhen',
    published: '2024-05-03',
    text: 'More than 100,000 visitors came to Wuzhen over the May Day holiday. The town opened a new museum on Wednesday.',
    expected: [],
  },
  {
    name: 'a passing mention',
    title: 'Chip maker posts record profit',
    published: '2024-03-03',
    text: 'The company reported a profit of 3 billion yuan on Friday. Its founder, who once spoke at the World Internet Conference, said that demand was strong. Shares rose 4 percent.',
    expected: [],
  },
];
