import type { PredicateCue } from './predicate-cue.js';

const LEAD = '(?:正式|隆重|顺利|成功|圆满|同期|同步|首次|联合|共同|在线|宣告|对外|盛大|重磅)?';

/** Chinese verbs. */
export const chinese: PredicateCue[] = [
  {
    deed: 'hold',
    thing: 'before',
    phase: 'result',
    verb: `${LEAD}(?:举行|举办|召开|举行了|亮相|登场|上演|在即|来了|如期而至|如约而至|(?:与|同)[^，。；]{1,6}见面)`,
  },
  { deed: 'tour', thing: 'before', phase: 'result', verb: '来到|走进|移师|落地|赴' },
  { deed: 'hold', thing: 'before', phase: 'plan', verb: '(?:持续|延续|展期|会期)(?:至|到)' },
  {
    deed: 'hold',
    thing: 'before',
    phase: 'plan',
    verb: '定档|(?<!截止|截稿|报名|投稿|申请|申报|提交|报到|结束)的?(?:召开|举办|举行|会议|举办的)?(?:时间|日期|会期)(?:已经?|正式|最终)?(?:为|是|定于|定在|定为|定了|敲定|确定)',
  },
  {
    deed: 'hold',
    thing: 'after',
    phase: 'result',
    verb: `${LEAD}(?:举行|举办|召开|(?<!国际|人权|政府|世界|社会|民间|行业|部门)组织|主办|迎来|庆祝|纪念|办(?=了))(?:了|的)?`,
  },
  {
    deed: 'hold',
    thing: 'after',
    phase: 'result',
    verb: '(?:齐聚|相聚|汇聚|会聚|云集|聚首)[^。；，]{0,14}，?(?:共同)?(?:参加|出席|共赴|共襄)',
  },
  {
    deed: 'open',
    thing: 'before',
    phase: 'open',
    verb: `${LEAD}(?:开幕(?!式|会|致|词|辞|演|上|视频)|启幕|拉开(?:帷幕|大幕|序幕)|开启|开展(?!了|工|交|合|活|深|广)|揭幕|揭开(?:帷幕|大幕|序幕)|开赛|开战|开锣|鸣锣|打响|开馆|开讲|开班|开营|迎客|(?:面向|对|向)(?:公众|社会|市民|观众)(?:免费)?开放)`,
  },
  { deed: 'open', thing: 'before', phase: 'open', verb: '开幕式[^，。；]{0,30}(?:举行|举办)' },
  { deed: 'close', thing: 'before', phase: 'close', verb: '闭幕式[^，。；]{0,30}(?:举行|举办)' },
  {
    deed: 'close',
    thing: 'before',
    phase: 'close',
    verb: `${LEAD}(?:闭幕(?!式|会|词|辞)|落幕|收官|结束|(?:落下|降下|拉下|落)了?(?:帷幕|大幕)|画上了?(?:圆满)?句号|谢幕|收关|结业|结班)`,
  },
  {
    deed: 'greet',
    thing: 'before',
    phase: 'open',
    verb: '(?:发来|致来|致以|致了|致)贺(?:信|电)|(?:开幕)?(?:式)?(?:发表)?视频(?:致贺|致辞|讲话)|致贺|开幕式(?:上)?(?:并)?(?:发表|作|通过|致辞|致词)',
  },
  { deed: 'greet', thing: 'after', phase: 'open', verb: '(?:出席|参加|宣布)(?=[^，。；]{2,40}开幕)' },
  {
    deed: 'release',
    thing: 'before',
    phase: 'result',
    verb: `${LEAD}(?:发布(?!展示|会|活动|仪式|环节)|出版|公布|揭晓|出炉|亮相|问世|面世|首发|通过)`,
  },
  {
    deed: 'release',
    thing: 'before',
    phase: 'result',
    verb: '(?:新闻)?发布(?:会|仪式|活动)[^，。；]{0,24}(?:举行|举办|召开)',
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
    verb: '颁奖|颁发|授予|获奖(?!项目|作品|企业|团队)|揭晓|花落|出炉|颁出|发布展示(?!活动(?:是|作为|已|对))|诞生|脱颖而出|评出|决出|揭榜|产生',
  },
  {
    deed: 'give',
    thing: 'after',
    phase: 'result',
    verb: '颁发|授予|荣获|获得|获颁|摘得|斩获|获评|入选|捧得|喜获|夺得|捧回|拿下|荣膺|喜提|评选出',
  },
  {
    deed: 'launch',
    thing: 'before',
    phase: 'open',
    verb: `${LEAD}(?:启动|上线|开启|推出|实施|发布|开班|开营|开课)`,
  },
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
    verb: `${LEAD}(?:揭牌|挂牌|揭幕|启用|成立|设立|落户|开业|启动|开馆|落成|建成)`,
  },
  { deed: 'unveil', thing: 'after', phase: 'open', verb: `${LEAD}(?:设立|成立|为)` },
  {
    deed: 'apply',
    thing: 'before',
    phase: 'open',
    verb: '(?<!共|累计|已|\\d多?[支个名人家位][^，。；]{0,6})(?:(?:项目|作品|案例|参赛)?(?:报名|申报|征集|招募|招聘|征稿|申请)(?:工作)?(?:通道)?(?:正式|现已|火热|全面|全球)?(?:启动|开启|开始|开放|进行中|截止|网址|通知|公告|指南|延期)?)(?!数|量|的|者|到|了|来|材料|成果|签约|单位|对象|范围|标准|自|项目|作品)|(?:面向|向)全球(?:征集|招募)|启动(?:报名|征集|申报|招募)',
  },
  {
    deed: 'apply',
    thing: 'after',
    phase: 'open',
    verb: '(?<!共)(?:征集(?!到|了|来)|申报|报名参加|报名参与|招募(?!到|了)|申请|开放)',
  },
  { deed: 'cancel', thing: 'before', phase: 'cancel', verb: '(?:取消|延期|推迟|改期)(?:举行|举办|召开)?' },
  { deed: 'feature', thing: 'before', phase: 'result', verb: '等发布(?:展示)?活动' },
];
