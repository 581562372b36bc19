import { expect, test } from 'vitest';
import { namesIn } from '../../../src/lang/objects/names-in.ts';
import { PyModule } from '../../../src/lang/values.ts';
import { expectRecorded } from '../modules/recorded.ts';
import { plainInterpreter } from './plain-interpreter.ts';

test('dir, exit and the exceptions of Unicode are CPython’s', () =>
  expectRecorded('names-and-exits'));

test('a module has its names alone, in order', () => {
  const module = new PyModule(
    'm',
    new Map([
      ['b', 1],
      ['a', 2],
    ]),
  );
  expect(namesIn(plainInterpreter(), module)).toEqual(['a', 'b']);
});
