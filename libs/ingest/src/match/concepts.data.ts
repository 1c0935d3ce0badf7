/** Something that titles name by common words: what they are about, or what is said to happen. */
export interface Concept {
  slug: string;
  /** A subject tells two announcements apart; the rest is what announcements of a kind have in common. */
  subject: boolean;
  /** A pattern of whole words. */
  en: string;
  /** A pattern. */
  zh: string;
}

const subject = (slug: string, en: string, zh: string): Concept => concept(slug, true, en, zh);
const other = (slug: string, en: string, zh: string): Concept => concept(slug, false, en, zh);

/** Common words of both languages that mean one thing, so that titles of two languages can be compared. */
export const CONCEPTS: readonly Concept[] = [
  subject('ai', 'artificial intelligence|AI', '人工智能|AI'),
  subject('generative', 'generative', '生成式'),
  subject('large-models', 'large models?|large language models?', '大模型'),
  subject('e-commerce', 'e-commerce', '电商|电子商务'),
  subject('data', 'data', '数据'),
  subject('digital-economy', 'digital economy', '数字经济'),
  subject('cybersecurity', 'cyber ?security|network security', '网络安全'),
  subject('youth', 'youth|young', '青年'),
  subject('minors', 'minors|children', '未成年人|儿童'),
  subject('think-tanks', 'think[- ]tanks?', '智库'),
  subject('open-source', 'open[- ]source', '开源'),
  subject('finance', 'finance|fintech|financial', '金融'),
  subject('agriculture', 'agriculture|agricultural|farming', '农业|乡村'),
  subject('heritage', 'heritage', '文化遗产|文物'),
  subject('entrepreneurs', 'entrepreneurs?', '企业家'),
  subject('rule-of-law', 'law-based|rule of law', '法治'),
  subject('academy', 'academy', '研修院|学院'),
  subject('women', 'women', '妇女|女性'),
  subject('talent', 'talents?', '人才'),
  subject('welfare', 'charity|public welfare|philanthropy', '公益'),
  subject('green', 'green|low-carbon|carbon', '绿色|低碳'),
  subject('computing', 'computing power|computing', '算力'),
  subject('quantum', 'quantum', '量子'),
  subject('vehicles', 'vehicles?|driving', '汽车|驾驶'),
  subject('industrial-internet', 'industrial internet', '工业互联网'),
  subject('trade', 'digital trade|trade', '贸易'),
  subject('blockchain', 'blockchain', '区块链'),
  subject('metaverse', 'metaverse', '元宇宙'),
  subject('education', 'education|schools?', '教育'),
  subject('health', 'health|medical|medicine', '医疗|健康|医药'),
  subject('standards', 'standards?|standardi[sz]ation', '标准'),
  subject('media', 'media|communication', '传播|媒体'),
  subject('ethics', 'ethics|ethical', '伦理'),
  subject('smart-cities', 'smart cit(?:y|ies)', '智慧城市'),
  subject('cases', 'cases', '案例'),
  subject('achievements', 'achievements?', '成果'),
  subject('blue-book', 'blue ?books?|development reports?', '蓝皮书|发展报告'),
  subject('consensus', 'consensus', '共识'),
  subject('declaration', 'declaration', '宣言'),
  subject('initiative', 'initiative', '倡议'),
  subject('action-plan', 'action plan', '行动计划'),
  subject('guidelines', 'guidelines?|guide', '指南|指引'),
  subject('council', 'council', '理事会'),
  subject('assembly', "(?:general|members['’]?) (?:assembly|meeting)", '会员大会'),
  subject('secretariat', 'secretariat', '秘书处'),
  subject('anniversary', 'anniversary', '周年'),
  other('governance', 'govern(?:ance|ing)', '治理'),
  other('report', 'reports?', '报告'),
  other('committee', 'committees?', '委员会|专委会'),
  other('organisation', 'international organi[sz]ation|organi[sz]ation', '国际组织|组织'),
  other('office', 'offices?', '办事处|办公室'),
  other('members', "members?|members['’]", '会员'),
  other('secretary-general', 'secretary[- ]general', '秘书长'),
  other('chair', 'chair(?:man|person)?', '理事长|主席'),
  other('director', 'director[- ]general', '总干事'),
  other('president', 'president', '总裁|校长|会长'),
  other('ambassador', 'ambassador', '大使'),
  other('minister', 'minister', '部长|大臣'),
  other('memorandum', 'memorandum|mou', '备忘录'),
  other('agreement', 'agreement', '协议|协定'),
  other('sign', 'sign(?:s|ed|ing)?', '签署|签约|签订'),
  other('meet', 'meets?|met', '会见|会晤'),
  other('visit', 'visit(?:s|ed)?', '访问|到访|来访'),
  other('attend', 'attend(?:s|ed)?|takes? part|took part', '出席|参加'),
  other('release', 'releas(?:es?|ed)|publish(?:es|ed)?|issu(?:es?|ed)', '发布|公布'),
  other('establish', 'establish(?:es|ed|ment)?|set(?:s)? up|found(?:ed|ing)', '成立|设立|组建'),
  other('hold', 'holds?|held|hosts?|hosted|conven(?:es|ed)', '举行|举办|召开'),
  other('open', 'opens?|opened|kick(?:s|ed)? off|gets? under way|begins?', '开幕'),
  other('close', 'clos(?:es?|ed)|conclud(?:es?|ed)', '闭幕|落幕'),
  other('unveil', 'unveil(?:s|ed)?|inaugurat(?:es?|ed)', '揭牌|揭幕|揭晓'),
  other('launch', 'launch(?:es|ed)?', '启动|推出'),
  other('award', 'awards?|prizes?|honou?red', '奖|颁奖'),
  other('register', 'registration', '报名'),
  other('apply', 'applications?|calls? for|entries', '申报|征集'),
  other('semi-final', 'semi-?finals?', '半决赛'),
  other('final', 'finals?', '总决赛|决赛'),
  other('boycott', 'boycott(?:s|ed)?', '抵制'),
  other('criticise', 'critici[sz](?:es?|ed)|criticism', '批评'),
  other('symposium', 'symposi(?:um|a)|seminars?|workshops?', '座谈会|研讨会|交流会'),
  other('forum', 'forums?|dialogues?', '论坛|对话'),
  other('appoint', 'appoint(?:s|ed)?|elected|becomes?|named', '任命|当选|聘任|就任'),
];

function concept(slug: string, isSubject: boolean, en: string, zh: string): Concept {
  return { slug, subject: isSubject, en, zh };
}
