import type { Kind, Lang } from '#domain';

/** What a common noun tells of the thing it names. */
export interface NounCue {
  kind: Kind;
  /** A regular expression; singular only, since plurals enumerate. */
  noun: string;
}

/** Nouns for things that have no name in the knowledge. The first that matches at a place wins. */
export const NOUNS: Record<Lang, NounCue[]> = {
  en: [
    {
      kind: 'member_activity',
      noun: "members?'?s? day(?: activity| event)?|member(?:s'?)? (?:activity|exchange activity|tour|visit)",
    },
    {
      kind: 'organisation',
      noun: "council meeting|meeting of the (?:\\w+ )?council|general assembly|members'? assembly|assembly of members|members'? (?:general )?meeting|council|secretariat|anniversary|(?:first|second|third|fourth|fifth|\\d(?:st|nd|rd|th)) birthday|(?:inaugural|founding) (?:ceremony|meeting|assembly|conference|plenary)|council(?= (?:of the [A-Z][^,.;]{3,50} )?(?:met|gathered|convened|sat|held its)\\b)|inaugura(?:l|tion) (?:ceremony |meeting )?of the (?:international )?organi[sz]ation",
    },
    {
      kind: 'organisation',
      noun: '(?:\\w+ )?(?:committee|working group|advisory council|alliance)(?! (?:member|of the cpc|secretary|chair))',
    },
    {
      kind: 'publication',
      noun: 'action plan|blue ?books?|white ?papers?|blue paper|outcome documents?|concept (?:document|paper)|(?:research )?outcomes|findings|reports?|initiative|declaration|consensus|outlook|guidelines?|joint statement|handbook|white ?book|case collection|compendium|standards?',
    },
    {
      kind: 'symposium',
      noun: 'symposium|seminar|workshop|training (?:course|session|camp|programme|program|class)|training(?= (?:opened|opens|was|kicked|started|starts|concluded|began|took))|salon|(?:exchange|planning|preparatory|promotion|consultation|matchmaking|work) meeting|info(?:rmation)? session|webinar',
    },
    {
      kind: 'forum',
      noun: 'sub-?forum|forum|(?<!open |inclusive |candid |constructive |of |for |for a |through )dialogue(?! (?:between|among))|round ?table',
    },
    { kind: 'expo', noun: 'exposition|exhibition|expo' },
    {
      kind: 'other',
      noun: '(?:science and technology )?museum|(?:new year |spring |welcome )?reception|(?:welcome|gala) (?:dinner|banquet)|open day',
    },
    { kind: 'office_opening', noun: '(?:representative |liaison |regional |branch )?office|liaison station' },
    {
      kind: 'award',
      noun: 'awards?(?! ceremony)|(?<!(?:grand|first|second|third|special|top|cash) )prize|(?:commemorative|special|lifetime|contribution) honou?r',
    },
    {
      kind: 'programme_launch',
      noun: 'programme|program|plan|academy|fellowship|scheme|campaign|platform|project(?! signing)',
    },
  ],
  zh: [
    {
      kind: 'member_activity',
      noun: '会员(?:活动)?日|会员(?:代表)?(?:走访|考察|参访|调研|交流)活动|会员活动|"?走进会员"?(?:系列)?活动',
    },
    {
      kind: 'organisation',
      noun: '理事会(?:第.{1,4}次)?(?:会议|全体会议)?|会员大会|(?:专业|咨询|工作|专家)委员会|专委会|工作组|[一二三四五六七八九十\\d]+周年(?:纪念)?(?:座谈会|大会|仪式|活动|招待会)?',
    },
    {
      kind: 'publication',
      noun: '蓝皮书|白皮书|行动计划|研究报告|报告|倡议书?|宣言|共识|成果文件|成果文集|指南|案例集|年鉴|团体标准|概念文件|(?<=(?:发布|发表|出版|公布)了?)《[^《》]{2,40}》',
    },
    {
      kind: 'symposium',
      noun: '座谈会|研讨会|交流会|研修班|培训班|沙龙|工作坊|恳谈会|务虚会|宣介会|推介会|说明会|对接会|筹备会',
    },
    { kind: 'forum', noun: '分论坛|主论坛|平行论坛|论坛|高峰对话|圆桌会议|圆桌对话|对话会' },
    { kind: 'expo', noun: '博览会|主题展览?' },
    {
      kind: 'award',
      noun: '(?<![赛典礼]|赛[暨及和、])(?:颁奖|颁发|授奖)(?:典礼|仪式)|(?<=["《])[^"《》，。]{2,10}(?:荣誉|奖)(?=["》])',
    },
    {
      kind: 'office_opening',
      noun: '办事处|代表处|联络处|(?<=亚太|地区|区域|海外|欧洲|非洲|中东|香港|驻.{2,6})办公室',
    },
    {
      kind: 'other',
      noun: '科技馆|博物馆|(?:新春|新年|春节|国庆)?招待会|见面会|招商会|开放日|(?<!周年)纪念活动|倒计时[一百\\d]+天(?:主题|启动)?(?:活动|仪式)|欢迎(?:晚宴|宴会)|主题晚会',
    },
    {
      kind: 'programme_launch',
      noun: '(?<=["》])计划|(?<=["》])行动|(?<=["》])项目|(?<=[^，。、;；:："\' ]{2})(?<!行动)计划(?="|》|启动|正式)|(?<=[^，。、;；:："\' ]{2})(?:学院|研修院)',
    },
  ],
};

