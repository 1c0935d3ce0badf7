/** One section of the digest: a heading, a paragraph, and what it is to be read as. */
interface Section {
  heading: string;
  text: string;
  kind: string;
  /** When the thing began; null: the digest does not say. */
  day: string | null;
}

/** A newsletter on June 2023 in our own words: thirteen facts under thirteen headings, no publication date. */
export const DIGEST_SECTIONS: Section[] = [
  {
    heading: 'Nishan Dialogue on Digital Civilization opens in Qufu',
    text:
      'On June 26, 2023, the World Internet Conference (WIC) opened its Nishan Dialogue on Digital Civilization in ' +
      'Qufu, Shandong province. Zhuang Rongwen, Chair of the WIC, gave the keynote speech, and guests from many ' +
      'countries talked about trust in artificial intelligence.',
    kind: 'forum',
    day: '2023-06-26',
  },
  {
    heading: 'Zhuang Rongwen attends the opening of MWC Shanghai 2023',
    text:
      'WIC Chair Zhuang Rongwen attended the opening of MWC Shanghai 2023 on June 28 on invitation of the GSMA and ' +
      'spoke there before a tour of the exhibition halls.',
    kind: 'external_participation',
    day: '2023-06-28',
  },
  {
    heading: 'Member representatives meet for a symposium',
    text:
      'The WIC held its Member Representative Symposium on June 25 in Nishan. Secretary-General Ren Xianliang chaired ' +
      'the talks, to which some forty representatives of members had come.',
    kind: 'symposium',
    day: '2023-06-25',
  },
  {
    heading: 'Experts gather for a symposium on artificial intelligence',
    text:
      'On June 26 the WIC Symposium on Artificial Intelligence took place in Nishan. Thirteen scholars and engineers ' +
      'advised the WIC on its coming work on AI.',
    kind: 'symposium',
    day: '2023-06-26',
  },
  {
    heading: 'WIC launches its "AI for Social Good" programme',
    text: 'The WIC launched the "AI for Social Good" Program at a ceremony in Nishan on June 26.',
    kind: 'programme_launch',
    day: '2023-06-26',
  },
  {
    heading: 'Action plan on AI for social good released',
    text:
      'The WIC released its AI for Social Good Action Plan (2023-2025) on June 26 in Nishan. The plan names four ' +
      'fields of work for three years.',
    kind: 'publication',
    day: '2023-06-26',
  },
  {
    heading: 'Ren Xianliang speaks at MWC Shanghai 2023',
    text:
      'WIC Secretary-General Ren Xianliang attended MWC Shanghai 2023 on invitation and spoke on June 28 at a session ' +
      'about building digital nations.',
    kind: 'external_participation',
    day: '2023-06-28',
  },
  {
    heading: 'WIC Zhejiang Office is unveiled in Wuzhen',
    text:
      'The WIC unveiled its Zhejiang Office in Wuzhen Town, Tongxiang, on June 15. Ren Xianliang inaugurated it ' +
      'together with Lu Shan, Vice Governor of Zhejiang province.',
    kind: 'office_opening',
    day: '2023-06-15',
  },
  {
    heading: 'Members come together for the Member Day Activity',
    text:
      'On June 15 the WIC held its Member Day Activity in Wuzhen Town. Representatives of members were shown the ' +
      'supercomputing centre and an industrial park.',
    kind: 'member_activity',
    day: '2023-06-15',
  },
  {
    heading: 'WIC attends an APEC seminar on green and digital change',
    text:
      'Liang Hao, Executive Deputy Secretary-General of the WIC, attended the APEC Seminar on digitalization and ' +
      'greenization on June 21 on invitation and gave a speech.',
    kind: 'external_participation',
    day: '2023-06-21',
  },
  {
    heading: 'WIC attends the WBBA Shanghai Summit 2023',
    text:
      'Liang Hao of the WIC attended the WBBA Shanghai Summit 2023 of the World Broadband Association on June 29 and ' +
      'spoke about closing the digital divide.',
    kind: 'external_participation',
    day: '2023-06-29',
  },
  {
    heading: 'Seminar on cross-border e-commerce held in Beijing',
    text:
      'The WIC held a seminar on cross-border e-commerce in Beijing on June 30. Regulators, companies and scholars ' +
      'discussed rules of trade.',
    kind: 'symposium',
    day: '2023-06-30',
  },
  {
    heading: 'Registration opens for the 2023 "Straight to Wuzhen" Global Internet Competition',
    text:
      'Teams from companies, universities and research institutes may now register online for the 2023 "Straight to ' +
      'Wuzhen" Global Internet Competition, whose registration is open.',
    kind: 'competition_registration',
    day: null,
  },
];

/** The digest as one plain text. */
export const DIGEST = [
  'News of the World Internet Conference',
  ...DIGEST_SECTIONS.flatMap(({ heading, text }) => [heading, text]),
].join('\n\n');
