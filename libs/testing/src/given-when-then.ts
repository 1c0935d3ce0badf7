import { expect } from '@jest/globals';
import type { Decider, Fact } from '#domain';

/** `given(decider, […facts]).when(command).then([…facts])`, or `.thenRefuses('code')`. */
export function given<State, Command, Event extends Fact>(
  decider: Decider<State, Command, Event>,
  history: readonly Event[],
) {
  const state = history.reduce(
    (known, event, index) => decider.evolve(known, event, `e${index}`),
    decider.initial,
  );
  return {
    when(command: Command) {
      return {
        then: (expected: readonly unknown[]) =>
          expect(decider.decide(command, state)).toMatchObject(expected as never),
        thenNothing: () => expect(decider.decide(command, state)).toEqual([]),
        thenRefuses: (code: string) =>
          expect(() => decider.decide(command, state)).toThrow(expect.objectContaining({ code })),
      };
    },
  };
}
