export * from './extraction.js';
export { extract, EXTRACTOR_VERSION } from './extract.js';
export { defaultKnowledge } from './knowledge/default-knowledge.js';
export type { Knowledge } from './knowledge/knowledge.js';
export { REVIEW_THRESHOLD } from './statements/confidence.js';
