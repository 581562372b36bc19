// Format specifications for numbers and strings, by format(), by f-strings and by str.format.
import fc from 'fast-check';
import { choose, code, shows, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyFloat, anyInteger, anyString, anyValue, smallInteger } from './values.ts';

const optional = (chance: number, text: Text): Text =>
  weigh([10 - chance, word('')], [chance, text]);

const width = words('0 1 3 5 8 12 20');
const precision = words('0 1 2 3 6 10 17 25');
const parts: readonly Text[] = [
  optional(4, choose(words('< > ^ ='), code`${words('* 0 x é < =')}${words('< > ^ =')}`)),
  optional(3, word('+', '-', ' ')),
  optional(1, word('z')),
  optional(2, word('#')),
  optional(2, word('0')),
  optional(5, width),
  optional(2, words(', _')),
  optional(5, code`.${precision}`),
  optional(1, words(', _')),
];
const kind = (types: string): Text => optional(8, words(types));
const spec = (types: string): Text => fc.tuple(...parts, kind(types)).map((all) => all.join(''));

const odd = word(
  '.',
  '5.',
  ',,',
  '_,',
  'ff',
  '>>>',
  '5x5',
  '<<<5',
  '!',
  '.2.3',
  'N',
  '%%',
  '10 ',
  's5',
  'é',
);
const anySpec = weigh([12, spec('d f e g n % s x b E G F o X')], [1, odd]);
/** Ints near characters: the CPython of WebAssembly has other words for those beyond 32 bits. */
const nearCharacter = choose(smallInteger, words('65 233 0xD800 0x1F600 0x10FFFF 0x110000'));

const expression = choose(
  code`format(${anyInteger}, '${spec('d b o x X n e f g %')}')`,
  code`format(${nearCharacter}, '${spec('c')}')`,
  code`'{:${spec('c')}}'.format(${choose(nearCharacter, anyFloat, anyString)})`,
  code`format(${anyFloat}, '${spec('e f g E F G n %')}')`,
  code`format(${anyFloat}, '${spec('f g e %')}')`,
  code`format(${anyString}, '${spec('s')}')`,
  code`format(${anyValue}, '${anySpec}')`,
  code`f'{${anyFloat}:${spec('e f g %')}}'`,
  code`f'{${anyInteger}:${spec('d x b n')}}'`,
  code`'{:${anySpec}}'.format(${choose(anyInteger, anyFloat, anyString)})`,
);

export const formatSpecs: Theme = { name: 'format-specs', body: shows(expression) };
