import type { Institution } from '../knowledge.js';

export const institution: Institution = {
  slug: 'wic',
  names: { en: ['World Internet Conference'], zh: ['世界互联网大会', '乌镇互联网大会', '世界网际网路大会'] },
  shortNames: { en: ['WIC'], zh: [] },
  contextWords: {
    en: [
      'Wuzhen',
      'wicinternet',
      'Internet Conference',
      'Ren Xianliang',
      'Cyberspace Administration of China',
    ],
    zh: ['乌镇', '任贤良'],
  },
  otherMeanings: {
    en: [
      'Women, Infants',
      'Women Infants',
      'Windows Imaging',
      'World Intelligence',
      'World Irrigation',
      'World Investment Conference',
      'World Innovation Conference',
      'nutrition',
      'WICB',
    ],
    zh: [
      '世界智能大会',
      '工业互联网大会',
      '能源互联网大会',
      '产业互联网大会',
      '移动互联网大会',
      '中国互联网大会',
    ],
  },
  sites: ['wicinternet.org', 'wicwuzhen.cn', 'wuzhenwic.org'],
  founded: {
    key: 'organisation/world-internet-conference',
    names: {
      en: ['World Internet Conference as an international organization'],
      zh: ['世界互联网大会国际组织'],
    },
  },
};
