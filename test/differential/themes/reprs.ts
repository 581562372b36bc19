// repr and str: of nested and recursive containers, of built-ins, exceptions, and of objects of the
// program with methods of their own.
import { choose, code, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import {
  anyDict,
  anyList,
  anyString,
  anyTuple,
  integerSet,
  modestValue,
  smallInteger,
} from './values.ts';

const error = choose(
  code`${words('ValueError KeyError Exception IndexError StopIteration SystemExit')}(${several(modestValue, 0, 3)})`,
  code`OSError(${several(anyString, 0, 3)})`,
  code`ExceptionGroup(${anyString}, [${several(word('ValueError(1)', "KeyError('k')"), 0, 2)}])`,
);
const deep = choose(
  code`[${anyList}, ${anyTuple}, ${anyDict}]`,
  code`{'k': ${anyList}, 1: {2: ${anyTuple}}}`,
  code`(${integerSet}, frozenset(${integerSet}), ${anyDict})`,
  code`[${several(modestValue, 0, 4)}]`,
  code`(${modestValue},)`,
);
const expression = choose(
  deep,
  code`str(${deep})`,
  code`f'{${deep}!s} {${anyList}}'`.map((text) => text.replace(/\{(\{)/g, '{ $1')),
  error,
  code`str(${error})`,
  code`(${error}).args`,
  words(
    'len print int str list dict type object ValueError None Ellipsis NotImplemented [].append {}.get range type(None) str.upper int.bit_length property',
  ),
  code`[${several(words('len int None ... str.join dict.fromkeys [].sort'), 1, 3)}]`,
  code`type(${modestValue})`,
  code`${anyDict}.${words('keys() items() values()')}`,
  code`[R(${smallInteger}), {R(1): R('a')}, (R(None),)]`,
  code`str(R(${modestValue}))`,
  code`f'{R(1)}|{R(2)!r}|{R(3)!s:>9}|{R(4)!a}'`,
  code`print(R(1), [R(2)], N(), [N()])`,
  code`'%s %r' % (R(1), R(2))`,
  code`B()`,
  code`[B()]`,
  code`str(B())`,
  code`f"{B()}"`,
  code`ascii(R('é'))`,
);
const recursive = code`
  a = ${anyList}
  a = list(a)
  d = {'a': a}
  ${word(
    'a.append(a)',
    'a.append(d)',
    'a.append((a, d))',
    "d['d'] = d",
    "d['t'] = (d, [d])",
    'a.extend([a, [a]])',
    "d['v'] = d.values()",
    "d['i'] = d.items()",
  )}
  print(a, d)
  print(repr((a, d)), f'{a!r:>3}')`;
const own = code`
  class R:
      def __init__(self, v): self.v = v
      def __repr__(self): return f'R({self.v!r})'
  class N(R):
      def __init__(self): self.v = 0
      def __str__(self): return 'N!'
  class B:
      def __repr__(self): return ${words('5 None self.x str(1) NotImplemented')}
  ${shows(expression)}`;

export const reprs: Theme = {
  name: 'reprs',
  body: weigh([6, own], [1, recursive]),
};
