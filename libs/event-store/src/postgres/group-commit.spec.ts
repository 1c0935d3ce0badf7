import { describe, expect, it } from '@jest/globals';
import { GroupCommit, type Groupable } from './group-commit.js';

interface Work extends Groupable {
  name: string;
}
const work = (name: string, keys = [name], weight = 1): Work => ({ name, keys, weight });

/** A sender that remembers its groups and refuses those that hold something bad. */
function sender(isShared = false) {
  const groups: string[] = [];
  const send = async (group: Work[]) => {
    const names = group.map(({ name }) => name);
    groups.push(names.join(' '));
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (names.some((name) => name.startsWith('bad'))) throw new Error(`refused ${names.join(' ')}`);
    return names.map((name) => name.toUpperCase());
  };
  return { groups, commit: new GroupCommit(send, () => isShared) };
}

describe('GroupCommit', () => {
  it('sends what waits together, and gives each its own outcome', async () => {
    const { groups, commit } = sender();
    const first = commit.add(work('a'));
    await new Promise((resolve) => setTimeout(resolve, 2));
    const rest = ['b', 'c', 'd'].map((name) => commit.add(work(name)));
    expect(await Promise.all([first, ...rest])).toEqual(['A', 'B', 'C', 'D']);
    expect(groups).toEqual(['a', 'b c d']);
    await commit.idle();
    expect(await commit.add(work('e'))).toBe('E');
  });

  it('keeps apart what shares a key, in order', async () => {
    const { groups, commit } = sender();
    await Promise.all(
      [work('a', ['s']), work('b', ['s', 't']), work('c', ['u']), work('d', ['t'])].map((each) =>
        commit.add(each),
      ),
    );
    expect(groups).toEqual(['a c', 'b', 'd']);
  });

  it('keeps a group light, but sends the heavy alone', async () => {
    const { groups, commit } = sender();
    await Promise.all(
      [work('a', ['a'], 3e6), work('b', ['b'], 3e6), work('c', ['c'], 9e6)].map((each) => commit.add(each)),
    );
    expect(groups).toEqual(['a', 'b', 'c']);
  });

  it('lets one bad member fail alone', async () => {
    const { groups, commit } = sender();
    const outcomes = await Promise.allSettled(['a', 'bad', 'c'].map((name) => commit.add(work(name))));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(groups).toEqual(['a bad c', 'a', 'bad', 'c']);
  });

  it('fails all at once when the failure is not of one member', async () => {
    const { groups, commit } = sender(true);
    const outcomes = await Promise.allSettled(['a', 'bad'].map((name) => commit.add(work(name))));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    expect(groups).toEqual(['a bad']);
  });
});
