// A policy is asked where something is open, its answer is obeyed and traced, and it is never asked
// else.
import { describe, expect, test } from 'vitest';
import { InternalError } from '../../src/base/stop.ts';
import {
  type ChoiceKind,
  type DurationRange,
  isOrderOf,
  type Jitter,
  policyName,
  policySettings,
  type SchedulingPolicy,
} from '../../src/kernel/policy.ts';
import { BareLoop, tracedLoop } from './bare-loop.ts';

class Reversing implements SchedulingPolicy {
  readonly name: string = 'reversing';
  readonly varies: ReadonlySet<ChoiceKind> = new Set<ChoiceKind>(['ties', 'sets']);
  readonly jitter: Jitter | null = null;
  readonly asked: [ChoiceKind, readonly string[]][] = [];

  beginRun(): boolean {
    return true;
  }

  choose(kind: ChoiceKind, options: readonly string[]): readonly number[] {
    this.asked.push([kind, options]);
    return options.map((_, i) => options.length - 1 - i);
  }

  duration({ most }: DurationRange): number {
    return most;
  }
}

class Answering extends Reversing {
  override readonly name = 'answering';
  readonly #answer: readonly number[];

  constructor(answer: readonly number[]) {
    super();
    this.#answer = answer;
  }

  override choose(): readonly number[] {
    return this.#answer;
  }
}

describe('a policy', () => {
  test('arranges timers with equal deadlines, once for each batch', () => {
    const policy = new Reversing();
    const loop = new BareLoop({ policy });
    const ran: string[] = [];
    for (const [when, name] of [
      [1, 'a'],
      [1, 'b'],
      [2, 'c'],
      [1, 'd'],
      [3, 'e'],
      [3, 'f'],
    ] as const) {
      loop.at(when, () => ran.push(name));
    }
    loop.run();
    expect(ran).toEqual(['d', 'b', 'a', 'c', 'f', 'e']);
    expect(policy.asked).toEqual([
      ['ties', ['timer 1', 'timer 2', 'timer 4']],
      ['ties', ['timer 5', 'timer 6']],
    ]);
  });

  test('leaves deadlines within the resolution in their order', () => {
    const policy = new Reversing();
    const loop = new BareLoop({ policy });
    const ran: string[] = [];
    loop.at(1 + 5e-10, () => ran.push('later'));
    loop.at(1, () => ran.push('earlier'));
    loop.run();
    expect(ran).toEqual(['earlier', 'later']);
    expect(policy.asked).toEqual([]);
  });

  test('is not asked about one option or none', () => {
    const policy = new Reversing();
    const loop = new BareLoop({ policy });
    expect(loop.arrange('sets', ['only'], String)).toEqual(['only']);
    expect(loop.arrange('sets', [], String)).toEqual([]);
    expect(policy.asked).toEqual([]);
  });

  test('leaves its answer in the trace', () => {
    const [loop, lines] = tracedLoop({ policy: new Reversing() });
    expect(loop.arrange('sets', ['a', 'b', 'c'], String)).toEqual(['c', 'b', 'a']);
    const [event] = lines().map((line) => JSON.parse(line));
    expect(event).toMatchObject({
      kind: 'choice.made',
      choice: 'sets',
      options: 3,
      picked: '2,1,0',
    });
  });

  test('that answers anything but an order is our bug', () => {
    for (const answer of [[], [0], [0, 0], [0, 1, 2]]) {
      const loop = new BareLoop({ policy: new Answering(answer) });
      let thrown: unknown = null;
      try {
        loop.arrange('ties', ['a', 'b'], String);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(InternalError);
    }
  });
});

test('an order holds every index once', () => {
  expect(isOrderOf(0, [])).toBe(true);
  expect(isOrderOf(3, [2, 0, 1])).toBe(true);
  const wrong = [[], [0, 1], [0, 1, 1], [0, 1, 3], [0, 1, -1], [0, 1, 1.5], [0, 1, 2, 3]];
  expect(wrong.filter((order) => isOrderOf(3, order))).toEqual([]);
});

describe('the name of a policy', () => {
  test.each([
    [new Set<ChoiceKind>(), null, 'choices: '],
    [new Set<ChoiceKind>(['ready-order', 'timing']), null, 'choices: timing ready-order'],
    [
      new Set<ChoiceKind>(['timing']),
      { share: 0.2, seconds: 0.05 },
      'choices: timing; jitter: 0.2 0.05',
    ],
  ])('tells what it is asked of %#', (varies, jitter, name) => {
    expect(policyName(varies, jitter)).toBe(name);
    expect(policySettings(name)).toEqual({ varies, jitter });
  });

  test.each(['fifo', 'choices: luck', 'choices: timing; jitter: much'])(
    '%s tells nothing',
    (name) => {
      expect(policySettings(name)).toBeNull();
    },
  );
});
