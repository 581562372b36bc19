// f-strings: nested fields and specifications, conversions, `=`, quotes and escapes in them.
import { choose, code, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyFloat, anyInteger, anyNumber, anyValue, smallInteger } from './values.ts';

const conversion = word('', '', '!r', '!s', '!a');
const simple = word('', '', ':5', ':>8', ':*^9', ':<4');
const inner = weigh(
  [3, words('x y x+y x*2 x[0] x!=y')],
  [2, word(' x ', 'x + y', '(x, y)', '[x]*2', 'x if y else 3', ' {1: x}[1]', '(lambda: x)()')],
  [
    1,
    word('x == y', 'x >= y', "'q'", '"d"', 'len(str(x))', 'f"{x}"', "f'{y!r}'", 'x,', '*[x, y],'),
  ],
);
const field = choose(
  code`{${inner}${conversion}${simple}}`,
  code`{${inner}=${conversion}${simple}}`,
  code`{${inner} = ${conversion}}`,
  code`{${inner}:{${words('w p')}}}`,
  code`{${words('x y')}:{'>'}{${words('w p')}}}`,
  code`{${words('x y')}:{w}.{p}${words('f e g d s')}}`,
  code`{${words('x y')}!r:${word('^')}{w}}`,
);
const around = word(
  '',
  '',
  'a',
  '{{',
  '}}',
  '{{}}',
  '\\n',
  '\\x41',
  '\\\\',
  "'",
  'é',
  '%',
  '\\u2022',
);
const text = choose(
  code`f"""${around}${field}${around}"""`,
  code`f"""${field}${around}${field}"""`,
  code`f"""${around}${field}""" 'plain' f'{x}'`,
  code`rf"""\d${field}${word('', '\\n')}"""`,
  code`f'''${around.map((one) => one.replace("'", ''))}{x}{y:{w}}'''`,
);
const value = choose(anyValue, anyNumber, anyInteger, anyFloat);

const setting = code`
  x, y, w, p = ${value}, ${choose(smallInteger, value)}, ${words('0 3 8 10')}, ${words('0 1 3')}
  ${shows(text)}`;

export const formatStrings: Theme = { name: 'format-strings', body: setting };
