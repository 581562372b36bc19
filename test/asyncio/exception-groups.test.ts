// Groups are made and split as CPython does it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type AnyGroup,
  BaseExceptionGroup,
  derive,
  ExceptionGroup,
  exceptionGroup,
  isException,
  isGroup,
  split,
} from '../../src/asyncio/exception-groups.ts';
import * as sim from '../../src/index.ts';
import { attemptNow, show } from './observe.ts';

type Tree = readonly ['e', string, number] | readonly ['g', string, readonly Tree[]];

interface Recorded {
  readonly name: string;
  readonly tree: Tree;
  readonly kind: string;
  readonly whole: string;
  readonly matched: string;
  readonly rest: string;
}

const text = readFileSync(join(import.meta.dirname, 'oracle/exceptions.jsonl'), 'utf8');
const records = text
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded)
  .filter((record) => record.tree !== undefined);

const LEAVES = new Map<string, new (value: number) => sim.BaseException>([
  ['ValueError', sim.ValueError],
  ['KeyError', sim.KeyError],
  ['TypeError', sim.PyTypeError],
  ['UnicodeError', sim.UnicodeError],
  ['KeyboardInterrupt', sim.KeyboardInterrupt],
]);

function built(tree: Tree): sim.BaseException {
  if (tree[0] === 'g') return exceptionGroup(tree[1], tree[2].map(built));
  return new (LEAVES.get(tree[1])!)(tree[2]);
}

function isKind(kind: string, error: unknown): boolean {
  if (kind === 'Exception') return isException(error);
  if (kind === 'ExceptionGroup') return error instanceof ExceptionGroup;
  return error instanceof LEAVES.get(kind)!;
}

describe('a group', () => {
  test.each(records.map((record) => [record.name, record] as const))(
    'is split as in CPython: %s',
    (_name, record) => {
      const group = built(record.tree) as AnyGroup;
      expect(show(group)).toBe(record.whole);
      const parts = split(group, (error) => isKind(record.kind, error));
      expect(parts.map(show)).toEqual([record.matched, record.rest]);
    },
  );

  test('is an ExceptionGroup where all its members are Exceptions', () => {
    const mixed = exceptionGroup('m', [new sim.ValueError('x'), new sim.SystemExit(1)]);
    const plain = exceptionGroup('m', [new sim.ValueError('x')]);
    expect([mixed, plain].map((each) => each.constructor)).toEqual([
      BaseExceptionGroup,
      ExceptionGroup,
    ]);
    expect([mixed, plain, new sim.ValueError('x')].map(isGroup)).toEqual([true, true, false]);
    expect([mixed, plain].map(isException)).toEqual([false, true]);
  });

  test('has at least one member', () => {
    let message: unknown = null;
    attemptNow(
      sim.ValueError,
      () => exceptionGroup('m', []),
      (error) => {
        message = error.args[0];
      },
    );
    expect(message).toBe('second argument (exceptions) must be a non-empty sequence');
  });

  test('gives what is derived from it its cause, context and notes', () => {
    const group = exceptionGroup('m', [new sim.ValueError('x')]);
    group.cause = new sim.KeyError('cause');
    group.context = new sim.KeyError('context');
    group.notes = ['note'];
    const derived = derive(group, [new sim.SystemExit(1)]);
    expect([derived.cause, derived.context]).toEqual([group.cause, group.context]);
    expect([derived.suppressContext, derived.notes]).toEqual([true, ['note']]);
    expect(derived.notes).not.toBe(group.notes);
    expect(show(derived)).toBe("BaseExceptionGroup('m', [SystemExit(1)])");
  });

  test('takes a thrown JavaScript value for an Exception', () => {
    expect(exceptionGroup('m', [new TypeError('x')])).toBeInstanceOf(ExceptionGroup);
  });
});
