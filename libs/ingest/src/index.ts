export { NO_VALIDATORS, type Validators } from './fetch/conditional-get.js';
export { nameBasedId } from './identity/name-based-id.js';
export { itemIdOf, itemIdentity, type Identifiable, type ItemIdentity } from './identity/item-identity.js';
export { opmlFeeds, type ListedFeed } from './opml/opml.parser.js';
export { discover, DiscoveryError, type Discovered } from './pages/discover.js';
export { patternFault } from './pages/link-pattern.js';
export { PAGE_PRESETS, pagePreset, type PagePreset } from './pages/page-presets.data.js';
export { previewEntries, type PreviewParts } from './pages/preview.js';
export { NotAFeedError, type Feed, type FeedEntry } from './parse/feed.js';
export { parseFeed } from './parse/parse-feed.js';
export { parseFeedDate, type FeedDate } from './parse/feed-date.js';
export { htmlToText } from './parse/html-text.js';
export { ParserError, ParserThread } from './parse/parser-thread.js';
export { extractorOf, type Extractor } from './poll/extractor.js';
export type { ItemOrder } from './poll/intake.js';
export { SummitDays } from './poll/summit-days.port.js';
export { Poller, type PollerParts, type PollResult } from './poll/poller.js';
export { ingestMigrations } from './schedule/ingest.migrations.js';
export { nextPoll, type NextPoll, type PollOutlook } from './schedule/next-poll.js';
export { PollLog, type PollAttempt } from './schedule/poll-log.js';
export { applySourceEvent } from './schedule/schedule-from-events.js';
export type { ScheduledSource } from './schedule/scheduled-source.js';
export type { SourceHealth } from './schedule/source-health.js';
export { PollRefusedError } from './schedule/claims.js';
export { SourceSchedule } from './schedule/source-schedule.js';
export { documentText, type GivenText } from './documents/document-text.js';
export {
  HAND_SOURCE,
  publicationOf,
  receiveDocument,
  type DocumentParts,
  type GivenDocument,
  type ReceivedDocument,
} from './documents/receive-document.js';
export { decide, type Decision, type DecideOptions } from './match/decide.js';
export { knownNames, type KnownNames } from './match/known-names.js';
export type { ItemEventToRead } from './reader/item-event.js';
export {
  KnownAnnouncements,
  type KnownAnnouncement,
  type KnownProposal,
  type SimilarTo,
} from './reader/known-announcements.port.js';
export { MissingTextError, read, type ReaderParts } from './reader/read.js';
export { asReceived, relevantNow, SetAside, type SetAsideItem } from './reader/set-aside.js';
export type { ReaderOrder } from './reader/statement-reader.js';
