import type { KnownEvent } from '../knowledge.js';

/** Prizes and selections. */
const awards: KnownEvent[] = [
  {
    key: 'award/leading-achievements/{year}',
    kind: 'award',
    names: {
      en: [
        'leading scientific and technological achievements',
        'leading Internet scientific and technological achievements',
        'leading sci-tech achievements',
        'leading internet technology achievements',
        'leading technological achievements',
        'leading technologies',
        'cutting-edge scientific achievements',
      ],
      zh: ['领先科技成果'],
    },
    firstYear: 2016,
  },
  {
    key: 'award/leading-achievements/{year}',
    kind: 'award',
    names: {
      en: [
        'world leading internet scientific and technological achievements',
        "world's leading scientific and technological achievements in the Internet",
      ],
      zh: ['世界互联网领先科技成果'],
    },
    firstYear: 2016,
    distinctive: true,
  },
  {
    key: 'award/pioneering-science-technology/{year}',
    kind: 'award',
    names: {
      en: [
        'Awards for Pioneering Science and Technology',
        'Award for Pioneering Science and Technology',
        'Pioneering Science and Technology Award',
        'WIC Awards',
        'Leading Technology Award',
        'Leading Technology Awards',
      ],
      zh: ['世界互联网大会领先科技奖', '领先科技奖'],
    },
    firstYear: 2023,
  },
  {
    key: 'award/practice-cases/{year}',
    kind: 'award',
    names: {
      en: ['Outstanding Cases', 'Practice Cases', 'Best Practice Cases', 'Exemplary Cases'],
      zh: ['精品案例', '实践案例'],
    },
    firstYear: 2021,
  },
  {
    key: 'award/practice-cases/{year}',
    kind: 'award',
    names: {
      en: [
        'Practice Cases of Jointly Building a Community with a Shared Future in Cyberspace',
        'Outstanding Cases of Jointly Building a Community with a Shared Future in Cyberspace',
        'Exemplary Cases of Jointly Building a Community with a Shared Future in Cyberspace',
      ],
      zh: [
        '"携手构建网络空间命运共同体精品案例"',
        '携手构建网络空间命运共同体精品案例',
        '携手构建网络空间命运共同体实践案例',
        '携手构建网络空间命运共同体最佳案例',
        '构建网络空间命运共同体实践案例',
      ],
    },
    firstYear: 2021,
    distinctive: true,
  },
  {
    key: 'award/distinguished-contribution/{year}',
    kind: 'award',
    names: {
      en: [
        'Distinguished Contribution Award',
        'Distinguished Contribution Awards',
        'Outstanding Contribution Award',
      ],
      zh: ['世界互联网大会杰出贡献奖', '杰出贡献奖'],
    },
    firstYear: 2024,
  },
];

/** Programmes, offices, committees and papers with names of their own. */
const others: KnownEvent[] = [
  {
    key: 'programme/global-youth-leadership',
    kind: 'programme_launch',
    names: {
      en: [
        'Global Youth Leadership Program',
        'Global Youth Leadership Programme',
        'Global Youth Leaders Program',
        'Global Youth Leaders Programme',
      ],
      zh: ['全球青年领军者'],
    },
    firstYear: 2023,
  },
  {
    key: 'programme/global-youth-leadership',
    kind: 'programme_launch',
    names: {
      en: ['WIC Global Youth Leadership Program'],
      zh: ['"全球青年领军者计划"', '全球青年领军者计划'],
    },
    firstYear: 2023,
    distinctive: true,
  },
  {
    key: 'programme/think-tank-cooperation',
    kind: 'programme_launch',
    names: {
      en: [
        'Think Tank Cooperation Program',
        'Think Tank Cooperation Programme',
        'Think Tank Cooperation Plan',
      ],
      zh: ['智库合作计划'],
    },
  },
  {
    key: 'programme/digital-academy',
    kind: 'programme_launch',
    names: {
      en: ['Digital Academy', 'WIC Digital Academy', 'Digital Training Institute'],
      zh: ['数字研修院', '数字学院'],
    },
  },
  {
    key: 'programme/ai-for-social-good',
    kind: 'programme_launch',
    names: {
      en: ['"AI for Social Good" Program', 'AI for Social Good Program', '"AI for Social Good" Programme'],
      zh: ['"人工智能造福人类"计划', '人工智能赋能社会公益计划'],
    },
  },
  {
    key: 'office/zhejiang',
    kind: 'office_opening',
    names: { en: ['Zhejiang Office'], zh: ['浙江办事处'] },
    editions: [{ year: 2023, start: '2023-06-15' }],
  },
  {
    key: 'publication/blue-books/{year}',
    kind: 'publication',
    names: {
      en: [
        'WIC Blue Book',
        'WIC Blue Books',
        'China Internet Development Report',
        'blue book on world internet development',
      ],
      zh: ['世界互联网大会蓝皮书', '中国互联网发展报告'],
    },
    firstYear: 2017,
  },
  {
    key: 'publication/blue-books/{year}',
    kind: 'publication',
    names: { en: ['World Internet Development Report'], zh: ['世界互联网发展报告'] },
    firstYear: 2017,
    distinctive: true,
  },
  {
    key: 'publication/wuzhen-initiative/{year}',
    kind: 'publication',
    names: { en: ['Wuzhen Initiative'], zh: ['乌镇倡议'] },
    distinctive: true,
  },
  {
    key: 'publication/wuzhen-outlook/{year}',
    kind: 'publication',
    names: { en: ['Wuzhen Outlook'], zh: ['乌镇展望'] },
    distinctive: true,
  },
  {
    key: 'publication/wuzhen-declaration/{year}',
    kind: 'publication',
    names: { en: ['Wuzhen Declaration', 'draft joint statement'], zh: ['乌镇宣言'] },
    distinctive: true,
  },
];

export const awardsAndWorks: KnownEvent[] = [...awards, ...others];
