import { expect, test } from 'vitest';
import { AddressBook } from '../../../src/lang/objects/addresses.ts';

test('addresses count up in the order of first asking and stay', () => {
  const book = new AddressBook();
  const [a, b] = [{}, {}];
  const first = book.of(a);
  expect(book.of(b)).toBeGreaterThan(first);
  expect(book.of(a)).toBe(first);
});

test('two books give the same numbers: a run does not see another', () => {
  expect(new AddressBook().text({})).toBe(new AddressBook().text([]));
  expect(new AddressBook().text({})).toMatch(/^0x[0-9a-f]{12}$/);
});

test('equal numbers and strings share an address', () => {
  const book = new AddressBook();
  expect(book.of('a')).toBe(book.of('a'));
  expect(book.of(1)).not.toBe(book.of(2));
});
