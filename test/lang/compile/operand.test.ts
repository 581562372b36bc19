// How operands are read: src/lang/compile/operand.ts.

import { expect, test } from 'vitest';
import { computed, constant, Operand, temporary } from '../../../src/lang/compile/operand.ts';
import type { Frame } from '../../../src/lang/machine/frame.ts';

/** A frame of which operands see no more than the slots. */
function frameOf(...slots: unknown[]): Frame {
  const seen: Pick<Frame, 'slots'> = { slots };
  return seen as Frame;
}

test('a temporary is read from its slot, None and False too', () => {
  const frame = frameOf(7, null, false);
  expect([0, 1, 2].map((slot) => temporary(slot).read(frame))).toEqual([7, null, false]);
});

test('a constant is what it is, None and False too', () => {
  expect([5, null, false].map((each) => constant(each).read(frameOf()))).toEqual([5, null, false]);
});

test('any other operand is computed at each reading', () => {
  let count = 0;
  const operand = computed(() => ++count);
  expect([operand.read(frameOf()), operand.read(frameOf())]).toEqual([1, 2]);
});

test('an unbound variable raises what its closure raises', () => {
  const error = new Error('not bound');
  const raise = (): never => {
    throw error;
  };
  const operand = new Operand('local', raise, 0);
  expect(operand.read(frameOf('bound'))).toBe('bound');
  expect(() => operand.read(frameOf(undefined))).toThrow(error);
});
