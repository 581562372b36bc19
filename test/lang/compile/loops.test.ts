// Programs and what CPython prints for them: src/lang/compile/loops.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('for and while have else, break and continue', () => {
  const program = `
for i in range(3): pass
else: print('else', i)
for i in range(5):
    if i == 1: continue
    if i == 3: break
    print(i)
else: print('never')
n = 3
while n:
    n -= 1
    if n == 1: break
else: print('never')
while n > 0: n -= 1
else: print('done', n)
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]: print(a, b, c)
`;
  expect(lines(program)).toEqual(['else 2', '0', '2', 'done 0', '1 2 [3, 4]', '5 6 []']);
});

test('a loop over a list sees what is appended, a loop variable stays', () => {
  const program = `
l = [1]
for x in l:
    if x < 4: l.append(x + 1)
print(l, x)
for x in []: pass
print(x)
for l[0] in 'ab': pass
print(l[0])
`;
  expect(lines(program)).toEqual(['[1, 2, 3, 4] 4', '4', 'b']);
});

test('an iterator that only the loop knows is closed when the loop is left', () => {
  const program = `
def g():
    try:
        yield 1
        yield 2
    finally: print('closed')
for x in g():
    break
print('after break')
def r():
    for x in g(): return x
print(r())
try:
    for x in g(): raise ValueError
except ValueError: print('caught')
kept = g()
for x in kept: break
print('kept')
kept.close()
`;
  expect(lines(program)).toEqual([
    'closed',
    'after break',
    'closed',
    '1',
    'closed',
    'caught',
    'kept',
    'closed',
  ]);
});
