import { expect, test } from 'vitest';
import { isoText, madeBy, momentClass } from '../../../../src/lang/modules/datetime/calls.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

const run = plainInterpreter();
const cls = momentClass('pair');
madeBy(cls, 'pair(a, b=2)', ['a'], (_run, a: number, b: number) => [a, b]);

test('a class is called by its signature', () => {
  expect(cls.construct?.(run, cls, [1], null)).toEqual([1, 2]);
  expect(cls.messageName).toBe('datetime.pair');
});

test('wrong calls have the words of a C function without a name', () => {
  const call = (args: number[], named: [string, number][]) => () =>
    cls.construct?.(run, cls, args, new Map(named));
  expect(call([], [])).toThrow(
    expect.objectContaining({ args: ["function missing required argument 'a' (pos 1)"] }),
  );
  expect(call([1], [['c', 3]])).toThrow(
    expect.objectContaining({ args: ["this function got an unexpected keyword argument 'c'"] }),
  );
  expect(() => isoText(3)).toThrow(
    expect.objectContaining({ args: ['fromisoformat: argument must be str'] }),
  );
});
