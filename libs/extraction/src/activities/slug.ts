import type { Lexicon } from '../knowledge/lexicon.js';

const STOP = new Set(
  (
    'a an the of on in at for and or to by with from its his her their this that is was were be been are will as into held hold holds ' +
    'annual first second third online global successfully officially'
  ).split(' '),
);
const KIND_WORDS =
  /\b(?:sub-?forum|forum|symposium|seminar|workshop|dialogue|program(?:me)?|plan|report|initiative|declaration|office|award|prize|committee|council)\b/gi;

const CHINESE_KIND_WORD =
  /(?:分论坛|主论坛|论坛|座谈会|研讨会|交流会|办事处|代表处|蓝皮书|报告|倡议书?|计划|博览会|主题展)$/;

function englishSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['"]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !STOP.has(word) && !/^(?:19|20)\d\d$/.test(word))
    .slice(0, 7)
    .join('-');
}

function chineseSlug(name: string, lexicon: Lexicon): string {
  const bare = name
    .replace(CHINESE_KIND_WORD, '')
    .replace(/(?:19|20)\d\d年?|第.{1,3}届|[^\u4e00-\u9fffA-Za-z0-9]/g, '');
  const terms = Object.entries(lexicon.knowledge.terms)
    .filter(([term]) => bare.includes(term))
    .sort((a, b) => b[0].length - a[0].length);
  return terms[0]?.[1] ?? bare.slice(0, 16);
}

/** A name without the institution's own in it. */
function withoutInstitution(name: string, lexicon: Lexicon): string {
  let bare = '';
  let from = 0;
  for (const { start, end } of lexicon.institution.find(name)) {
    bare += `${name.slice(from, start)} `;
    from = end;
  }
  return bare + name.slice(from);
}

/** The part of a key that a name gives; empty where the name says nothing of its own. */
export function slugOf(full: string, lexicon: Lexicon): string {
  const name = withoutInstitution(full, lexicon);
  if (/[\u4e00-\u9fff]/.test(name)) return chineseSlug(name, lexicon);
  return englishSlug(name.replace(KIND_WORDS, ' '));
}
