import { describe, expect, test } from 'vitest';
import type { Position } from '../../src/base/span.ts';
import { type Evaluate, Judge, type Rule } from '../../src/scenario/judge.ts';
import type { Expectation } from '../../src/scenario/scenario.ts';
import { MemoryTrace } from '../../src/trace/memory.ts';
import { Tracer } from '../../src/trace/tracer.ts';

interface World {
  time: number;
  /** What each expectation, by its text, evaluates to. */
  readonly truth: Map<string, boolean>;
  /** How often each was evaluated. */
  readonly asked: Map<string, number>;
}

const span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function judging(expect: Partial<Record<Rule, readonly string[]>>) {
  const world: World = { time: 0, truth: new Map(), asked: new Map() };
  const trace = new MemoryTrace();
  const context = { position: (): Position | null => null, nameOf: () => null, repr: String };
  const tracer = new Tracer([trace], context);
  const expectations = (rule: Rule): Expectation[] =>
    (expect[rule] ?? []).map((text) => ({
      text,
      span,
      expression: { kind: 'Name', id: text, span },
    }));
  const compile =
    ({ text }: { readonly text: string }): Evaluate =>
    () => {
      world.asked.set(text, (world.asked.get(text) ?? 0) + 1);
      return (world.truth.get(text) ?? false) ? null : `no ${text}`;
    };
  const all = {
    always: expectations('always'),
    eventually: expectations('eventually'),
    finally: expectations('finally'),
  };
  const judge = new Judge(all, compile, tracer, () => world.time);
  const events = (): string[] => {
    tracer.flush();
    return [...trace].map((each) => {
      if (each.kind === 'expect.failed') return `failed ${each.rule} ${each.index} ${each.reason}`;
      return each.kind === 'expect.held' ? `held ${each.rule} ${each.index}` : each.kind;
    });
  };
  return { judge, world, events };
}

describe('always', () => {
  test('fails once, at the first step where it is false, and is not asked again', () => {
    const { judge, world, events } = judging({ always: ['a', 'b'] });
    world.truth.set('a', true).set('b', true);
    judge.step();
    world.time = 3;
    world.truth.set('b', false);
    judge.step();
    world.time = 4;
    judge.step();
    expect(judge.verdicts).toMatchObject([
      { rule: 'always', text: 'a', held: null },
      { rule: 'always', text: 'b', held: false, reason: 'no b', time: 3 },
    ]);
    expect(world.asked.get('b')).toBe(2);
    judge.finish(true);
    expect(judge.verdicts.map((each) => each.held)).toEqual([true, false]);
    expect(events()).toEqual(['failed always 1 no b', 'held always 0']);
  });
});

describe('eventually', () => {
  test('holds once, at the first step where it is true; else it fails at the end', () => {
    const { judge, world, events } = judging({ eventually: ['a', 'b'] });
    judge.step();
    world.time = 2;
    world.truth.set('a', true);
    judge.step();
    world.truth.set('a', false);
    judge.step();
    world.time = 5;
    judge.finish(true);
    expect(judge.verdicts).toMatchObject([
      { text: 'a', held: true, time: 2, reason: '' },
      { text: 'b', held: false, time: 5, reason: 'it was never true' },
    ]);
    expect(world.asked.get('a')).toBe(2);
    expect(events()).toEqual(['held eventually 0', 'failed eventually 1 it was never true']);
  });
});

describe('finally', () => {
  test('is asked once, at the end', () => {
    const { judge, world, events } = judging({ finally: ['a', 'b'] });
    world.truth.set('a', true);
    judge.step();
    expect(world.asked.size).toBe(0);
    expect(judge.watch).toBe(null);
    judge.finish(true);
    expect(judge.verdicts.map((each) => each.held)).toEqual([true, false]);
    expect(events()).toEqual(['held finally 0', 'failed finally 1 no b']);
  });

  test('stays undecided where the run was cut short, as does all that was not settled', () => {
    const { judge, world, events } = judging({ always: ['a'], eventually: ['b'], finally: ['c'] });
    world.truth.set('a', true);
    judge.step();
    judge.finish(false);
    expect(judge.watch).toBeTypeOf('function');
    expect(judge.verdicts.map((each) => each.held)).toEqual([null, null, null]);
    expect(events()).toEqual([]);
  });
});
