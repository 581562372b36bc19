// The methods of strings, with arguments of all shapes and now and then of a wrong type.
import { choose, code, lines, maybe, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyIndex, anyIterable, anyString, modestValue, smallInteger } from './values.ts';

const plain = words(`upper lower title capitalize swapcase casefold strip lstrip rstrip split rsplit
  splitlines isalpha isdigit isalnum isspace isupper islower istitle isidentifier isdecimal
  isnumeric
  isprintable isascii expandtabs`);
const argument = weigh([5, anyString], [1, modestValue]);
const where = maybe(code`, ${anyIndex}${maybe(code`, ${anyIndex}`)}`);

const call = choose(
  code`${plain}()`,
  code`${words('find rfind index rindex count startswith endswith')}(${argument}${where})`,
  code`${words('startswith endswith')}(tuple([${several(anyString, 0, 2)}]))`,
  code`${words('strip lstrip rstrip')}(${choose(argument, word('None'))})`,
  code`${words('split rsplit')}(${choose(argument, word('None'))}${maybe(code`,
  ${smallInteger}`)})`,
  code`${words('split rsplit')}(${words("maxsplit=1 sep=None sep='a',maxsplit=0 limit=3")})`,
  code`${words('partition rpartition removeprefix removesuffix')}(${argument})`,
  code`replace(${argument}, ${argument}${maybe(code`, ${choose(smallInteger, word('count=1'))}`)})`,
  code`${words('center ljust rjust')}(${smallInteger}${maybe(
    code`, ${words(`'*' 'ab' '' 'é'
  5`)}`,
  )})`,
  code`zfill(${smallInteger})`,
  code`join(${anyIterable})`,
  code`join([${several(anyString, 0, 4)}])`,
  code`splitlines(${words('True False keepends=True 1')})`,
  code`expandtabs(${choose(smallInteger, word('tabsize=4'))})`,
  code`translate(${lines(`
    {97: 'X', 98: None}
    {97: 98, 99: 'long'}
    str.maketrans('ab', 'xy')
    str.maketrans('ab', 'xy', 'c')
    str.maketrans({'a': 'z'})
    {97: 'a' * 3}
    {97: 1.5}
    {97: -1}
    5
  `)})`,
  code`${plain}(${modestValue})`,
  code`__len__()`,
  code`__contains__(${argument})`,
);

const expression = choose(
  code`${anyString}.${call}`,
  code`${anyString}.${call}`,
  code`(${anyString} + ${anyString} * ${words('0 1 2 3 -1')}).${call}`,
  code`str.maketrans(${several(choose(anyString, word(`{'ab': 1}`, '{1: 2}')), 1, 3)})`,
  code`str.${plain}(${modestValue})`,
);

export const stringMethods: Theme = { name: 'string-methods', body: shows(expression) };
