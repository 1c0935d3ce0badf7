import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldSegments, same, type AnnouncementEvent, type AnnouncementState, type Recorded } from '#domain';
import { createTestDatabase, type TestDatabase } from '#testing';
import { projectionsMigrations } from '../runner/generations.migrations.js';
import { announcementsProjection, indexedBy } from './announcements.projection.js';
import { HOLDS, indexed, momentsOf, statesByFold, statesByIndex } from './as-of-grid.fixture.js';
import { histories } from './histories.fixture.js';

type Event = Recorded<AnnouncementEvent>;

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(projectionsMigrations);
});
afterAll(() => test.drop());

/** Each must be told from the real thing by some history; `fold` mutants write a wrong index. */
interface Mutant {
  name: string;
  condition?: (holds: string) => string;
  fold?: typeof foldSegments;
}
const MUTANTS: Mutant[] = [
  { name: 'known_from exclusive', condition: (c) => c.replace('known_from <=', 'known_from <') },
  { name: 'known_to inclusive', condition: (c) => c.replace('known_to >', 'known_to >=') },
  { name: 'announced_from exclusive', condition: (c) => c.replace('announced_from <=', 'announced_from <') },
  { name: 'announced_to inclusive', condition: (c) => c.replace('announced_to >', 'announced_to >=') },
  {
    name: 'knownAt ignored',
    condition: (c) => c.replaceAll(/r\.known_(from|to) [<>=]+ m\.known_at::bigint/g, 'true'),
  },
  { name: 'knownAt means now', condition: (c) => c.replaceAll('m.known_at::bigint', '1000000') },
  {
    name: 'asOf ignored',
    condition: (c) => c.replaceAll('m.as_of::timestamptz', `'9999-12-31'::timestamptz`),
  },
  { name: 'only beginnings', condition: (c) => c.replace(/AND r\.known_to > [^ ]+/, '') },
  {
    name: 'ties of announcedAt broken the other way',
    fold: (id, known) => foldSegments(id, known.map(mirrored)).map(unmirrored),
  },
  {
    name: 'late events in order of position',
    fold: (id, known) =>
      foldSegments(
        id,
        known.filter((event, at) => at === 0 || !isLate(event, known.slice(0, at))),
      ),
  },
  {
    name: 'merges not followed',
    fold: (id, known) =>
      foldSegments(
        id,
        known.filter(({ stream }) => stream === `announcement-${id}`),
      ),
  },
  {
    name: 'corrections forgotten',
    fold: (id, known) =>
      foldSegments(
        id,
        known.filter(({ type }) => type !== 'AnnouncementCorrected'),
      ),
  },
];

function mirrored(event: Event): Event {
  return { ...event, position: String(1_000_000 - Number(event.position)).padStart(6, '0') };
}
function unmirrored<T extends { state: AnnouncementState }>(segment: T): T {
  const position = String(1_000_000 - Number(segment.state.position));
  return { ...segment, state: { ...segment.state, position } };
}
function isLate(event: Event, before: readonly Event[]): boolean {
  return before.some(({ announcedAt }) => (announcedAt ?? '') > (event.announcedAt ?? '9'));
}

/** Looks for a history by which a mutant is told from the fold. */
async function trial({ condition, fold }: Omit<Mutant, 'name'>, numRuns: number) {
  const projection = fold ? indexedBy(fold) : announcementsProjection;
  const mutated = condition ? condition(HOLDS) : HOLDS;
  if (condition) expect(mutated).not.toBe(HOLDS);
  const survives = async (log: Event[]) => {
    const view = await indexed(test.database, log, projection);
    const moments = momentsOf(log);
    const actual = await statesByIndex(view, moments, mutated);
    await view.drop();
    return same(withoutPositions(actual), withoutPositions(statesByFold(log, moments)));
  };
  return fc.check(fc.asyncProperty(histories(10), survives), { numRuns, endOnFailure: true });
}

describe('mutants of the as-of index', () => {
  it('lets the real thing live', async () => {
    expect((await trial({}, 20)).failed).toBe(false);
  });

  it.each(MUTANTS)(
    'kills: $name',
    async (mutant) => {
      const verdict = await trial(mutant, 200);
      expect(verdict.failed).toBe(true);
      expect(String(verdict.errorInstance)).toContain('returning false');
    },
    60_000,
  );
});

/** A mutant must be told by what it says of announcements, not by bookkeeping. */
function withoutPositions(states: readonly AnnouncementState[][]) {
  return states.map((each) => each.map(({ position: _position, ...state }) => state));
}
