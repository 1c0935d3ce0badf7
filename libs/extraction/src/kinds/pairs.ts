import type { Kind } from '#domain';
import type { Deed } from './predicates.js';

/** What a thing of each kind can be said to do; a verb that does not fit its noun tells nothing. */
export const DEEDS: Partial<Record<Kind, readonly Deed[]>> = {
  summit: ['hold', 'open', 'close', 'greet', 'cancel'],
  forum: ['hold', 'open', 'close', 'greet', 'cancel'],
  symposium: ['hold', 'open', 'close', 'cancel'],
  expo: ['hold', 'open', 'close', 'cancel'],
  member_activity: ['hold', 'open', 'launch', 'tour'],
  competition_result: ['hold', 'open', 'close', 'give', 'launch', 'apply', 'release'],
  organisation: ['hold', 'open', 'establish'],
  other: ['hold', 'open', 'unveil'],
  office_opening: ['unveil', 'hold'],
  publication: ['release'],
  award: ['release', 'give', 'establish', 'apply', 'feature', 'hold'],
  programme_launch: ['launch', 'establish', 'apply'],
};

/** Words by which a competition tells of a round or its prizes rather than of registration. */
export const COMPETITION_STAGE: RegExp =
  /semi-?finals?|\bfinals?\b|award(?:s|ing)? ceremony|grand prize|first prize|winners?|\bwon\b|wins?\b|roadshow|\bround\b|\bleg\b|prizes?|trophies|concludes?d?|半决赛|总决赛|决赛|复赛|初赛|颁奖|特等奖|一等奖|获奖|路演|收官|落幕|分站|分赛|赛区|揭晓/i;
