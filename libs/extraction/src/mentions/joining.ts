import type { Mention } from './mention.js';

/** Between an institution and what it holds: "World Internet Conference (WIC) | Wuzhen Summit". */
const LINK =
  /^[ "'(),·•・:]*(?:\(?[A-Z]{2,5}\)?)?[ "'(),]*(?:(?:19|20)\d\d年?)? ?["']?(?:[A-Z][\w-]* ){0,3}["']?(?:年度|国际组织|的)?["']?$/;
/** Between a part and its whole: "the expo, part of the 2024 | summit". */
const OF =
  /^["')]*(?: \([A-Z]{2,5}\))?(?:,? (?:an? |one |the )?(?:[\w-]+ ){0,3}(?:part|highlights?|events?|features?|components?|sidelines|sessions?|side event|fringes) of| of| at| during| for| in| under| (?:for|with|by) (?:[\w-]+ ){1,3}(?:of|from)) (?:the |this year's )?(?:(?:19|20)\d\d |[\w-]+ (?:annual )?)?$/;
/** The topic between a part and its whole: "the sub-forum | on the protection of minors at the | summit". */
const TOPIC =
  /^["')]*,? (?:on|of|for|about) (?:(?!(?:was|were|is|are|be|will|has|have|held|hosted|opened|took|takes|said|and the)\b)[\w'"-]+ ){1,10}(?:at|during|of) (?:the |this year's )?(?:(?:19|20)\d\d |[\w-]+ (?:annual )?)?$/;
const PARTS: readonly string[] = ['forum', 'symposium', 'expo', 'award', 'other'];
/** Between a name and a noun that says again what it is: 《…报告2025》蓝皮书. */
const SAME = /^["'》) ]*(?:20\d\d)?["'》) ]*[^，。；、\s]{0,8}$/;
/** Between two names of one thing: "the World Internet Conference (WIC), also known as the Wuzhen Summit". */
const AGAIN =
  /^["' ,(·•・]*(?:also (?:known|referred to) as|also called|also dubbed|or|又称|亦称|即|简称|也称)?(?: the)?["' ]*$/;

type Relation = 'again' | 'same' | 'holds' | 'part-of' | 'apart';
const LONGEST_GAP = 110;

const wide = (mention: Mention): boolean =>
  (mention.kind === 'institution' || mention.kind === 'summit') && mention.anaphor === null;

const saysAgain = (last: Mention, mention: Mention): boolean =>
  last.event !== null && mention.event === null && last.kind === mention.kind;

function withinWide(mention: Mention, gap: string): Relation | null {
  if (wide(mention) && AGAIN.test(gap)) return 'again';
  return mention.kind !== 'institution' && LINK.test(gap) ? 'holds' : null;
}

const partly = (last: Mention, mention: Mention, gap: string): boolean =>
  OF.test(gap) || (PARTS.includes(last.kind) && wide(mention) && TOPIC.test(gap));

function relation(last: Mention, mention: Mention, gap: string): Relation {
  if (gap.length > LONGEST_GAP || mention.anaphor !== null || last.anaphor !== null) return 'apart';
  const within = wide(last) ? withinWide(mention, gap) : null;
  if (within) return within;
  if (saysAgain(last, mention) && SAME.test(gap)) return 'same';
  return partly(last, mention, gap) ? 'part-of' : 'apart';
}

function again(last: Mention, mention: Mention): Mention {
  const named = last.event ?? mention.event;
  return {
    ...last,
    end: mention.end,
    kind: named ? 'summit' : 'institution',
    event: named,
    year: last.year ?? mention.year,
    ordinal: last.ordinal ?? mention.ordinal,
    own: true,
  };
}

function partOf(last: Mention, whole: Mention): Mention {
  const own = last.own || whole.kind === 'institution' || whole.event !== null;
  return { ...last, year: last.year ?? whole.year, ordinal: last.ordinal ?? whole.ordinal, own };
}

/** Joins names that stand together: one thing named twice, an institution and what it holds, a part and its whole. */
export function joined(text: string, mentions: Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const last = kept.at(-1);
    const how = last ? relation(last, mention, text.slice(last.end, mention.start)) : 'apart';
    if (!last || how === 'apart') kept.push(mention);
    else if (how === 'again') kept.splice(-1, 1, again(last, mention));
    else if (how === 'same') kept.splice(-1, 1, { ...last, end: mention.end });
    else if (how === 'holds')
      kept.splice(-1, 1, {
        ...mention,
        start: last.start,
        year: mention.year ?? last.year,
        ordinal: mention.ordinal ?? last.ordinal,
        own: true,
        modifier: last.modifier,
      });
    else kept.splice(-1, 1, partOf(last, mention), { ...mention, modifier: last.kind !== 'institution' });
  }
  return kept;
}
