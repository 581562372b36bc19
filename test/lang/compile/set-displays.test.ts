// Displays of sets, and the order of their members. Every program was run by CPython 3.14; what it
// printed there stands beside it.

import { testPrograms } from '../run-program.ts';

testPrograms([
  {
    name: 'a set of constants takes over the order of a kept one, others add one by one',
    program: `
print({0, 1, 2, 16, 4}, {0, 1, 2, 48, 260}, set([0, 1, 2, 16, 4]))
x = 4
print({0, 1, 2, 16, x}, {0, 1, 2, 16, *[4]})
s = {0, 1, 2, 8 * 2, 4}
s.add(5)
print(s)
`,
    prints: `
{0, 1, 2, 16, 4} {0, 1, 2, 48, 260} {0, 1, 2, 4, 16}
{0, 1, 2, 4, 16} {0, 1, 2, 4, 16}
{0, 1, 2, 16, 4, 5}
`,
  },
  {
    name: 'a loop walks the kept one itself',
    program: `
for x in {0, 1, 2, 16, 4}:
    print(x, end=' ')
print([x for x in {0, 1, 2, 16, 4}], list(x for x in {0, 1, 2, 16, 4}))
`,
    prints: `
0 1 2 4 16 [0, 1, 2, 4, 16] [0, 1, 2, 4, 16]
`,
  },
  {
    name: 'members after a star are put in one by one, those of a set as update does it',
    program: `
print({0, 1, 2, *{33, 208}}, {0, *{1, 0, 58, 16}}, {*{33, 208}, 5, *[1, 2], *{9: 1}})
try: {[], *print('never')}
except TypeError as e: print(e)
`,
    prints: `
{0, 1, 2, 208, 33} {0, 1, 16, 58} {33, 2, 1, 5, 9, 208}
cannot use 'list' as a set element (unhashable type: 'list')
`,
  },
  {
    name: 'what is no iterable is refused',
    program: `
try:
    {1, *None}
except TypeError as e:
    print(e)
`,
    prints: `
'NoneType' object is not iterable
`,
  },
]);
