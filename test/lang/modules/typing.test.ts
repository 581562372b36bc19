// Module typing; the program was run by CPython 3.14.2.
import { expect, test } from 'vitest';
import { typingModule } from '../../../src/lang/modules/typing.ts';
import { expectRecorded } from './recorded.ts';

test('names for annotations can be subscribed, printed and derived from', () =>
  expectRecorded('typings'));

test('nobody checks types at run time', () => {
  expect(typingModule.attributes.get('TYPE_CHECKING')).toBe(false);
  expect(typingModule.attributes.has('runtime_checkable')).toBe(false);
});
