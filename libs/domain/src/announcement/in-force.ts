import { comparePositions, type Recorded } from '../event.js';
import { streamOf } from '../stream.js';
import type { AnnouncementEvent } from './announcement.events.js';
import type { AnnouncementState } from './announcement.state.js';
import type { Draft } from './draft.js';
import { resolveMerges } from './merges.js';
import { correctionsOf, lay } from './overlay.js';

type Event = Recorded<AnnouncementEvent>;

/** Drafts over which nothing lies, as they were last finished. */
const unmended = new WeakMap<Draft, AnnouncementState>();

/** The events in force at an asOf that moves on: what all of them make of a draft. */
export class InForce {
  private readonly corrections: Event[] = [];
  private readonly merges: Event[] = [];
  private readonly stream: string;
  private isCorrected = false;
  private withdrawn = false;
  private revision = 0;
  private position = '0';

  constructor(private readonly id: string) {
    this.stream = streamOf('announcement', id);
  }

  add(event: Event): void {
    if (comparePositions(event.position, this.position) > 0) this.position = event.position;
    if (event.type === 'AnnouncementMerged') this.merges.push(event);
    if (event.type === 'AnnouncementCorrected') this.isCorrected = true;
    if (event.type === 'AnnouncementCorrected' || event.type === 'AnnouncementRevised')
      this.corrections.push(event);
    if (event.stream !== this.stream) return;
    this.revision = Math.max(this.revision, event.revision);
    if (event.type === 'AnnouncementWithdrawn') this.withdrawn = true;
  }

  /** The draft with corrections laid over it, and where it stands. */
  finish(draft: Draft): AnnouncementState {
    if (this.isCorrected || this.withdrawn || this.merges.length > 0) return this.laid(draft);
    const known = unmended.get(draft);
    if (known?.position === this.position && known.revision === this.revision) return known;
    const finished = this.laid(draft);
    unmended.set(draft, finished);
    return finished;
  }

  private laid({ state }: Draft): AnnouncementState {
    const finished = lay(state, {
      corrections: this.isCorrected ? correctionsOf(this.corrections) : {},
      withdrawn: this.withdrawn,
      mergedInto: this.merges.length > 0 ? (resolveMerges(this.merges).get(this.id) ?? null) : null,
    });
    finished.revision = this.revision;
    finished.position = this.position;
    return finished;
  }
}
