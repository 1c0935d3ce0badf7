import type { KnownEvent } from '../knowledge.js';

/** Prizes and selections. */
export const awards: KnownEvent[] = [
  {
    key: 'award/leading-achievements/{year}',
    kind: 'award',
    names: {
      en: [
        'leading scientific and technological achievements',
        'leading Internet scientific and technological achievements',
        'leading internet achievements',
        'world-leading internet scientific and technological achievements',
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
