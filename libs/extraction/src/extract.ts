import type { Lang } from '#domain';
import { defaultKnowledge } from './knowledge/default-knowledge.js';
import { lexiconOf } from './knowledge/lexicon.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Document, Extraction, Statement } from './extraction.js';
import { languageOf } from './language/language.js';
import { documentContext, type DocumentContext } from './reading/document-context.js';
import { groupsOf } from './reading/groups.js';
import { readDrafts } from './reading/read-drafts.js';
import { aboutnessOf, type Aboutness } from './relevance/relevance.js';
import { confidenceOf } from './statements/confidence.js';
import { focusOf } from './statements/focus.js';
import { withKeys } from './statements/keys.js';
import { statementOf } from './statements/statement.js';
import { layoutOf } from './text/sections.js';
import { viewOf } from './text/view.js';

/** The least score of a text that is about the institution. */
const RELEVANT = 0.5;

/** Changes whenever the same text may be read differently. */
export const EXTRACTOR_VERSION = '3';

/**
 * What a document announces of the institution that `knowledge` describes. Pure, total and linear in the length
 * of the text; every field of a statement has its evidence.
 */
export function extract(document: Document, knowledge: Knowledge = defaultKnowledge): Extraction {
  const lexicon = lexiconOf(knowledge);
  const titleView = document.title === null ? null : viewOf(document.title, 'title');
  const textView = viewOf(document.text, 'text');
  const layout = layoutOf(titleView, textView);
  const lang = document.lang ?? languageOf(`${titleView?.text ?? ''}\n${textView.text}`);
  const about = aboutnessOf(document, layout, textView.text, lexicon);
  if (!about.named)
    return { relevant: false, relevance: { score: 0, rules: about.rules }, lang, statements: [] };
  const context = documentContext(document, layout);
  const drafts = readDrafts(groupsOf(layout, lexicon, about), context, lexicon, about.trustShort);
  const statements: Statement[] = withKeys(
    drafts.map((draft) =>
      statementOf(draft, {
        document,
        context,
        lexicon,
        lang,
        confidence: confidenceOf(draft, focusOf(draft)),
      }),
    ),
  );
  return judged(statements, about, context, lang);
}

/** A text is about the institution where it announces something of it surely enough, or is a report titled by its name. */
function judged(statements: Statement[], about: Aboutness, context: DocumentContext, lang: Lang): Extraction {
  const best = Math.max(0, ...statements.map((statement) => statement.reading.confidence));
  const score = Math.max(best, about.inTitle && context.reference !== null ? 0.6 : 0.1);
  const rules = [...about.rules, statements.length > 0 ? 'announces' : 'announces-nothing'];
  const relevant = score >= RELEVANT;
  return { relevant, relevance: { score, rules }, lang, statements: relevant ? statements : [] };
}
