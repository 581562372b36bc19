// A user's function as a target: called with its arguments, known by its key.
import { expect, test } from 'vitest';
import { EventLoop } from '../../src/asyncio/base-events.ts';
import { FunctionTarget } from '../../src/asyncio/callback.ts';
import { Context, ContextVar } from '../../src/asyncio/contextvars.ts';

test('calls the function with its arguments', () => {
  const seen: unknown[][] = [];
  new FunctionTarget((...args: unknown[]) => seen.push(args), [1, 'two']).run();
  expect(seen).toEqual([[1, 'two']]);
});

test('is known by its function, or by what was wrapped into it', () => {
  const fn = (): null => null;
  expect(new FunctionTarget(fn, []).key).toBe(fn);
  expect(new FunctionTarget(fn, [], 'wrapped').key).toBe('wrapped');
});

test('runs in the context that it was given, and is left when it throws', () => {
  const loop = new EventLoop();
  const context = new Context();
  const variable = new ContextVar<string>('var');
  const fail = (): never => {
    variable.set('inside');
    throw new Error('fails');
  };
  const target = new FunctionTarget(fail, [], fail, context);
  expect(target.holder).toBe(target);
  const seen: unknown[] = [];
  loop.setExceptionHandler((_loop, { exception }) => seen.push(exception, variable.get()));
  loop.callTarget(null, target);
  loop.callSoon(() => seen.push(variable.get('unset')));
  loop.callSoon(() => loop.stop());
  loop.run();
  expect(seen).toEqual([new Error('fails'), 'inside', 'unset']);
  expect(context.get(variable)).toBe('inside');
});
