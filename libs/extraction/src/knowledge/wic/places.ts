import type { KnownPlace } from '../knowledge.js';

const table = (country: string, rows: string): KnownPlace[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [en = '', zh = ''] = row.trim().split('|');
      const names = (cell: string): string[] => cell.split(',').filter(Boolean);
      return { names: { en: names(en), zh: names(zh) }, country };
    });

/** Names in English | in Chinese, variants by comma. Sites first, then towns, then provinces. */
const china = table(
  'CN',
  `Wuzhen Town,Wuzhen|乌镇
  Wuzhen Internet International Convention and Exhibition Center,Wuzhen International Internet Exhibition & Convention Center|乌镇互联网国际会展中心,乌镇国际互联网会展中心
  Light of the Internet Expo Center|互联网之光博览中心
  Tongxiang|桐乡
  Jiaxing|嘉兴
  Nishan|尼山
  Qufu|曲阜
  Jining|济宁
  Chinese capital|首都北京
  Beijing|北京,京
  Shanghai|上海,沪
  Tianjin|天津
  Chongqing|重庆
  Hangzhou|杭州,杭
  Ningbo|宁波
  Wenzhou|温州
  Shaoxing|绍兴
  Huzhou|湖州
  Jinhua|金华
  Yiwu|义乌
  Xi'an,Xian|西安
  Yan'an|延安
  Dunhuang|敦煌
  Quanzhou|泉州
  Fuzhou|福州
  Xiamen|厦门
  Guangzhou|广州
  Shenzhen|深圳
  Zhuhai|珠海
  Dongguan|东莞
  Nanjing|南京
  Suzhou|苏州
  Wuxi|无锡
  Changzhou|常州
  Hefei|合肥
  Wuhan|武汉
  Changsha|长沙
  Zhengzhou|郑州
  Luoyang|洛阳
  Kaifeng|开封
  Jinan|济南
  Qingdao|青岛
  Yantai|烟台
  Chengdu|成都
  Kunming|昆明
  Guiyang|贵阳
  Nanning|南宁
  Guilin|桂林
  Haikou|海口
  Sanya|三亚
  Boao|博鳌
  Shenyang|沈阳
  Dalian|大连
  Changchun|长春
  Harbin|哈尔滨
  Shijiazhuang|石家庄
  Xiong'an|雄安
  Zhangjiakou|张家口
  Taiyuan|太原
  Hohhot|呼和浩特
  Yinchuan|银川
  Lanzhou|兰州
  Xining|西宁
  Urumqi|乌鲁木齐
  Lhasa|拉萨
  Nanchang|南昌
  Zhejiang|浙江
  Shandong|山东
  Shaanxi|陕西
  Fujian|福建
  Guangdong|广东
  Jiangsu|江苏
  Anhui|安徽
  Jiangxi|江西
  Hubei|湖北
  Hunan|湖南
  Henan|河南
  Hebei|河北
  Shanxi|山西
  Sichuan|四川
  Yunnan|云南
  Guizhou|贵州
  Guangxi|广西
  Hainan|海南
  Liaoning|辽宁
  Jilin|吉林
  Heilongjiang|黑龙江
  Gansu|甘肃
  Qinghai|青海
  Ningxia|宁夏
  Xinjiang|新疆
  Tibet,Xizang|西藏
  Inner Mongolia|内蒙古`,
);

