// str.format and format_map: automatic and given numbers, names, attributes and keys in fields,
// conversions, nested specifications, and templates that are wrong.
import { choose, code, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyDict, anyList, anyString } from './values.ts';

const name = weigh(
  [5, word('')],
  [4, words('0 1 2 a b')],
  [2, words('0[0] 0[1] 0[a] a[0] a[b] 0.real 0.imag a.b 0[-1] 0.__class__ 0[0][1] 0.nope')],
  [
    1,
    word('3', 'c', '-1', ' 0', '0 ', '0[', '0]', '0.', '0..x', '[0]', '.real', '0[]', '00', '0x'),
  ],
);
const conversion = word('', '', '', '!r', '!s', '!a', '!x', '!', '!rr');
const spec = word(
  '',
  '',
  '',
  ':5',
  ':>6',
  ':{}',
  ':{1}',
  ':{a}',
  ':.2f',
  ':{:{}}',
  ':{w}',
  ':d',
  ':x',
);
const field = code`{${name}${conversion}${spec}}`;
const around = word('', '', 'a', '{{', '}}', '{', '}', '{{{}}}', ' é ');
const template = choose(
  code`${field}`,
  code`${around}${field}${around}`,
  code`${field}${around}${field}`,
  code`{}${field}{}`,
);
const plain = words('0 1 5 -3 12 1.5 -2.0 0.25 None True len () (1,2)');
const argument = choose(plain, plain, anyString, anyList, anyDict);

const expression = weigh(
  [6, code`'${template}'.format(${several(argument, 0, 3)})`],
  [4, code`'${template}'.format(${several(argument, 1, 2)}, a=${argument}, w=5)`],
  [2, code`'${template}'.format_map({'a': ${argument}, 'b': ${argument}})`],
  [1, code`'${template}'.format(*[${several(argument, 0, 4)}], **{'a': 1})`],
);

export const strFormat: Theme = { name: 'str-format', body: shows(expression) };
