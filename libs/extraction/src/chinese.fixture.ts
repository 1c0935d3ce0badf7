import type { Case } from './english.fixture.js';

/** Our own sentences in the manner of Chinese reports. */
export const chineseCases: Case[] = [
  {
    name: 'a summit opened by a letter',
    title: '习近平向世界互联网大会乌镇峰会致贺信',
    published: '2021-09-26',
    text: '9月26日，国家主席习近平向2021年世界互联网大会乌镇峰会致贺信。峰会当天在浙江乌镇开幕，为期三天。',
    expected: [
      { kind: 'summit', start: '2021-09-26', place: '乌镇', phase: 'open', activity: 'summit/2021' },
    ],
  },
  {
    name: 'a numbered edition announced',
    title: '第四届世界互联网大会12月3日至5日在乌镇举行',
    published: '2017-11-16',
    text: '记者16日从国新办新闻发布会上获悉，第四届世界互联网大会将于12月3日至5日在浙江省乌镇举行，今年大会的主题是“发展数字经济 促进开放共享——携手共建网络空间命运共同体”。',
    expected: [
      {
        kind: 'summit',
        start: '2017-12-03',
        end: '2017-12-05',
        place: '乌镇',
        phase: 'plan',
        activity: 'summit/2017',
      },
    ],
  },
  {
    name: 'a summit closed',
    title: '第六届世界互联网大会闭幕',
    published: '2019-10-22',
    text: '第六届世界互联网大会22日下午在乌镇落下帷幕。',
    expected: [
      {
        kind: 'summit',
        start: null,
        end: '2019-10-22',
        place: '乌镇',
        phase: 'close',
        activity: 'summit/2019',
      },
    ],
  },
  {
    name: 'a round-up with one item',
    title: '国内联播快讯',
    published: '2025-04-14',
    text: '央视网消息：\n全国铁路货运量稳步增长\n国铁集团今天（4月14日）发布数据，一季度全国铁路货运量同比增长3.1%，其中电煤发送量保持高位运行。\n世界互联网大会亚太峰会在香港开幕\n世界互联网大会亚太峰会今天（4月14日）在香港开幕，来自50多个国家和地区的近千名嘉宾参会。\n第五届消费品博览会举行\n第五届中国国际消费品博览会昨天（4月13日）在海南海口举行，1700余家企业参展。\n春茶进入采摘期\n目前各地春茶陆续进入采摘期，浙江、福建等地茶农抢抓农时，采茶制茶。',
    expected: [
      { kind: 'forum', start: '2025-04-14', place: '香港', activity: 'forum/asia-pacific-summit/2025' },
    ],
  },
  {
    name: 'a forum announced for two days',
    title: '世界互联网大会数字丝路发展论坛将于7月21日至22日在西安举行',
    published: '2026-07-06',
    text: '世界互联网大会6日在北京举行新闻发布会。2026年世界互联网大会数字丝路发展论坛将于7月21日至22日在陕西西安举行。',
    expected: [
      {
        kind: 'forum',
        start: '2026-07-21',
        end: '2026-07-22',
        place: '西安',
        phase: 'plan',
        activity: 'forum/digital-silk-road/2026',
      },
    ],
  },
  {
    name: 'a forum of two days held',
    title: '世界互联网大会文化遗产数字化论坛举行',
    published: '2025-09-17',
    text: '9月16日至17日，2025年世界互联网大会文化遗产数字化论坛在西安举办，论坛主题为“以数字化联通历史 以智能化赋能文明”。',
    expected: [
      {
        kind: 'forum',
        start: '2025-09-16',
        end: '2025-09-17',
        place: '西安',
        activity: 'forum/cultural-heritage-digitalization/2025',
      },
    ],
  },
  {
    name: 'an expo with its own date',
    title: '“互联网之光”博览会明日开幕',
    published: '2023-11-06',
    text: '2023年世界互联网大会“互联网之光”博览会将于明天在乌镇启幕，580家企业参展。',
    expected: [
      {
        kind: 'expo',
        start: '2023-11-07',
        end: null,
        place: '乌镇',
        activity: 'expo/light-of-the-internet/2023',
      },
    ],
  },
  {
    name: 'blue books',
    title: '世界互联网大会蓝皮书发布',
    published: '2024-11-21',
    text: '《世界互联网发展报告2024》蓝皮书21日在乌镇发布。',
    expected: [
      { kind: 'publication', start: '2024-11-21', place: '乌镇', activity: 'publication/blue-books/2024' },
    ],
  },
  {
    name: 'prizes announced',
    title: '2025年世界互联网大会领先科技奖揭晓',
    published: '2025-11-06',
    text: '11月6日，2025年世界互联网大会领先科技奖在乌镇颁发，17个项目获奖。',
    expected: [
      {
        kind: 'award',
        start: '2025-11-06',
        place: '乌镇',
        activity: 'award/pioneering-science-technology/2025',
      },
    ],
  },
  {
    name: 'the competition opens its registration',
    title: '2024“直通乌镇”全球互联网大赛报名启动',
    published: '2024-06-28',
    text: '2024年“直通乌镇”全球互联网大赛即日起面向全球启动报名，报名截止时间为8月31日。',
    expected: [
      {
        kind: 'competition_registration',
        end: '2024-08-31',
        activity: 'competition/straight-to-wuzhen/2024',
      },
    ],
  },
  {
    name: 'the competition final',
    title: '“直通乌镇”全球互联网大赛总决赛落幕',
    published: '2023-11-10',
    text: '11月9日，2023年“直通乌镇”全球互联网大赛总决赛在乌镇举行，6个项目获特等奖。',
    expected: [
      {
        kind: 'competition_result',
        start: '2023-11-09',
        place: '乌镇',
        activity: 'competition/straight-to-wuzhen/2023',
      },
    ],
  },
  {
    name: 'a call for cases',
    title: '2025年“携手构建网络空间命运共同体精品案例”征集启动',
    published: '2025-03-20',
    text: '世界互联网大会现面向全球征集2025年携手构建网络空间命运共同体精品案例，申报截止日期为5月31日。',
    expected: [
      { kind: 'call_for_entries', start: null, end: '2025-05-31', activity: 'call/practice-cases/2025' },
    ],
  },
  {
    name: 'a guest received',
    title: '任贤良会见国际电信联盟代表团',
    published: '2024-04-18',
    text: '4月17日，世界互联网大会秘书长任贤良在北京会见了国际电信联盟代表团一行。',
    expected: [{ kind: 'exchange', start: '2024-04-17', place: '北京' }],
  },
  {
    name: 'an event of others',
    title: '梁昊应邀出席数字中国建设峰会',
    published: '2024-05-25',
    text: '5月24日，世界互联网大会常务副秘书长梁昊应邀出席在福州举行的第七届数字中国建设峰会并致辞。',
    expected: [
      {
        kind: 'external_participation',
        start: '2024-05-24',
        place: '福州',
        activity: 'external/digital-china-summit/2024/liang-hao',
      },
    ],
  },
  {
    name: 'a body founded',
    title: '世界互联网大会国际组织在京成立',
    published: '2022-07-12',
    text: '7月12日，世界互联网大会国际组织成立大会在北京举行。',
    expected: [{ kind: 'organisation', start: '2022-07-12', place: '北京' }],
  },
  {
    name: 'a committee founded',
    title: '世界互联网大会人工智能专业委员会成立',
    published: '2024-11-20',
    text: '11月20日，世界互联网大会人工智能专业委员会在乌镇成立。',
    expected: [{ kind: 'organisation', start: '2024-11-20', place: '乌镇' }],
  },
  {
    name: 'the members meet',
    title: '世界互联网大会2023年度会员大会召开',
    published: '2023-11-08',
    text: '11月7日，世界互联网大会2023年度会员大会在浙江乌镇召开。',
    expected: [{ kind: 'organisation', start: '2023-11-07', place: '乌镇' }],
  },
  {
    name: 'a symposium',
    title: '世界互联网大会跨境电商座谈会在京举行',
    published: '2023-06-30',
    text: '世界互联网大会跨境电商座谈会30日在京举行。',
    expected: [
      {
        kind: 'symposium',
        start: '2023-06-30',
        place: '京',
        activity: 'symposium/cross-border-e-commerce/2023',
      },
    ],
  },
  {
    name: 'a memorandum',
    title: '世界互联网大会与智慧非洲签署合作备忘录',
    published: '2024-11-20',
    text: '11月20日，世界互联网大会与智慧非洲在乌镇签署合作备忘录。',
    expected: [{ kind: 'partnership', start: '2024-11-20', place: '乌镇' }],
  },
  {
    name: 'a sub-forum',
    title: '世界互联网大会乌镇峰会网络法治论坛举行',
    published: '2023-11-09',
    text: '11月9日，2023年世界互联网大会乌镇峰会网络法治论坛在乌镇举行。',
    expected: [{ kind: 'forum', start: '2023-11-09', place: '乌镇' }],
  },
  {
    name: 'young leaders',
    title: '全球青年领军者名单公布',
    published: '2024-09-30',
    text: '9月29日，世界互联网大会公布2024年全球青年领军者入选名单，18名青年入选。',
    expected: [{ kind: 'appointment', start: '2024-09-29' }],
  },
  {
    name: 'another internet conference',
    title: '2023全球工业互联网大会开幕',
    published: '2023-10-18',
    text: '2023全球工业互联网大会18日在辽宁沈阳开幕。',
    expected: [],
  },
  {
    name: 'the intelligence congress',
    title: '世界智能大会在天津开幕',
    published: '2023-05-18',
    text: '第七届世界智能大会18日在天津开幕，主题为“智行天下 能动未来”。',
    expected: [],
  },
  {
    name: 'a company that once showed something there',
    title: '某芯片企业一季度营收增长',
    published: '2024-04-20',
    text: '公司20日公布一季报，营收同比增长12%。其产品曾亮相世界互联网大会，并获得多个奖项。公司将于5月15日召开股东大会。',
    expected: [],
  },
  {
    name: 'a town festival',
    title: '乌镇戏剧节开幕',
    published: '2023-10-19',
    text: '第十届乌镇戏剧节19日在浙江乌镇开幕，为期11天。',
    expected: [],
  },
];
