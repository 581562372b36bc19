// Programs and what CPython prints for them: src/lang/compile/with.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('managers are entered in order and left in reverse', () => {
  const program = `
class M:
    def __init__(s, n, sw=False): s.n = n; s.sw = sw
    def __enter__(s): print('enter', s.n); return s
    def __exit__(s, t, v, tb): print('exit', s.n, t and t.__name__, v); return s.sw
with M(1) as a, M(2): print(a.n)
with M(3, True): raise ValueError('swallowed')
def r():
    with M(4): return 'r'
print(r())
for i in range(2):
    with M(i):
        if i == 0: continue
        break
try:
    with M(5), M(6): raise KeyError('k')
except KeyError as e: print(repr(e))
with (M(7) as x, M(8) as y): print(x.n + y.n)
`;
  expect(lines(program)).toEqual([
    'enter 1',
    'enter 2',
    '1',
    'exit 2 None None',
    'exit 1 None None',
    'enter 3',
    'exit 3 ValueError swallowed',
    'enter 4',
    'exit 4 None None',
    'r',
    'enter 0',
    'exit 0 None None',
    'enter 1',
    'exit 1 None None',
    'enter 5',
    'enter 6',
    "exit 6 KeyError 'k'",
    "exit 5 KeyError 'k'",
    "KeyError('k')",
    'enter 7',
    'enter 8',
    '15',
    'exit 8 None None',
    'exit 7 None None',
  ]);
});

test('what is no manager is refused by name of the missing method', () => {
  const program = `
class W:
    def __enter__(self): pass
class X:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
for v in (5, W(), X()):
    try:
        with v: pass
    except TypeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    "'int' object does not support the context manager protocol (missed __exit__ method)",
    "'W' object does not support the context manager protocol (missed __exit__ method)",
    "'X' object does not support the context manager protocol (missed __exit__ method" +
      ') but it supports the asynchronous context manager protocol. Did you mean to use' +
      " 'async with'?",
  ]);
});
