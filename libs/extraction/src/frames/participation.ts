import type { Lexicon } from '../knowledge/lexicon.js';
import { actorBefore, type Actor } from './actors.js';
import type { Frame, Scan } from './frame.js';
import { matchesOf } from '../text/matches.js';

const VERB = {
  en: /\b(?:attend(?:s|ed|ing)?|address(?:es|ed)|was (?:at|present at|among the (?:speakers|guests|participants) (?:at|of)|a (?:guest|speaker) (?:at|of))|represented (?:the )?(?:organi[sz]ation|WIC|institution|conference) at|(?:was|were) represented at|took the floor at|appeared at|participate[sd] in|(?:took|takes?) part in|(?:spoke|speaks|spoken) at|join(?:s|ed)|(?:gave|gives|delivers|delivered|makes|made) (?:a |an |the )?(?:keynote |opening |video )?(?:speech|address|remarks) (?:at|to)|led a delegation to|leads (?:a )?delegation to|visit(?:s|ed)|(?:was|were|is) in [A-Z]\w+(?: \w+ \w+)? for|(?:held|hosted|hosts|stage[sd]|organi[sz]e[sd]|convene[sd]) an? (?:[a-z]+ ){0,2}(?:forum|session|workshop|side event|panel|event) (?:at|during)|(?:travels?|travell?ed|went|came|flew|flies) to [A-Z]\w+ for)\b/g,
  zh: /(?:应邀|受邀|率团|率队)?(?:出席|参加|参与|参访|参展|亮相|赴.{2,12}出席)(?:了)?/g,
};
const OBJECT = {
  en: /^[^.;]{4,200}?(?=,? (?:and (?:delivered|gave|spoke|toured|made|addressed|said|met)|on invitation|delivered|held in|, where)|, (?:the )?[^,.;]{0,40} said\b|[.;]|$)/,
  zh: /^[^，。；]{3,60}/,
};
const EVENT = {
  en: /(?:[A-Z0-9][\w&.'-]*|\([A-Z0-9]+\)|of|on|for|and|the|in)(?: (?:[A-Z0-9][\w&.'-]*|\([A-Z0-9]+\)|of|on|for|and|the|in)){0,14} ?(?:Seminar|Summit|Forum|Congress|Conference|Symposium|Expo|Exhibition|Meeting|Session|Week|Dialogue|Assembly|Workshop|Festival|Fair)\b(?: (?:on|of|for) [A-Z][\w-]*(?: (?:[A-Z][\w-]*|of|and|on|in|for))*)?(?: 20\d\d)?/,
  zh: /[^，。；、]{2,40}?(?:论坛|峰会|大会|研讨会|会议|对话会?|博览会|年会|座谈会|展览会|周)/,
};
const OWN_OCCASION =
  /^(?:the |an? |its |their )?(?:opening|closing|launch|inauguration|award|main)? ?(?:ceremony|session|event|symposium|seminar|meeting|forum|dialogue|summit|conference|press conference|activity)\b(?! (?:of|on|at|for) (?:the )?[A-Z])|^(?:并|了)?(?:开幕式|闭幕式|仪式|会议|活动|座谈会|论坛|大会|峰会|揭牌|发布会)/;

function ownEvent(scan: Scan, from: number, to: number): boolean {
  return scan.mentions.some(
    (m) =>
      m.start >= from &&
      m.start < to &&
      (m.kind === 'institution' || (m.event !== null && m.event.key.includes('{year}'))),
  );
}

/** What a name goes on with: WSIS | Forum High-Level Event. */
const REST = /^(?:[ +-]+(?:[A-Z0-9][\w+&-]*))+|^[^，。；、\s]{0,12}?(?:论坛|大会|会议|峰会|活动)/;

/** One visits many things: only a known event makes a visit a participation. */
const VISITS = /\bvisit(?:s|ed)$/;

interface Occasion {
  slug: string | null;
  name: string;
  end: number;
}

function occasion(scan: Scan, lexicon: Lexicon, at: number): Occasion | null {
  const object = OBJECT[scan.lang].exec(scan.piece.text.slice(at, at + 260))?.[0] ?? '';
  if (OWN_OCCASION.test(object.trim()) || ownEvent(scan, at, at + object.length)) return null;
  const known = lexicon.externals.find(object)[0];
  if (known)
    return {
      slug: known.entry.slug,
      name: object.slice(known.start, known.end),
      end: at + known.end + (REST.exec(object.slice(known.end))?.[0].length ?? 0),
    };
  if (VISITS.test(scan.piece.text.slice(0, at))) return null;
  const named = EVENT[scan.lang].exec(object);
  return named ? { slug: null, name: named[0], end: at + named.index + named[0].length } : null;
}

/** "… attended the … Summit on invitation", 应邀出席…论坛: the institution at an event of others. */
export function participationFrames(scan: Scan, lexicon: Lexicon, actors: Actor[]): Frame[] {
  if (actors.length === 0) return [];
  return matchesOf(scan.piece.text, VERB[scan.lang]).flatMap((match): Frame[] => {
    const actor = actorBefore(actors, match.index, scan.lang === 'zh' ? 40 : 150);
    const found = actor && occasion(scan, lexicon, match.index + match[0].length);
    if (!actor || !found) return [];
    const tense = /(?:will|to) $/.test(scan.piece.text.slice(0, match.index)) ? 'future' : 'past';
    return [
      {
        scan,
        kind: 'external_participation',
        phase: tense === 'future' ? 'plan' : 'result',
        tense,
        mention: null,
        cue: { start: match.index, end: found.end },
        deed: 'attend',
        rule: `${scan.lang}/external_participation/attends`,
        actor: actor.slug,
        topic: found.slug ? `=${found.slug}` : found.name,
      },
    ];
  });
}
