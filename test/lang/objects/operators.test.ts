import { describe, expect, test } from 'vitest';
import { LimitReached } from '../../../src/base/stop.ts';
import { binary } from '../../../src/lang/objects/operators.ts';
import { repr } from '../../../src/lang/objects/repr.ts';
import { Float, Instance, notImplemented } from '../../../src/lang/values.ts';
import { type Outcome, outcome, type Tree } from './expression-tree.ts';
import { plainInterpreter, programClass } from './plain-interpreter.ts';
import { recorded } from './recorded.ts';

const run = plainInterpreter();

/** `[source, tree, outcome]`. */
type Case = readonly [string, Tree, Outcome];

/** The expressions whose outcome differs from CPython's, with both. */
function differences(name: string): unknown[] {
  return recorded<Case>(name)
    .map(([source, tree, expected]) => ({ source, expected, got: outcome(run, tree) }))
    .filter(({ expected, got }) => JSON.stringify(expected) !== JSON.stringify(got));
}

describe('expressions recorded from CPython', () => {
  test('800 expressions of numbers come out the same', () => {
    expect(differences('numbers')).toEqual([]);
  });
  test('800 expressions of sequences come out the same', () => {
    expect(differences('sequences')).toEqual([]);
  });
  test('800 operations on values of any two kinds come out the same', () => {
    expect(differences('operations')).toEqual([]);
  });
  test('800 calls of methods with any arguments come out the same', () => {
    expect(differences('methods')).toEqual([]);
  });
});

describe('ints', () => {
  test('grow past 2**53 exactly and come back', () => {
    const big = binary(run, '+', Number.MAX_SAFE_INTEGER, 1);
    expect(big).toBe(9007199254740992n);
    expect(binary(run, '-', big, 1)).toBe(9007199254740991);
    expect(binary(run, '*', 94906267, 94906267)).toBe(9007199515875289n);
  });
  test('have no negative zero', () => {
    expect(Object.is(binary(run, '*', 0, -5), 0)).toBe(true);
    expect(Object.is(binary(run, '//', 0, -5), 0)).toBe(true);
    expect(Object.is(binary(run, '%', -6, 3), 0)).toBe(true);
  });
});

describe('methods of the program', () => {
  const number = programClass('Number', {
    __add__: (_run, _self: Instance, other: unknown) => ['add', other],
    __radd__: (_run, _self: Instance, other: unknown) => ['radd', other],
    __sub__: () => notImplemented,
  });
  const child = programClass(
    'Child',
    { __radd__: (_run, _self: Instance, _other: unknown) => 'child first' },
    [number],
  );

  test('take part on both sides', () => {
    expect(binary(run, '+', new Instance(number), 1)).toEqual(['add', 1]);
    expect(binary(run, '+', 1, new Instance(number))).toEqual(['radd', 1]);
    expect(binary(run, '+', [], new Instance(number))).toEqual(['radd', []]);
  });
  test('a subclass on the right goes first', () => {
    expect(binary(run, '+', new Instance(number), new Instance(child))).toBe('child first');
  });
  test('NotImplemented ends in a TypeError that names both classes', () => {
    expect(() => binary(run, '-', new Instance(number), 1)).toThrow(
      expect.objectContaining({
        args: ["unsupported operand type(s) for -: 'Number' and 'int'"],
      }),
    );
  });
});

test('repeating beyond the limit of a collection ends the run', () => {
  const small = plainInterpreter({ limits: { collection: 10 } });
  expect(binary(small, '*', 'ab', 5)).toBe('ababababab');
  expect(() => binary(small, '*', 'ab', 6)).toThrow(LimitReached);
  expect(() => binary(small, '*', [1], 11)).toThrow(LimitReached);
});

test('a power is limited by its length', () => {
  const small = plainInterpreter({ limits: { collection: 1000 } });
  expect(repr(small, binary(small, '**', 2, 100))).toBe('1267650600228229401496703205376');
  expect(() => binary(small, '**', 2, 5000)).toThrow(LimitReached);
  expect(() => binary(small, '<<', 1, 5000)).toThrow(LimitReached);
});

test('a negative float to a fractional power is refused, as complex numbers are', () => {
  expect(() => binary(run, '**', new Float(-8), new Float(0.5))).toThrow(
    expect.objectContaining({ typeName: 'ValueError' }),
  );
});
