// Callables that stand before others: what calls them without a frame, and as attributes.
import { expect, test } from 'vitest';
import { objectClass } from '../../../src/lang/objects/classes.ts';
import {
  Forwarding,
  forwardingCall,
  ownNames,
  Remembering,
  rememberingCall,
} from '../../../src/lang/objects/forwarding.ts';
import { BoundMethod } from '../../../src/lang/values.ts';
import { plainInterpreter } from './plain-interpreter.ts';

class Doubled extends Forwarding {
  forward(args: readonly unknown[]) {
    return { callee: 'target', args: [...args, ...args], keywords: null };
  }
}

class Known extends Remembering {
  readonly inner = 'inner';
  readonly kept: unknown[] = [];

  recall(_run: unknown, args: readonly unknown[]) {
    const value = args.length === 0 ? 'known' : undefined;
    return { value, keep: (made: unknown) => this.kept.push(made) };
  }
}

const run = plainInterpreter({ call: (callee, args) => [callee, ...args] });

test('a call is handed on', () => {
  const call = forwardingCall().body as (...args: unknown[]) => unknown;
  expect(call(run, new Doubled(), [1], new Map())).toEqual(['target', 1, 1]);
});

test('a value is kept, or known', () => {
  const call = rememberingCall().body as (...args: unknown[]) => unknown;
  const known = new Known();
  expect(call(run, known, [], new Map())).toBe('known');
  expect(call(run, known, [1], new Map())).toEqual(['inner', 1]);
  expect(known.kept).toEqual([['inner', 1]]);
});

test('an instance reads a method, a class the thing itself', () => {
  const doubled = new Doubled();
  expect(doubled.get(run, undefined, objectClass)).toBe(doubled);
  expect(doubled.get(run, 5, objectClass)).toEqual(new BoundMethod(5, doubled));
  expect(ownNames('functools').map(({ name }) => name)).toEqual(['__module__', '__doc__']);
});
