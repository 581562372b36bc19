// Module functools as a whole: recorded programs, and what it refuses.
import { expect, test } from 'vitest';
import { functoolsModule } from '../../../src/lang/modules/functools.ts';
import { scenarioOf } from '../../simulated.ts';
import { expectSnippet } from './functional-snippets.ts';

test('programs print what they print on CPython', () => {
  expectSnippet('functools-uses');
});

test('reprs, reports and messages are CPython’s', () => {
  expectSnippet('functools-words');
});

test('what needs annotations is refused before the run', () => {
  expect(functoolsModule.attributes.has('singledispatchmethod')).toBe(false);
  expect(() => scenarioOf('from functools import singledispatchmethod')).toThrow(
    "1: 'functools.singledispatchmethod' is not supported: annotations are not evaluated",
  );
});
