import type { Kind, Phase } from '#domain';
import type { Mention } from '../mentions/mention.js';
import { actorBefore, type Actor } from './actors.js';
import type { Frame, Scan } from './frame.js';

/** A kind that is told by a verb and who does it rather than by a thing. */
interface RelationRule {
  kind: Kind;
  name: string;
  phase: Phase | null;
  verb: { en: RegExp; zh: RegExp };
  /** Who or what must be there: someone of the institution before the verb, or its name in the sentence. */
  needs: 'actor' | 'institution';
}

const RULES: RelationRule[] = [
  {
    kind: 'exchange',
    name: 'meets',
    phase: 'result',
    needs: 'actor',
    verb: {
      en: /\b(?:met|meets|holds? talks|held talks|had (?:a meeting|talks)|received)(?: with| (?=[A-Z])| a delegation| the (?:visiting|president|ceo|minister|ambassador|secretary))|\bpaid a visit to|\bvisit(?:s|ed) (?:the )?(?=[A-Z])/g,
      zh: /会见|会晤|拜会|拜访|到访|来访|一行(?:访问|到访)|座谈交流|访问(?=[^，。]{2,16}(?:公司|协会|总部|组织|机构|联盟|大学|企业))/g,
    },
  },
  {
    kind: 'call_for_entries',
    name: 'calls',
    phase: 'open',
    needs: 'institution',
    verb: {
      en: /\bcalls? for (?:papers|contributions|submissions|proposals|cases|case studies)|\binvites? (?:submissions?|papers|contributions|proposals)|\bsubmissions? (?:are|is) (?:now )?(?:open|invited)/gi,
      zh: /(?:征集|招募)(?=[^，。；]{0,16}(?:论文|案例|作品|稿件|成果|方案))|征文|征稿/g,
    },
  },
  {
    kind: 'member_activity',
    name: 'members-visit',
    phase: 'result',
    needs: 'institution',
    verb: {
      en: /\bmembers?(?:'| representatives?| delegates?| units?| organi[sz]ations?| enterprises?)?\b[^.;]{0,50}\b(?:tour(?:s|ed)|visit(?:s|ed)|paid a visit|inspected)\b/gi,
      zh: /会员(?:代表|单位|企业|机构)?(?:一行|们)?(?:走进|走访|参访|参观|考察|赴|访问)/g,
    },
  },
  {
    kind: 'partnership',
    name: 'signs',
    phase: 'result',
    needs: 'institution',
    verb: {
      en: /\b(?:sign(?:s|ed)?|inks?|inked|signing of|conclude[sd]?|enter(?:s|ed) into|reach(?:es|ed))\b[^.;]{0,60}?(?:memorand(?:um|a)(?: of understanding)?|MoUs?|(?:cooperation|partnership|strategic|framework) (?:agreement|pact|framework)s?|letter of intent|agreement)|\bpartners with\b/gi,
      zh: /(?:签署|签订|达成)[^，。；]{0,40}?(?:备忘录|协议|意向书)|签约|建立(?:战略)?合作(?:伙伴)?关系/g,
    },
  },
  {
    kind: 'appointment',
    name: 'appoints',
    phase: 'result',
    needs: 'institution',
    verb: {
      en: /\b(?:(?:was|were|is|are|has been|have been|been)? ?(?:re-?elected|appointed|elected|named|chosen|selected|nominated)(?= (?:as|for|to|the|co-|chair|vice|new|president|secretary|a member|by))|(?:were|was|have been|has been) (?:selected|chosen)\b(?=[.,]| from)|made (?:it to )?the (?:selected |final |short)?list|becomes?(?= (?:co-?chair|chair|president|member|secretary))|(?:will )?(?:serve|take office) as|takes over as|joins .{3,60} as)/gi,
      zh: /当选|获任|受聘|聘任|聘为|任命|出任|续任|连任|换届|增补[^，。]{0,12}(?:理事|委员)|入选(?=[^，。；]{0,16}(?:青年|领军))|入选名单|(?:评|遴|推)选出(?=[^，。；]{0,24}(?:青年|领军者|委员|专家))|(?:公布|揭晓)[^，。；]{0,24}名单|名单(?:正式)?(?:公布|揭晓)(?<=(?:领军者|委员|理事|专家)[^，。]{0,8})/g,
    },
  },
  {
    kind: 'reaction',
    name: 'criticises',
    phase: null,
    needs: 'institution',
    verb: {
      en: /\b(?:boycott(?:s|ed|ing)?|critici[sz](?:e[sd]?|ing|ed by)|criticism|condemn(?:s|ed)?|denounce[sd]?|slam(?:s|med)?|protest(?:s|ed)?|(?:denied|denies|refused|barred|blocked) (?:entry|access|from|accreditation|visas?)|reason for alarm|raise[sd]? (?:concern|alarm)|warn(?:s|ed) (?:that|of|against)|urge[sd]? (?:tech|companies|participants|firms|businesses|apple|google|attendees)|(?:feels?|fears?) '?"?chill|skeptic\w*|accuse[sd]?)\b/gi,
      zh: /抵制|批评|谴责|抗议|拒绝(?:入场|采访|进入)|质疑/g,
    },
  },
];

const OFFICE_WORD =
  /committee|council|advisory|secretary|chair|member|leaders?|fellow|cohort|board|expert|young people|youths?\b|理事|委员|秘书长|会长|主席|专家|领军者|顾问|优秀青年/i;
/** Those whom the institution's programmes choose. */
const YOUTH = /young (?:people|leaders|talents)|youths?\b|青年/i;
const POSSESSOR = { en: 150, zh: 40 };
const OF_INSTITUTION = ['summit', 'forum', 'programme_launch', 'organisation', 'competition_result'];

/** Someone came to the institution: "visited the WIC secretariat", 到访世界互联网大会秘书处. */
function visited(scan: Scan, at: number): boolean {
  if (!/^(?:visit|一行|到访|来访|访问)/.test(scan.piece.text.slice(at, at + 6))) return false;
  return scan.mentions.some((m) => (m.kind === 'institution' || m.own) && m.start > at && m.start - at < 20);
}

/** An office of the institution's, or those whom one of its programmes chose. */
function office(scan: Scan, own: boolean, topical: boolean): boolean {
  const among = YOUTH.test(scan.piece.text) || scan.mentions.some((m) => m.kind === 'organisation');
  return OFFICE_WORD.test(scan.piece.text) && (own || (topical && among));
}

function present(rule: RelationRule, scan: Scan, actors: Actor[], at: number, topical: boolean): boolean {
  if (rule.needs === 'actor')
    return actorBefore(actors, at, POSSESSOR[scan.lang]) !== null || visited(scan, at);
  const own = scan.mentions.some((m) => m.kind === 'institution' || m.event !== null);
  if (rule.kind === 'appointment') return office(scan, own, topical);
  const back =
    topical &&
    scan.mentions.some(
      (m) => m.anaphor !== null && m.anaphor !== 'any' && OF_INSTITUTION.includes(m.anaphor[0] ?? ''),
    );
  return own || (back && rule.kind === 'reaction');
}

/** The programme whose cohort or the body whose office it is. */
const programmeIn = (scan: Scan): Mention | null =>
  scan.mentions.find((m) => m.event?.kind === 'programme_launch') ?? null;

function topicOf(rule: RelationRule, scan: Scan, end: number): string {
  const after = scan.piece.text.slice(end, end + 60);
  return rule.kind === 'reaction' ? scan.piece.text.slice(0, 60) : after;
}

/** Frames of meetings, signatures, appointments and reactions. */
export function relationFrames(scan: Scan, actors: Actor[], topical: boolean): Frame[] {
  return RULES.flatMap((rule) => {
    const match = [...scan.piece.text.matchAll(rule.verb[scan.lang])].find((m) =>
      present(rule, scan, actors, m.index, topical),
    );
    if (!match) return [];
    const end = match.index + match[0].length;
    const actor = rule.needs === 'actor' ? actorBefore(actors, match.index, POSSESSOR[scan.lang]) : null;
    const frame: Frame = {
      scan,
      kind: rule.kind,
      phase: rule.phase,
      tense: /\bwill $/.test(scan.piece.text.slice(0, match.index)) ? 'future' : 'past',
      mention: rule.kind === 'appointment' ? programmeIn(scan) : null,
      cue: { start: actor?.start ?? match.index, end },
      deed: rule.kind === 'call_for_entries' ? 'apply' : rule.name,
      rule: `${scan.lang}/${rule.kind}/${rule.name}`,
      actor: actor?.slug ?? null,
      topic: topicOf(rule, scan, end),
    };
    return [frame];
  });
}
