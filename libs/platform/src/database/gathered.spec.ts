import { describe, expect, it } from '@jest/globals';
import { Gathered } from './gathered.js';

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('Gathered', () => {
  it('answers together what was asked in one turn, and while a round was under way', async () => {
    const rounds: number[][] = [];
    const doubled = new Gathered(async (asks: number[]) => {
      rounds.push(asks);
      await turn();
      return asks.map((n) => n * 2);
    });
    const first = [doubled.ask(1), doubled.ask(2)];
    await new Promise((resolve) => setImmediate(resolve));
    const later = [doubled.ask(3), doubled.ask(4)];
    expect(await Promise.all([...first, ...later])).toEqual([2, 4, 6, 8]);
    expect(await doubled.ask(5)).toBe(10);
    expect(rounds).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('asks for no more than it may at once', async () => {
    const sizes: number[] = [];
    const gathered = new Gathered(async (asks: number[]) => {
      sizes.push(asks.length);
      return asks;
    }, 3);
    await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => gathered.ask(n)));
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('fails a round as a whole, and goes on with the next', async () => {
    let fails = true;
    const gathered = new Gathered(async (asks: string[]) => {
      if (fails) throw new Error('away');
      return asks;
    });
    const failed = await Promise.allSettled([gathered.ask('a'), gathered.ask('b')]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await gathered.ask('c')).toBe('c');
  });
});