/** Pronouns and definite nouns that stand for what was named before, by the kinds they can stand for. */
export const ANAPHORS: Record<Lang, { kinds: Kind[] | 'any'; words: string }[]> = {
  en: [
    {
      kinds: ['summit', 'forum'],
      words:
        "(?:the|this|this year's|the annual|its annual|the three-day|the four-day|the two-day|the \\d{4}|the [a-z]+ annual|the \\d+th annual|the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d+(?:st|nd|rd|th))) (?:conference|summit|event|meeting|gathering|edition)",
    },
    { kinds: ['forum'], words: "(?:the|this|this year's) (?:forum|dialogue)" },
    { kinds: ['symposium'], words: '(?:the|this) (?:symposium|seminar|workshop)' },
    { kinds: ['expo'], words: "(?:the|this|this year's) (?:expo|exhibition|exposition)" },
    { kinds: ['competition_result'], words: "(?:the|this|this year's) (?:competition|contest)" },
    { kinds: ['award'], words: '(?:the|this) (?:award|prize)' },
    {
      kinds: ['publication'],
      words:
        '^(?:it|they)(?= (?:was|were|is|are|has been) (?:jointly |officially )?(?:released|published|unveiled|issued|launched|made public)\\b| came out)',
    },
    { kinds: 'any', words: '^it\\b' },
  ],
  zh: [
    {
      kinds: ['summit', 'forum'],
      words:
        '(?<!互联网|代表|会员|全体|发布|开幕|闭幕|推介|表彰|成立|人大|党|东)(?:(?:本届|本次|此次|今年|这次)?(?:大会|峰会|年会))(?!新闻|期间|上|组委|以|围绕|主题|聚焦|设|采用|吸引|发布)',
    },
    { kinds: ['forum', 'summit'], words: '(?<=^|[，；])论坛(?=[将以由持吸聚围为于])' },
    { kinds: ['forum'], words: '(?:本届|本次|此次|今年)(?:论坛|对话|活动)' },
    { kinds: ['symposium'], words: '(?:本次|此次|该)(?:会议)' },
    { kinds: ['expo'], words: '(?:本届|本次|此次|今年)?博览会' },
    {
      kinds: ['competition_result'],
      words: '(?:本届|本次|此次|今年)?(?:大赛|赛事)|(?<=举行|进行|举办)(?:半|总)?决赛',
    },
  ],
};
