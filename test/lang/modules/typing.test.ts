// Module typing; the program was run by CPython 3.14.2.
import { expect, test } from 'vitest';
import { typingModule } from '../../../src/lang/modules/typing.ts';
import { printed } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('names for annotations can be subscribed, printed and derived from', () =>
  expectRecorded('typings'));

test('nobody checks types at run time', () => {
  expect(typingModule.attributes.get('TYPE_CHECKING')).toBe(false);
  expect(typingModule.attributes.has('get_type_hints')).toBe(false);
});

test('a checkable protocol knows classes by their methods, and classes those below them', () => {
  const text = `
from typing import Protocol, runtime_checkable
@runtime_checkable
class Closeable(Protocol):
    def close(self): ...
class File:
    def close(self): ...
class Zip(File): ...
print(isinstance(Zip(), Closeable), isinstance(3, Closeable), issubclass(File, Closeable))
print(File.__subclasses__(), Zip.__subclasses__())
try:
    runtime_checkable(File)
except TypeError as e:
    print(e)
`;
  expect(printed(text)).toBe(
    "True False True\n[<class '__main__.Zip'>] []\n" +
      '@runtime_checkable can be only applied to protocol classes, got ' +
      "<class '__main__.File'>\n",
  );
});

test('protocols have values, and are asked only where they may be', () => {
  expectRecorded('protocols');
});
