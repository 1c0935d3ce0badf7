import type { Lexicon } from '../knowledge/lexicon.js';
import type { Span } from '../text/view.js';
import type { Frame, Scan } from './frame.js';

const CRITICS = {
  en: /\b(?:(?:human )?rights (?:groups?|organi[sz]ations?|activists|campaigners|advocates)|press[ -]freedom (?:groups?|organi[sz]ations?|advocates)|activists|campaigners|dissidents|critics)\b/i,
  zh: /人权(?:组织|团体)|新闻自由(?:组织|团体)|维权人士|批评者/,
};
const SAYS = {
  en: /^[^.;]{0,60}\b(?:said|says?|tell(?:s|ing)?|told|describe[sd]|report(?:s|ed)|denounce[sd]|dismiss(?:es|ed)|blast(?:s|ed)|call(?:s|ed)|urge[sd]?|ask(?:s|ed)|warn(?:s|ed)|accuse[sd]?|wrote|fear(?:s|ed)|appeal(?:s|ed)|demand(?:s|ed)|complain(?:s|ed))\b/,
  zh: /^[^。；]{0,20}(?:表示|称|说|呼吁|敦促|指责|认为|警告|要求)/,
};

/** Where a piece says that a critic says something; null where none does. */
/** What critics speak of: quoted with these words they need no day to be a reaction. */
const CHARGE =
  /\b(?:threat\w*|censor\w*|repress\w*|crackdown|clamp\w*|freedoms?|surveillance|block(?:s|ed|ing)|jail\w*|detain\w*|imprison\w*|sham|propaganda|boycott\w*|complicit)\b|审查|封锁|自由|威胁/i;

function criticism({ piece, lang }: Scan, lexicon: Lexicon): (Span & { named: boolean }) | null {
  const { text } = piece;
  const generic = CRITICS[lang].exec(text);
  const named = generic && { start: generic.index, end: generic.index + generic[0].length };
  const known = lexicon.critics.find(text)[0];
  const who: Span | null = known ?? named;
  const says = who && SAYS[lang].exec(text.slice(who.end));
  return who && says && { start: who.start, end: who.end + says[0].length, named: known !== undefined };
}

/** Those who judge the institution from outside say something on a day, in a text that is about it. */
export function criticFrames(scan: Scan, topical: boolean, lexicon: Lexicon): Frame[] {
  const { text, role } = scan.piece;
  if (role !== 'body' || !topical) return [];
  const cue = criticism(scan, lexicon);
  const dated = scan.dates.some((date) => date.precision === 'day');
  if (!cue || (!dated && !(cue.named && /".+"/.test(text) && CHARGE.test(text)))) return [];
  const rule = `${scan.lang}/reaction/critic-says`;
  const topic = text.slice(0, 60);
  return [
    {
      scan,
      kind: 'reaction',
      phase: null,
      tense: 'past',
      mention: null,
      cue,
      deed: 'criticises',
      rule,
      actor: null,
      topic,
    },
  ];
}
