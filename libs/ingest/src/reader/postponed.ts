import type { Reading } from '#domain';
import { contradict } from '../match/dates.rule.js';
import type { KnownAnnouncement } from './known-announcements.port.js';

const PUT_OFF = /延期|推迟|改期|延后|postpon|put off|reschedul|push(?:ed|es) back|mov(?:ed|es) to/i;

/**
 * What is put off to a day that the text states still takes place: where its plan is known under other days,
 * the statement is that plan with its dates moved, not a cancellation.
 */
export function asMovedPlan(reading: Reading, candidates: readonly KnownAnnouncement[]): Reading {
  if (reading.phase !== 'cancel' || reading.happens?.precision !== 'day') return reading;
  const words = reading.evidence.filter(({ field }) => field === 'phase' || field === 'title');
  if (!PUT_OFF.test([...Object.values(reading.title), ...words.map(({ text }) => text)].join('\n')))
    return reading;
  const moved = candidates.some(
    ({ state }) =>
      state.phase === 'plan' &&
      state.activity?.id === reading.activity?.id &&
      contradict(state.happens, reading.happens),
  );
  return moved ? { ...reading, phase: 'plan' } : reading;
}
