// The exception hierarchy is CPython's: every class has the name and the base that it has there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as exceptions from '../../src/asyncio/exceptions.ts';

interface Recorded {
  readonly name: string;
  readonly class?: string;
  readonly base?: string;
}

const text = readFileSync(join(import.meta.dirname, 'oracle/exceptions.jsonl'), 'utf8');
const records = text
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded);
const bases = new Map(
  records.flatMap((each) => (each.class === undefined ? [] : [[each.class, each.base] as const])),
);

type Class = typeof exceptions.BaseException;
const classes = Object.values(exceptions).filter(
  (each): each is Class => typeof each === 'function' && 'typeName' in each,
);

describe('an exception class', () => {
  test.each(classes.map((each) => [each.typeName, each] as const))(
    '%s has the base that it has in CPython',
    (name, each) => {
      const base = Object.getPrototypeOf(each) as Class;
      expect(base.typeName ?? 'object').toBe(bases.get(name));
    },
  );

  test('has a name of its own', () => {
    expect(new Set(classes.map((each) => each.typeName)).size).toBe(classes.length);
  });
});

describe('an exception', () => {
  test('keeps its arguments and the name of its class', () => {
    const error = new exceptions.KeyError('a', 2);
    expect([error.args, error.typeName]).toEqual([['a', 2], 'KeyError']);
  });

  test('of a class of the program has the name of that class', () => {
    const error = new exceptions.ValueError('x');
    error.userClass = { name: 'TooLarge' };
    expect(error.typeName).toBe('TooLarge');
  });

  test('captures no JavaScript stack', () => {
    const error = new exceptions.CancelledError();
    expect(error).not.toBeInstanceOf(Error);
    expect('stack' in error).toBe(false);
  });

  test('that ends the program or a generator tells its value, None by default', () => {
    expect(new exceptions.SystemExit(3).code).toBe(3);
    expect(new exceptions.SystemExit().code).toBe(null);
    expect(new exceptions.StopIteration('v').value).toBe('v');
    expect(new exceptions.StopIteration().value).toBe(null);
  });
});
