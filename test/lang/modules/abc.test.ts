// Module abc; the messages are CPython's.
import { expect, test } from 'vitest';
import {
  abcClass,
  abcMetaClass,
  abcModule,
  noteAbstractMethods,
} from '../../../src/lang/modules/abc.ts';
import { expectRecorded } from './recorded.ts';

test('abstract classes behave as CPython’s do', () => expectRecorded('abstract'));

test('both ways to say that a class is abstract look for abstract methods', () => {
  expect(abcClass.adopt).toBe(noteAbstractMethods);
  expect(abcMetaClass.adopt).toBe(noteAbstractMethods);
  expect([...abcModule.attributes.keys()]).toEqual(['ABC', 'ABCMeta', 'abstractmethod']);
});
