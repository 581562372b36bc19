// Sets made of views. Every program was run by CPython 3.14; what it printed stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'the other side of a view of keys or items is any iterable',
    program: `
d = {1: 'a', 2: 'b', 33: 'c'}
print(d.keys() & [33, 1, 9], d.keys() | (5,), d.keys() - {2: 0}, [7, 2, 7] ^ d.keys())
print(d.items() & [(1, 'a'), [], 5], d.values() & d.keys(), {33, 2} - d.keys())
print(d.keys().isdisjoint([3]), d.items().isdisjoint({(2, 'b')}), d.keys() & {1, 33, 17, 25})
`,
    prints: `
{33, 1} {1, 2, 5, 33} {1, 33} {1, 33, 7}
{(1, 'a')} set() set()
True False {1, 33}
`,
  },
  {
    name: 'what has no hash is refused in the words of who is asked',
    program: `
d = {1: 'a'}
for combine in (lambda: d.keys() & [[]], lambda: d.keys() | [[]],
                lambda: d.values() & [1], lambda: d.keys() - 5):
    try: print(combine())
    except TypeError as e: print(e)
`,
    prints: `
cannot use 'list' as a dict key (unhashable type: 'list')
cannot use 'list' as a set element (unhashable type: 'list')
unsupported operand type(s) for &: 'dict_values' and 'list'
'int' object is not iterable
`,
  },
]);
