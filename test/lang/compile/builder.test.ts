// The builder: labels, slots, and what stands beside each instruction.

import { expect, test } from 'vitest';
import { Builder, Label } from '../../../src/lang/compile/builder.ts';
import type { Frame } from '../../../src/lang/machine/frame.ts';

const span = { line: 1, column: 1, endLine: 1, endColumn: 2 };
const frame = {} as Frame;

test('jumps go to labels that are placed later', () => {
  const builder = new Builder(0);
  const end = new Label();
  builder.jump(span, end);
  builder.emit(span, (pc) => () => pc + 1);
  builder.place(end);
  builder.emit(span, (pc) => () => pc + 1);
  const { operations } = builder.finish();
  expect(operations.map((operation) => operation(frame))).toEqual([2, 2, 3]);
});

test('temporaries come after the variables and are used again after release', () => {
  const builder = new Builder(3);
  expect(builder.returnSlot).toBe(3);
  const mark = builder.mark();
  expect([builder.temporary(), builder.temporary()]).toEqual([4, 5]);
  builder.release(mark);
  expect(builder.temporary()).toBe(4);
  expect(builder.size).toBe(6);
});

test('each instruction knows its handler and the handler that it is part of', () => {
  const builder = new Builder(0);
  const caught = new Label();
  const emit = () => builder.emit(span, (pc) => () => pc + 1);
  builder.handler = builder.addHandler(caught, 7);
  emit();
  builder.handler = -1;
  builder.place(caught);
  builder.handling = builder.addHandling(7);
  emit();
  builder.handling = builder.addHandling(8);
  emit();
  const code = builder.finish();
  expect(code.handlerAt).toEqual([0, -1, -1]);
  expect(code.handlers).toEqual([{ pc: 1, slot: 7 }]);
  expect(code.handlingAt).toEqual([-1, 0, 1]);
  expect(code.handlings).toEqual([
    { slot: 7, outer: -1 },
    { slot: 8, outer: 0 },
  ]);
});
