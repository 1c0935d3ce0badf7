import type { Lang, Phase } from '#domain';

/** What is said to happen. */
export type Deed =
  | 'hold'
  | 'open'
  | 'close'
  | 'greet'
  | 'release'
  | 'give'
  | 'launch'
  | 'establish'
  | 'unveil'
  | 'apply'
  | 'cancel'
  | 'feature';

/** A verb, where its subject or object stands, and the phase it tells when it is not about the future. */
export interface PredicateCue {
  deed: Deed;
  /** `before`: the thing comes before the verb; `after`: it is the verb's object. */
  thing: 'before' | 'after';
  verb: string;
  phase: Phase;
}

const AUX =
  '(?:(?:was|were|is|are|be|been|being|has been|have been|gets?|got)(?: (?:\\w+ly|also|now|then|first|again))? )';

const english: PredicateCue[] = [
  {
    deed: 'hold',
    thing: 'before',
    phase: 'result',
    verb: `${AUX}?(?:jointly )?(?:held|staged|convened)(?! (?:every|each|annually|by|accountable|the|a|an|talks|discussions|in-depth)\\b)`,
  },
  { deed: 'hold', thing: 'before', phase: 'result', verb: '(?:took|takes?|taking|taken) place' },
  {
    deed: 'hold',
    thing: 'before',
    phase: 'plan',
    verb: '(?:is|are|was|were) (?:due|slated|scheduled|set|expected|planned|to be held|to take place|to run|to open)\\b|(?:slated|scheduled|due|set) (?:for|to|in|on|from)\\b|will (?:be held|take place|run|convene|gather|return|open|kick off|start|begin|be staged|be convened)|to be held|to take place|to (?:open|kick off|start|begin)|(?:runs|run|lasts) (?:from|until|through|for)',
  },
  {
    deed: 'hold',
    thing: 'before',
    phase: 'result',
    verb: `${AUX}(?:under ?way)|gathered|brought together|attracted|drew (?=\\d|more|nearly|over|some|about|around)|was attended by|had its first showing|its (?:first showing|inception)|saw the participation`,
  },
  {
    deed: 'hold',
    thing: 'after',
    phase: 'result',
    verb: '(?:holds?|held|hosts?|hosted|organi[sz]e[sd]?|convene[sd]?|stage[sd]?|will hold|will host|mark(?:s|ed)|celebrate[sd]?|commemorate[sd]?)(?! by)',
  },
  {
    deed: 'open',
    thing: 'before',
    phase: 'open',
    verb: '(?:opens|opened|kicks off|kicked off|begins|began|starts|started|commences|commenced|raised? (?:its|the) curtain|(?:gets|got) under ?way|took off|convenes|kicking off)(?! (?:up|for applications?|paths|new))',
  },
  {
    deed: 'open',
    thing: 'after',
    phase: 'open',
    verb: '(?:grand |official )?opening (?:ceremony )?(?:of|at)(?= the| \\d| "|  ?[A-Z])|(?:opens|opened) (?:the|a|an|its)',
  },
  {
    deed: 'close',
    thing: 'before',
    phase: 'close',
    verb: `(?:${AUX}?(?:closes|closed|concludes|concluded|ends|ended|wraps up|wrapped up|wound up)|c[oa]mes? to (?:an end|a close|a successful (?:end|close|conclusion))|dr(?:aws|ew) to a (?:successful )?close|will (?:close|conclude|end))`,
  },
  {
    deed: 'close',
    thing: 'after',
    phase: 'close',
    verb: 'closing (?:ceremony )?of(?= the| \\d| "|  ?[A-Z])',
  },
  {
    deed: 'greet',
    thing: 'after',
    phase: 'open',
    verb: '(?:congratulatory (?:letter|message)|letter of congratulations?|congratulates|sends congratulations|video (?:address|speech|message)) (?:to|at|for) (?:the )?(?:opening (?:ceremony )?of )?',
  },
  {
    deed: 'release',
    thing: 'before',
    phase: 'result',
    verb: `${AUX}?(?:jointly |officially )?(?:released|published|issued|unveiled|announced|adopted|launched|presented)(?! (?:by|that|a|the (?!same day|day))\\b)|will be (?:released|published|issued|unveiled|announced|adopted|launched|presented)|comes out|came out`,
  },
  {
    deed: 'release',
    thing: 'after',
    phase: 'result',
    verb: '(?:releases?|released|publish(?:es|ed)?|issue[sd]?|unveil(?:s|ed)?|announce[sd]?|adopt(?:s|ed)?|presents|presented|put forward|selected and unveiled|release of|distributed|launch(?:es|ed))(?! that)',
  },
  {
    deed: 'give',
    thing: 'before',
    phase: 'result',
    verb: `(?:${AUX}(?:given|presented|awarded|conferred|handed out|bestowed|granted)|goes to|went to|honou?rs|honou?red|winners|ceremony|won by)`,
  },
  {
    deed: 'give',
    thing: 'after',
    phase: 'result',
    verb: '(?:receives?|received|wins?|won|confers?|conferred|awarded|presented with|honou?red with|recipients? of|winners? of|bagged|claimed|grants?|granted|gave out|handed out)',
  },
  {
    deed: 'launch',
    thing: 'before',
    phase: 'open',
    verb: `${AUX}?(?:officially |formally )?(?:launched|unveiled|initiated|started|kicked off|kicks off|rolled out|set up)|will be (?:launched|unveiled|initiated|started|set up)|launches`,
  },
  {
    deed: 'launch',
    thing: 'after',
    phase: 'open',
    verb: '(?:launch(?:es|ed|ing)?|initiate[sd]?|starts|started|unveil(?:s|ed)?|introduce[sd]?|roll(?:s|ed) out|kick(?:s|ed) off)(?: (?:and release))?(?: of)?',
  },
  {
    deed: 'establish',
    thing: 'before',
    phase: 'open',
    verb: `(?:${AUX}(?:officially |formally )?(?:established|founded|set up|created|formed|inaugurated)|will be (?:established|founded|set up|created|formed|inaugurated)|became an international)`,
  },
  {
    deed: 'establish',
    thing: 'after',
    phase: 'open',
    verb: '(?:establish(?:es|ed|ment of)?|founding of|found(?:s|ed)|sets? up|create[sd]|form(?:s|ed)|inaugurat(?:es|ed|ion of)|newly formed)',
  },
  {
    deed: 'unveil',
    thing: 'before',
    phase: 'open',
    verb: `(?:${AUX}?(?:officially |formally )?(?:unveiled|inaugurated|opened|established|launched|set up)|opens|will be (?:unveiled|inaugurated|opened|set up))(?! by)`,
  },
  {
    deed: 'unveil',
    thing: 'after',
    phase: 'open',
    verb: '(?:unveil(?:s|ed)?|inaugurat(?:es|ed)|opens|opened|sets? up|establish(?:es|ed)?)',
  },
  {
    deed: 'apply',
    thing: 'before',
    phase: 'open',
    verb: '(?:(?:applications?|nominations?|submissions?|entries|registrations?|sign-?ups?)(?: (?:is|are|channel is|portal is))?(?: now)? (?:open(?:s|ed)?|invited|accepted|welcome|under way|kicks? off|begins?|starts?|closes?|ends?)|(?:is|are|now) (?:now )?open (?:for|to) (?:applications?|entries|registration|nominations?|submissions?)|open for applications?|calls? for (?:applications?|entries|nominations?|submissions?|cases|participants?|papers)|registration (?:is )?(?:now )?open|application guide|guide to applying|how to apply|accepting applications|applications? go through)',
  },
  {
    deed: 'apply',
    thing: 'after',
    phase: 'open',
    verb: '(?:(?:online )?registration (?:for|of)|calls? for(?: the)?|apply (?:for|to)|applying for|application(?:s)? (?:guide )?for|applications? (?:open|invited|now open) for|nominations? for|sign(?:ing)? up for|register for|entries for|invites applications for)',
  },
  {
    deed: 'cancel',
    thing: 'before',
    phase: 'cancel',
    verb: `(?:${AUX}|will be )(?:cancell?ed|postponed|put off|called off|delayed)`,
  },
];

