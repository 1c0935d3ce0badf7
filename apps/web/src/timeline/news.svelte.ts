import type { LogEvent } from '#client';
import { moment } from '../time/moment.svelte.js';

interface Hearable {
  hear(hear: (event: LogEvent) => void): void;
}

const PAUSE_MS = 1500;

/**
 * Calls when something was recorded that may change what is shown: at once, and while more comes, now and then.
 * To be called while a component is made.
 */
export function onNews(live: Hearable, act: () => void): void {
  let isPausing = false;
  let isMissed = false;
  const run = () => {
    isPausing = true;
    isMissed = false;
    act();
    setTimeout(() => {
      isPausing = false;
      if (isMissed) run();
    }, PAUSE_MS);
  };
  live.hear(({ type, announcedAt }) => {
    if (!type.startsWith('announcement.') || moment.knownAt !== null) return;
    if (moment.asOfDay !== null && announcedAt !== null && announcedAt.slice(0, 10) > moment.asOfDay) return;
    isMissed = true;
    if (!isPausing) run();
  });
}
