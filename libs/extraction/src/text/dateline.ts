/** Where an English report says whence and when it was sent: "WUZHEN, Nov. 9 (Xinhua) -- ", "[Lyon, May 2, 2024] ". */
const ENGLISH_SIGN =
  /(?: ?\([A-Z][\w./ ]{1,24}\) ?-{1,2}| -{1,2}|--) ?(?=["'A-Z0-9])|\] |\/PRNewswire\/ ?-{0,2} ?/;
const ENGLISH_HEAD =
  /^[[("]*(?:(?:[A-Z0-9][\w.']*|of|and|east|west|north|south|northwest|southeast|central),? ?)+$/;
const HEAD_LIMIT = 110;
/** 新华社杭州11月23日电, 【…通讯社1月25日北京电】. */
const CHINESE = /^.{0,28}?\d{1,2}[月日]?[\u4e00-\u9fff]{0,4}[电讯](?![子话信商影视力])/;

/** How many characters at the beginning of a sentence are its dateline: what they say is of the report, not of what it tells. */
export function datelineLength(text: string, lang: 'en' | 'zh'): number {
  if (lang === 'zh') return CHINESE.exec(text)?.[0].length ?? 0;
  const sign = ENGLISH_SIGN.exec(text.slice(0, HEAD_LIMIT));
  if (!sign || !ENGLISH_HEAD.test(text.slice(0, sign.index))) return 0;
  return sign.index + sign[0].length;
}
