// ContextVar, Token and Context by themselves; contexts.test.ts has them in programs.
import { expect, test } from 'vitest';
import { Context, ContextVar, copyContext, Token } from '../../src/asyncio/contextvars.ts';
import { BaseException } from '../../src/asyncio/exceptions.ts';
import { run } from '../../src/asyncio/runners.ts';

const some = ['a', 'b', 'c'].map((name) => new ContextVar<number>(name));

/** What `act` raises. */
function caught(act: () => unknown): { readonly type: string; readonly args: unknown } {
  try {
    return { type: 'nothing', args: act() };
  } catch (error) {
    if (!(error instanceof BaseException)) throw error;
    return { type: error.typeName, args: error.args };
  }
}

/** Runs `act` in a task and gives what it returns. */
function inTask<T>(act: () => T): T {
  return run(
    (function* (): Generator<unknown, T, unknown> {
      return act();
    })(),
  );
}

test('where no loop runs, a variable has its default and cannot be set', () => {
  const [variable] = some;
  expect(variable.get(5)).toBe(5);
  expect(new ContextVar('d', { default: 7 }).get()).toBe(7);
  expect(caught(() => variable.get())).toEqual({ type: 'LookupError', args: [variable] });
  for (const act of [() => variable.set(1), copyContext, () => new Context().run(() => 1)]) {
    expect(caught(act)).toEqual({ type: 'RuntimeError', args: ['no running event loop'] });
  }
});

test('a token is taken back once, in its context, by its variable', () => {
  const [variable, other] = some;
  const errors = inTask(() => {
    const token = variable.set(1);
    const wrong = [
      caught(() => other.reset(token)),
      caught(() => copyContext().run(() => variable.reset(token))),
    ];
    expect([token.var, token.oldValue, token.used]).toEqual([variable, Token.MISSING, false]);
    variable.reset(token);
    expect([token.used, variable.get(0)]).toEqual([true, 0]);
    return [...wrong, caught(() => variable.reset(token))];
  });
  expect(errors).toEqual([
    { type: 'ValueError', args: ['<Token> was created by a different ContextVar'] },
    { type: 'ValueError', args: ['<Token> was created in a different Context'] },
    { type: 'RuntimeError', args: ['<Token> has already been used once'] },
  ]);
});

test('copies share their values until one of them is written to', () => {
  const [a, b, c] = some;
  const first = new Context();
  first.assign(a, 1);
  first.assign(b, 2);
  const second = first.copy();
  const third = second.copy();
  second.assign(c, 3);
  first.assign(a, 10);
  third.remove(a);
  third.remove(c);
  expect([first, second, third].map((each) => each.keys())).toEqual([[a, b], some, [b]]);
  expect([first, second, third].map((each) => each.values())).toEqual([[10, 2], [1, 2, 3], [2]]);
  expect([first.size, first.has(c), first.get(c), [...third]]).toEqual([2, false, undefined, [b]]);
});

test('a context of nothing is copied, too, and run once at a time', () => {
  const context = new Context();
  const copy = context.copy();
  copy.assign(some[0], 1);
  expect([context.size, copy.size, context.values()]).toEqual([0, 1, []]);
  const refused = inTask(() => context.run((n: number) => caught(() => context.run(() => n)), 3));
  expect(refused).toEqual({
    type: 'RuntimeError',
    args: ['cannot enter context: <Context> is already entered'],
  });
  expect(inTask(() => context.run((n: number) => n + 1, 3))).toBe(4);
});
