import { expect, test } from 'vitest';
import * as classes from '../../../src/lang/objects/classes.ts';
import { exceptionClasses } from '../../../src/lang/objects/exception-classes.ts';
import { checkLayouts } from '../../../src/lang/objects/layouts.ts';
import type { PyClass } from '../../../src/lang/values.ts';
import { printed } from '../../simulated.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const slotted = (bases: readonly PyClass[], ...slots: string[]): PyClass => {
  const cls = programClass('Slotted', {}, bases);
  cls.slots = slots;
  return cls;
};

const run = plainInterpreter();
const layoutOf = (...bases: PyClass[]): string => shown(run, () => checkLayouts(bases));
const CONFLICT = 'TypeError: multiple bases have instance lay-out conflict';
const FITS = 'undefined';
const named = (name: string): PyClass =>
  [...exceptionClasses.values()].find((cls) => cls.name === name) as PyClass;

test('two classes with slots of their own do not fit', () => {
  const [a, b] = [slotted([classes.objectClass], 'x'), slotted([classes.objectClass], 'y')];
  expect(layoutOf(a, b)).toBe(CONFLICT);
  expect(layoutOf(a, named('Exception'))).toBe(CONFLICT);
  expect(layoutOf(a, programClass('Plain', {}))).toBe(FITS);
  expect(layoutOf(slotted([a]), a)).toBe(FITS);
  expect(layoutOf(slotted([a], 'z'), slotted([a]))).toBe(FITS);
});

test('built-in classes fit where one has the layout of the other', () => {
  expect(layoutOf(classes.intClass, classes.strClass)).toBe(CONFLICT);
  expect(layoutOf(named('OSError'), named('StopIteration'))).toBe(CONFLICT);
  expect(layoutOf(named('ValueError'), named('KeyError'))).toBe(FITS);
  expect(layoutOf(named('OSError'), named('ValueError'))).toBe(FITS);
});

test('two layouts in one class are a conflict, as in CPython', () => {
  const text = `
import asyncio
for bases in ((dict, list), (int, str), (Exception, dict)):
    try:
        type('Both', bases, {})
    except TypeError as e:
        print(e)
try:
    class Both(asyncio.Lock, asyncio.Event): pass
except NotImplementedError as e:
    print(e)
`;
  const conflict = 'multiple bases have instance lay-out conflict\n';
  expect(printed(text)).toBe(
    `${conflict.repeat(3)}a class derived from both Lock and Event is not supported\n`,
  );
});
