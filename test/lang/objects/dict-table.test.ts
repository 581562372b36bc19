import { expect, test } from 'vitest';
import { runSnippet } from '../../differential/run-snippet.ts';

/** What a loop over `display` prints that does `change` after each key; as CPython 3.14.2 does. */
function walk(display: string, change: string): string {
  return runSnippet(`
d = ${display}
try:
    for n, k in enumerate(d):
        print(k, end=' ')
        ${change}
except RuntimeError as error:
    print(error)
print(list(d))
`);
}

test('a full table is made anew, and a loop goes on by place', () => {
  expect(walk('{0: 0, 1: 1, 2: 2, 3: 3, 4: 4}', 'del d[k]; d[k] = 0')).toBe(
    '0 2 3 4 0 dictionary keys changed during iteration\n[1, 2, 3, 4, 0]\n',
  );
});

test('the place of the last key is given out again', () => {
  expect(walk('{0: 0}', 'd.popitem(); d[7] = 0')).toBe('0 [7]\n');
  expect(walk('{0: 0}', 'del d[0]; d[7] = 0')).toBe(
    '0 dictionary keys changed during iteration\n[7]\n',
  );
});

test('a copy keeps the holes of what it was made from', () => {
  const copied = '(lambda d: (d.pop(0), d.copy())[1])({0: 0, 1: 1, 2: 2, 3: 3, 4: 4})';
  expect(walk(copied, 'd.popitem(); d[0] = 0')).toBe('1 3 0 [1, 2, 3, 0]\n');
});
