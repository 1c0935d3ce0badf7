import type { KnownEvent } from '../knowledge.js';

/** Programmes, offices, committees and papers with names of their own. */
export const programmesAndPapers: KnownEvent[] = [
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
    key: 'museum/world-internet',
    kind: 'other',
    names: {
      en: ['World Internet Science and Technology Museum', 'World Internet Museum'],
      zh: ['世界互联网科技馆'],
    },
    distinctive: true,
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
    key: 'publication/wuzhen-report/{year}',
    kind: 'publication',
    names: { en: ['Wuzhen Report on World Internet Development'], zh: ['乌镇报告'] },
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
