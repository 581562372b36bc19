import { expect, test } from 'vitest';
import { InternalError } from '../../../src/base/stop.ts';
import {
  LibraryFunction,
  parseSignature,
  signatureOf,
} from '../../../src/lang/objects/signature-text.ts';
import { Builtin, Float } from '../../../src/lang/values.ts';

test('kinds, defaults and markers are read', () => {
  const { parameters, required, keywordRest } = parseSignature(
    "f(a, b=1, /, c=None, *rest, sep=', ', x=-1.5, y=..., **more)",
  );
  expect(parameters.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'a: positional-only',
    'b: positional-only',
    'c: positional',
    'rest: rest',
    'sep: keyword-only',
    'x: keyword-only',
    'y: keyword-only',
    'more: keyword-rest',
  ]);
  expect(parameters.map((each) => each.default)).toEqual([
    undefined,
    1,
    null,
    undefined,
    ', ',
    new Float(-1.5),
    undefined,
    undefined,
  ]);
  expect(required).toBe(1);
  expect(keywordRest).toBe(true);
});

test('a bare star makes the rest keyword-only', () => {
  const { keywordOnly, positional } = parseSignature('sort(self, /, *, key=None, reverse=False)');
  expect(positional.map(({ name }) => name)).toEqual(['self']);
  expect(keywordOnly.map((each) => each.default)).toEqual([null, false]);
});

test('a built-in is parsed once', () => {
  const f = new LibraryFunction('f(a)', () => null);
  expect(signatureOf(f)).toBe(signatureOf(f));
  expect(f).toBeInstanceOf(Builtin);
});

test('a text that is no signature is a bug of ours', () => {
  expect(() => parseSignature('f')).toThrow(InternalError);
  expect(() => parseSignature('f(a=b)')).toThrow(InternalError);
});