const abroad = [
  ...table(
    'HK',
    'Hong Kong Special Administrative Region,Hong Kong SAR,Hong Kong,HKSAR,HK|香港,港\nCyberport|数码港\nHong Kong Convention and Exhibition Centre|香港会议展览中心,香港会展中心',
  ),
  ...table('MO', 'Macao,Macau|澳门'),
  ...table('TW', 'Taipei|台北'),
  ...table('CH', 'Geneva|日内瓦\nDavos|达沃斯'),
  ...table('ES', 'Barcelona|巴塞罗那\nMadrid|马德里'),
  ...table('FR', 'Paris|巴黎'),
  ...table('NO', 'Lillestrøm,Lillestrom|利勒斯特罗姆\nOslo|奥斯陆\nNorway|挪威'),
  ...table('PT', 'Lisbon|里斯本'),
  ...table('NL', 'The Hague|海牙\nAmsterdam|阿姆斯特丹'),
  ...table('FI', 'Helsinki|赫尔辛基'),
  ...table('SE', 'Stockholm|斯德哥尔摩'),
  ...table('HU', 'Budapest|布达佩斯'),
  ...table('RS', 'Belgrade|贝尔格莱德'),
  ...table('GR', 'Athens|雅典'),
  ...table('QA', 'Doha|多哈'),
  ...table('MA', 'Marrakech|马拉喀什\nRabat|拉巴特'),
  ...table('TN', 'Tunis|突尼斯市'),
  ...table('RW', 'Kigali|基加利'),
  ...table('GH', 'Accra|阿克拉'),
  ...table('SN', 'Dakar|达喀尔'),
  ...table('NG', 'Abuja|阿布贾\nLagos|拉各斯'),
  ...table('TZ', 'Dar es Salaam|达累斯萨拉姆'),
  ...table('PH', 'Manila|马尼拉'),
  ...table('MN', 'Ulaanbaatar|乌兰巴托'),
  ...table('LK', 'Colombo|科伦坡'),
  ...table('CL', 'Santiago|圣地亚哥'),
  ...table('AR', 'Buenos Aires|布宜诺斯艾利斯'),
  ...table('CU', 'Havana|哈瓦那'),
  ...table('NZ', 'Auckland|奥克兰'),
  ...table('DE', 'Berlin|柏林\nMunich|慕尼黑'),
  ...table('GB', 'London|伦敦'),
  ...table('BE', 'Brussels|布鲁塞尔'),
  ...table('AT', 'Vienna|维也纳'),
  ...table('IT', 'Rome|罗马'),
  ...table('US', 'New York|纽约\nWashington|华盛顿\nSan Francisco|旧金山'),
  ...table('RU', 'Moscow|莫斯科\nSt. Petersburg|圣彼得堡'),
  ...table('AE', 'Dubai|迪拜\nAbu Dhabi|阿布扎比'),
  ...table('SA', 'Riyadh|利雅得'),
  ...table('EG', 'Cairo|开罗'),
  ...table('ZA', 'Johannesburg|约翰内斯堡\nCape Town|开普敦'),
  ...table('KE', 'Nairobi|内罗毕'),
  ...table('ET', 'Addis Ababa|亚的斯亚贝巴'),
  ...table('JP', 'Tokyo|东京\nKyoto|京都\nOsaka|大阪'),
  ...table('KR', 'Seoul|首尔\nBusan|釜山'),
  ...table('SG', 'Singapore|新加坡'),
  ...table('MY', 'Kuala Lumpur|吉隆坡'),
  ...table('TH', 'Bangkok|曼谷'),
  ...table('ID', 'Jakarta|雅加达\nBali|巴厘岛'),
  ...table('VN', 'Hanoi|河内'),
  ...table('IN', 'New Delhi|新德里\nHyderabad|海得拉巴'),
  ...table('PK', 'Islamabad|伊斯兰堡'),
  ...table('KZ', 'Astana|阿斯塔纳\nAlmaty|阿拉木图'),
  ...table('UZ', 'Tashkent|塔什干'),
  ...table('TR', 'Istanbul|伊斯坦布尔'),
  ...table('BR', 'Brasilia|巴西利亚\nRio de Janeiro|里约热内卢\nSao Paulo|圣保罗'),
  ...table('PE', 'Lima|利马'),
  ...table('MX', 'Mexico City|墨西哥城'),
  ...table('AU', 'Sydney|悉尼\nMelbourne|墨尔本'),
  ...table('LA', 'Vientiane|万象'),
  ...table('KH', 'Phnom Penh|金边'),
];

export const places: KnownPlace[] = [...china, ...abroad, ...table('CN', 'China|中国')];
