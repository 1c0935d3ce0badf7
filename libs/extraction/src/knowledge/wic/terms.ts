/** Chinese terms and the words activity keys use for them. */
export const terms: Record<string, string> = {
  人工智能: 'artificial-intelligence',
  跨境电商: 'cross-border-e-commerce',
  跨境电子商务: 'cross-border-e-commerce',
  会员代表: 'member-representative',
  数字经济: 'digital-economy',
  数据治理: 'data-governance',
  网络法治: 'law-based-cyberspace-governance',
  未成年人: 'minors',
  网络安全: 'cybersecurity',
  青年: 'youth',
  智库: 'think-tank',
  开源: 'open-source',
  数字金融: 'digital-finance',
  智慧农业: 'smart-agriculture',
  文化遗产: 'cultural-heritage',
  企业家: 'entrepreneurs',
  数字丝路: 'digital-silk-road',
  网络传播: 'online-communication',
  互联网国际高端智库: 'international-think-tanks',
  专业委员会: 'professional-committee',
  理事会: 'council',
  会员大会: 'general-assembly',
  高级别专家咨询委员会: 'high-level-advisory-council',
};

/** Events of others in which the institution takes part. */
export const externalEvents = [
  {
    slug: 'mwc-shanghai',
    names: {
      en: ['MWC Shanghai', 'Mobile World Congress Shanghai', 'Mobile World Congress (MWC) Shanghai'],
      zh: ['世界移动通信大会·上海', '上海世界移动通信大会', 'MWC上海', 'MWC 上海'],
    },
  },
  {
    slug: 'mwc-barcelona',
    names: {
      en: ['MWC Barcelona', 'Mobile World Congress Barcelona', 'Mobile World Congress'],
      zh: ['世界移动通信大会'],
    },
  },
  {
    slug: 'wbba-shanghai-summit',
    names: { en: ['WBBA Shanghai Summit', 'World Broadband Association (WBBA) Shanghai Summit'], zh: [] },
  },
  {
    slug: 'internet-governance-forum',
    names: { en: ['Internet Governance Forum', 'IGF'], zh: ['联合国互联网治理论坛', '互联网治理论坛'] },
  },
  {
    slug: 'wsis',
    names: {
      en: ['World Summit on the Information Society', 'WSIS Forum', 'WSIS+20'],
      zh: ['信息社会世界峰会'],
    },
  },
  {
    slug: 'world-artificial-intelligence-conference',
    names: { en: ['World Artificial Intelligence Conference', 'WAIC'], zh: ['世界人工智能大会'] },
  },
  { slug: 'digital-china-summit', names: { en: ['Digital China Summit'], zh: ['数字中国建设峰会'] } },
  { slug: 'boao-forum', names: { en: ['Boao Forum for Asia'], zh: ['博鳌亚洲论坛'] } },
  {
    slug: 'big-data-expo',
    names: {
      en: ['China International Big Data Industry Expo', 'Big Data Expo'],
      zh: ['中国国际大数据产业博览会', '数博会'],
    },
  },
  { slug: 'ai-for-good', names: { en: ['AI for Good Global Summit'], zh: ['人工智能造福人类全球峰会'] } },
];
