import { expect, test } from 'vitest';
import { realArgument } from '../../../src/lang/objects/real-argument.ts';
import { Float, Instance } from '../../../src/lang/values.ts';
import { answer } from '../recorded/decode.ts';
import { plainInterpreter, programClass } from './plain-interpreter.ts';

const run = plainInterpreter();

test('numbers, and objects that stand for them, are reals', () => {
  const halves = new Instance(programClass('Half', { __float__: (_run, _self) => new Float(0.5) }));
  const seven = new Instance(programClass('Seven', { __index__: (_run, _self) => 7 }));
  const values = [1, new Float(2.5), true, 2n ** 70n, halves, seven];
  expect(values.map((value) => realArgument(run, value))).toEqual([1, 2.5, 1, 2 ** 70, 0.5, 7]);
});

test('others are refused by name', () => {
  expect(answer(() => realArgument(run, '1'))).toEqual({
    e: ['TypeError', 'must be real number, not str'],
  });
  expect(answer(() => realArgument(run, 10n ** 400n))).toEqual({
    e: ['OverflowError', 'int too large to convert to float'],
  });
});
