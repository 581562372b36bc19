// Strings themselves: literals with escapes, repr and its quotes, indices and slices, operators,
// code points.
import { choose, code, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyIndex, anySlice, anyString, modestValue, smallInteger } from './values.ts';

const character = word(
  ...['a', 'B', '1', ' ', '"', "\\'", '\\"', '\\\\', '\\n', '\\t', '\\r', '\\0', '\\x41', '\\xe9'],
  ...['\\u00e9', '\\u20ac', '\\U0001F600', '\\u2022', '\\101', '\\7', '\\a', '\\b', '\\f', '\\v'],
  ...['é', '€', '😀', '\\xad', '\\u200b', '\\ud83d', '\\x7f', '\\x80', '\\ufeff', '{', '%'],
);
const body = several(character, 0, 6, '');
const literal = weigh(
  [5, code`'${body}'`],
  [2, code`'''${body}'''`],
  [2, code`r'${words("a \\n \\x41 \\' {x} \\\\ é")}'`],
  [1, code`'${body}' "${words('a é 1')}"`],
);
const text = choose(literal, anyString);

const expression = choose(
  literal,
  code`ascii(${text})`,
  code`repr(${text})`,
  code`repr(repr(${text}))`,
  code`len(${text})`,
  code`[${literal}, ${literal}]`,
  code`${text}[${anyIndex}]`,
  code`${text}[${anySlice}]`,
  code`(${text} + ${text})[${anySlice}]`,
  code`${text} + ${choose(text, modestValue)}`,
  code`${text} * ${choose(smallInteger, modestValue)}`,
  code`${choose(smallInteger, modestValue)} * ${text}`,
  code`${text} ${words('== < > <= >= !=')} ${text}`,
  code`${text} in ${text}`,
  code`[ord(c) for c in ${text}]`,
  code`ord(${text})`,
  code`chr(${words('0 65 233 8364 128512 55296 1114111 1114112 -1 2**40 1.5')})`,
  code`list(${text})`,
  code`${text}[::-1]`,
  code`max(${text})`,
  code`${words('sorted reversed list tuple')}(${text})`,
  code`str(${modestValue})`,
  code`str(object=${modestValue})`,
);
const printed = choose(
  code`print(${text}, ${text}, sep=${text}, end='|\\n')`,
  code`print(${text})`,
);

export const strings: Theme = {
  name: 'strings',
  body: weigh([9, shows(expression)], [1, printed]),
};
