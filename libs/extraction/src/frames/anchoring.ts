import type { Frame } from './frame.js';

const LOOSE = [
  'publication',
  'forum',
  'symposium',
  'expo',
  'competition_result',
  'award',
  'programme_launch',
  'office_opening',
];
const THERE =
  /\bat the (?:opening |closing |award |launch )?(?:ceremony|event|meeting|forum|symposium|summit|conference)\b|\bduring the\b|(?:仪式|会议|开幕式|论坛|会)上|期间/i;

/**
 * True where a thing without a name of its own is tied to the institution: its sentence names the institution or one of
 * its things, says "at the ceremony", or is a plan among the institution's plans.
 */
export function anchored(frame: Frame, headed: boolean): boolean {
  const { mention, scan } = frame;
  if (
    !mention ||
    mention.event ||
    mention.anaphor ||
    mention.kind === 'institution' ||
    !LOOSE.includes(frame.kind)
  )
    return true;
  if (headed) return true;
  if (scan.mentions.some((m) => m !== mention && (m.kind === 'institution' || m.event !== null))) return true;
  if (frame.deed === 'apply' || (frame.tense === 'future' && frame.kind !== 'publication')) return true;
  return mention.own || THERE.test(scan.piece.text);
}