const LEAD = '(?:正式|隆重|顺利|成功|圆满|同期|同步|首次|联合|共同|在线)?';

const chinese: PredicateCue[] = [
  {
    deed: 'hold',
    thing: 'before',
    phase: 'result',
    verb: `${LEAD}(?:举行|举办|召开|举行了|亮相|在即|来了|如期而至)`,
  },
  { deed: 'hold', thing: 'after', phase: 'result', verb: `${LEAD}(?:举行|举办|召开|组织|主办)(?:了|的)?` },
  {
    deed: 'open',
    thing: 'before',
    phase: 'open',
    verb: `${LEAD}(?:开幕(?!式|会|致|词|辞|演|上|视频)|启幕|拉开(?:帷幕|大幕|序幕)|开启|开展(?!了|工|交|合|活|深|广)|揭幕|开赛|开馆|开讲)`,
  },
  { deed: 'open', thing: 'before', phase: 'open', verb: '开幕式(?:今天|今日|昨天|\\d+日)?.{0,12}举行' },
  {
    deed: 'close',
    thing: 'before',
    phase: 'close',
    verb: `${LEAD}(?:闭幕(?!式|会|词|辞)|落幕|收官|结束|落下帷幕|收关)`,
  },
  {
    deed: 'greet',
    thing: 'before',
    phase: 'open',
    verb: '致(?:以)?(?:来|了)?贺信|(?:开幕)?(?:式)?(?:发表)?视频(?:致贺|致辞|讲话)|致贺|开幕式(?:上)?(?:发表|作)(?:主旨|视频)',
  },
  {
    deed: 'release',
    thing: 'before',
    phase: 'result',
    verb: `${LEAD}(?:发布|出版|公布|揭晓|出炉|亮相|问世|通过)`,
  },
  {
    deed: 'release',
    thing: 'after',
    phase: 'result',
    verb: `${LEAD}(?:发布|出版|公布|揭晓|通过|推出|发表)了?`,
  },
  {
    deed: 'give',
    thing: 'before',
    phase: 'result',
    verb: '颁奖|颁发|授予|获奖|揭晓|花落|出炉|颁出|发布展示|诞生',
  },
  {
    deed: 'give',
    thing: 'after',
    phase: 'result',
    verb: '颁发|授予|荣获|获得|获颁|摘得|斩获|获评|入选|捧得|喜获|夺得|评选出',
  },
  { deed: 'launch', thing: 'before', phase: 'open', verb: `${LEAD}(?:启动|上线|开启|推出|实施|发布)` },
  {
    deed: 'launch',
    thing: 'after',
    phase: 'open',
    verb: `${LEAD}(?:启动|推出|发起|新增|开设|实施|上线|发布)了?`,
  },
  { deed: 'establish', thing: 'before', phase: 'open', verb: `${LEAD}(?:成立|设立|组建|创立|创设|揭牌)` },
  {
    deed: 'establish',
    thing: 'after',
    phase: 'open',
    verb: `${LEAD}(?:成立|设立|组建|创立|创设|筹建|新设)了?`,
  },
  {
    deed: 'unveil',
    thing: 'before',
    phase: 'open',
    verb: `${LEAD}(?:揭牌|挂牌|揭幕|启用|成立|设立|落户|开业|启动)`,
  },
  { deed: 'unveil', thing: 'after', phase: 'open', verb: `${LEAD}(?:设立|成立|为)` },
  {
    deed: 'apply',
    thing: 'before',
    phase: 'open',
    verb: '(?:(?:项目|作品|案例|参赛)?(?:报名|申报|征集|招募|招聘|征稿|申请)(?:工作)?(?:通道)?(?:正式|现已|火热|全面|全球)?(?:启动|开启|开始|开放|进行中|截止|网址|通知|公告|指南|延期)?)(?!数|量|的|者)|(?:面向|向)全球(?:征集|招募)|启动(?:报名|征集|申报|招募)',
  },
  { deed: 'apply', thing: 'after', phase: 'open', verb: '(?:征集|申报|报名参加|报名参与|招募|申请|开放)' },
  { deed: 'cancel', thing: 'before', phase: 'cancel', verb: '(?:取消|延期|推迟|改期)(?:举行|举办|召开)?' },
  { deed: 'feature', thing: 'before', phase: 'result', verb: '等发布(?:展示)?活动' },
];

export const PREDICATES: Record<Lang, PredicateCue[]> = { en: english, zh: chinese };
