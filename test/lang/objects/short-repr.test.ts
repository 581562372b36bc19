// What `reprlib.repr` of CPython 3.14.2 gives for the same values.
import { expect, test } from 'vitest';
import { PySet } from '../../../src/lang/objects/set.ts';
import { shortRepr } from '../../../src/lang/objects/short-repr.ts';
import { Float, Tuple } from '../../../src/lang/values.ts';
import { run } from '../machine/python.ts';

const { machine } = run('');
const short = (value: unknown): string => shortRepr(machine, value);
const numbers = [9, 8, 7, 6, 5, 4, 3];

/** The value of a Python expression: the only global that the program binds. */
function value(text: string): unknown {
  return run(`x = ${text}`).machine.globals.find((each) => each !== undefined);
}

test('what is short is shown whole', () => {
  expect([5, null, true, new Float(1 / 3), 'it’s', []].map(short)).toEqual([
    '5',
    'None',
    'True',
    '0.3333333333333333',
    "'it’s'",
    '[]',
  ]);
  expect(short(new Tuple([1]))).toBe('(1,)');
});

test('six items of lists and tuples, the first four keys of dicts in order', () => {
  expect(short(numbers)).toBe('[9, 8, 7, 6, 5, 4, ...]');
  expect(short(new Tuple(numbers))).toBe('(9, 8, 7, 6, 5, 4, ...)');
  expect(short(value('{i: str(i) for i in (5, 3, 1, 2, 4)}'))).toBe(
    "{1: '1', 2: '2', 3: '3', 4: '4', ...}",
  );
  expect(short(value('{}'))).toBe('{}');
});

test('sets are sorted where that is possible', () => {
  expect(short(new PySet(machine, numbers))).toBe('{3, 4, 5, 6, 7, 8, ...}');
  expect(short(value("{'b', 1}"))).toMatch(/^\{('b', 1|1, 'b')\}$/);
  expect(short(value('frozenset([2, 1])'))).toBe('frozenset({1, 2})');
  expect(short(value('set()'))).toBe('set()');
});

test('texts, numbers and everything else lose their middle', () => {
  expect(short('x'.repeat(40) + 'end')).toBe("'xxxxxxxxxxxx...xxxxxxxxxxend'");
  expect(short(10n ** 60n)).toBe('100000000000000000...0000000000000000000');
  expect(short(value('ValueError("a rather long message, is it not")'))).toBe(
    "ValueError('a...e, is it not')",
  );
});

test('six levels of nesting', () => {
  expect(short(value('[[[[[[[[1]]]]]]]]'))).toBe('[[[[[[[...]]]]]]]');
  expect(short(value('((((((((1,),),),),),),),)'))).toBe('(((((((...),),),),),),)');
  expect(short(value('{0: {0: {0: {0: {0: {0: {0: 1}}}}}}}'))).toBe(
    '{0: {0: {0: {0: {0: {0: {...}}}}}}}',
  );
});

test('a repr that fails is made up', () => {
  const text = 'class A:\n    def __repr__(self): return [].pop()\nx = A()';
  const { machine: own } = run(text);
  const made = own.globals.findLast((each) => each !== undefined);
  expect(shortRepr(own, made)).toBe('<A instance at 0x7f0000000010>');
});
