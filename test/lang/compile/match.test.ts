// Programs and what CPython prints for them: src/lang/compile/match.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

test('patterns of every kind', () => {
  const program = `
class Pt:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
def m(v):
    match v:
        case 0: return 'zero'
        case 1 | 2: return 'one or two'
        case 'a' | 'b' as s: return f'str {s}'
        case None: return 'none'
        case []: return 'empty'
        case [x]: return f'single {x}'
        case [x, y]: return f'pair {x} {y}'
        case [x, *rest] if len(rest) > 3: return f'long {rest}'
        case (a, *b, c): return f'seq {a} {b} {c}'
        case {'k': v, **rest}: return f'map {v} {rest}'
        case {}: return 'any map'
        case Pt(0, y): return f'x is 0, y is {y}'
        case Pt(x=x, y=[a, b]): return f'point {x} {a} {b}'
        case Pt(): return 'point'
        case int(n) if n > 100: return f'big {n}'
        case str() | float(): return 'text or float'
        case _: return 'other'
values = [0, 2, 'a', None, [], [7], (1, 2), [1, 2, 3, 4, 5], [2, 3, 4], {'k': 1, 'z': 2}, {}]
values += [Pt(0, 3), Pt(1, [2, 3]), Pt(1, 1), 500, 50, 'zzz', 2.5, {1}]
for v in values:
    print(m(v))
`;
  expect(lines(program)).toEqual([
    'zero',
    'one or two',
    'str a',
    'none',
    'empty',
    'single 7',
    'pair 1 2',
    'long [2, 3, 4, 5]',
    'seq 2 [3] 4',
    "map 1 {'z': 2}",
    'any map',
    'x is 0, y is 3',
    'point 1 2 3',
    'point',
    'big 500',
    'other',
    'text or float',
    'text or float',
    'other',
  ]);
});

test('a wrong class pattern is a TypeError', () => {
  const program = `
class P: __match_args__ = ('x',)
try:
    match P():
        case P(1, 2): pass
except TypeError as e: print(e)
try:
    match 5:
        case print(): pass
except TypeError as e: print(e)
`;
  expect(lines(program)).toEqual([
    'P() accepts 1 positional sub-pattern (2 given)',
    'called match pattern must be a class',
  ]);
});
