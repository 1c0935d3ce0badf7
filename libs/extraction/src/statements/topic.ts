import { topicOf } from '../activities/activity.js';
import type { Frame } from '../frames/frame.js';
import type { Lexicon } from '../knowledge/lexicon.js';

/** The topic of a frame's thing; known things need none. */
export function activityTopic(frame: Frame, lexicon: Lexicon): string {
  return frame.mention?.event ? '' : topicOf(frame, lexicon);
}
