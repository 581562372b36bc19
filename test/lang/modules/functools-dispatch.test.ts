import { expect, test } from 'vitest';
import { singledispatch } from '../../../src/lang/modules/functools-dispatch.ts';
import { printed } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('the nearest class has its function called as on CPython', () => {
  expectRecorded('functools-dispatch');
});

test('register by annotation is refused with what to write', () => {
  const text = `
from functools import singledispatch
@singledispatch
def show(value): ...
try:
    @show.register
    def _(value: int): ...
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe(
    'register() by annotation is not supported: write @show.register(SomeClass)\n',
  );
  expect(singledispatch.name).toBe('singledispatch');
});
