import type { DocumentParts, ParserThread, Poller, ReaderParts } from '#ingest';

/** Parts that are injected by these classes, since they have none of their own that could be a token. */

export class DocumentPartsRef {
  constructor(readonly value: DocumentParts) {}
}

export class ParsersRef {
  constructor(readonly value: ParserThread) {}
}

export class PollerRef {
  constructor(readonly value: Poller) {}
}

export class ReaderPartsRef {
  constructor(readonly value: ReaderParts) {}
}
