import { ChainCheck } from '../hashing/chain-check.js';
import { sha256 } from '../hashing/event-hash.js';
import type { EventStore, StoredEvent } from '../port/event-store.port.js';
import { FIRST_DIGEST, nextDigest } from '../seals/digest.js';
import { BackupError, type BackupEnd, type BackupLine, type BackupText } from './backup-line.js';
import { parseLine } from './backup-line.parser.js';
import { textHashOf } from './write-backup.js';

type Content = { kind: 'event'; event: StoredEvent } | BackupText;

/**
 * The events and texts of a backup, each checked: hashes, chains, texts against their hash, every needed text
 * there, and at the end counts and digest. A damaged, altered or cut file throws `BackupError` naming the line.
 */
export async function* readBackup(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Content> {
  const check = new BackupCheck();
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text === '' && check.ended) continue;
    const line = parseLine(text, number);
    const objection = check.objectionTo(line);
    if (objection !== null) throw new BackupError(number, objection);
    if (line.kind === 'event' || line.kind === 'text') yield line;
  }
  if (!check.ended) throw new BackupError(number + 1, 'is missing: the file was cut short');
}

/**
 * Restores a backup into an empty log, or goes on where an earlier attempt broke off. Texts go to `putText`
 * before the events that need them. Returns how many events were written.
 */
export async function restoreBackup(
  store: EventStore,
  lines: AsyncIterable<string> | Iterable<string>,
  putText: (text: string) => Promise<unknown>,
): Promise<number> {
  async function* events(): AsyncGenerator<StoredEvent> {
    for await (const content of readBackup(lines)) {
      if (content.kind === 'event') yield content.event;
      else await putText(content.text);
    }
  }
  return store.restore(events());
}

class BackupCheck {
  ended = false;
  private begun = false;
  private readonly chains = new ChainCheck();
  private readonly texts = new Set<string>();
  private events = 0;
  private digest = FIRST_DIGEST;

  objectionTo(line: BackupLine): string | null {
    if (this.ended) return 'comes after the end';
    if (!this.begun && line.kind !== 'header') return 'comes before the header';
    switch (line.kind) {
      case 'header':
        return this.begin();
      case 'text':
        return this.addText(line);
      case 'event':
        return this.addEvent(line.event);
      case 'end':
        return this.end(line);
    }
  }

  private begin(): string | null {
    if (this.begun) return 'is a second header';
    this.begun = true;
    return null;
  }

  private addText({ hash, text }: BackupText): string | null {
    this.texts.add(hash);
    return sha256(text) === hash ? null : `holds a text that does not match its hash ${hash}`;
  }

  private addEvent(event: StoredEvent): string | null {
    this.events += 1;
    this.digest = nextDigest(this.digest, event);
    const objection = this.chains.objectionTo(event);
    if (objection !== null) return `holds event ${event.id}, which is not right: ${objection}`;
    const text = textHashOf(event);
    if (text !== null && !this.texts.has(text))
      return `holds event ${event.id}, whose text ${text} is missing`;
    return null;
  }

  private end(end: BackupEnd): string | null {
    this.ended = true;
    if (end.events !== this.events) return `tells ${end.events} events, but there are ${this.events}`;
    if (end.texts !== this.texts.size) return `tells ${end.texts} texts, but there are ${this.texts.size}`;
    return end.digest === this.digest ? null : 'tells another digest than that of the events';
  }
}
