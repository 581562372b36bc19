// Module itertools: every iterator over every kind of iterable, endless ones cut short, with what
// they refuse.
import { choose, code, maybe, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyIterable, anyList, anyNumber, anyRange, anyString, smallInteger } from './values.ts';

const short = weigh(
  [3, words(`[] [1] [1,2,3] 'ab' 'abc' range(4) (1,2) 'aabbb'`)],
  [1, anyIterable],
);
const number = weigh([6, words('0 1 2 3')], [1, words('-1 5 None 1.5')]);
const test = words('None bool str (lambda*a:a) (lambda*a:0) 5').map((one) => one);
const odd = word('lambda x: x % 2', 'lambda x: x < 2', 'lambda x: x', 'str', 'bool', 'None', 'len');
const two = word(
  'lambda a, b: a * b',
  'max',
  'lambda a, b: (a, b)',
  'min',
  'divmod',
  'pow',
  'None',
);
const bounds = choose(
  code`${number}`,
  code`${number}, ${number}`,
  code`${number}, ${number}, ${number}`,
);

const finite = choose(
  code`accumulate(${weigh([2, anyList], [1, short])}${maybe(code`, ${two}`)}${maybe(code`, initial=${smallInteger}`)})`,
  code`batched(${short}, ${number}${maybe(word(', strict=True'))})`,
  code`chain(${several(short, 0, 3)})`,
  code`chain.from_iterable([${several(short, 0, 3)}])`,
  code`chain.from_iterable(${anyIterable})`,
  code`combinations(${short}, ${number})`,
  code`combinations_with_replacement(${short}, ${number})`,
  code`permutations(${short}${maybe(code`, ${number}`)})`,
  code`product(${several(short, 0, 3)}${maybe(code`, repeat=${words('0 1 2 -1')}`)})`.map((one) =>
    one.replace('(, ', '('),
  ),
  code`compress(${short}, ${choose(short, words('[1,0,1] [0] (True,False)'))})`,
  code`dropwhile(${odd}, ${short})`,
  code`takewhile(${odd}, ${short})`,
  code`filterfalse(${odd}, ${short})`,
  code`islice(${short}, ${bounds})`,
  code`pairwise(${short})`,
  code`repeat(${short}, ${number})`,
  code`starmap(${two}, ${words('[(1,2),(3,4)] zip([1,2],[3,4]) ["ab","cd"] [(1,)] [1] enumerate([5,6])')})`,
  code`zip_longest(${several(short, 0, 3)}${maybe(code`, fillvalue=${smallInteger}`)})`.map((one) =>
    one.replace('(, ', '('),
  ),
  code`islice(count(${maybe(code`${anyNumber}${maybe(code`, ${anyNumber}`)}`)}), ${words('0 1 4 -1')})`,
  code`islice(cycle(${short}), ${words('0 1 7')})`,
  code`islice(repeat(${short}), ${words('0 2')})`,
);
const grouped = choose(
  code`[(k, list(g)) for k, g in groupby(${choose(short, anyString, anyList)}${maybe(code`, ${odd}`)})]`,
  code`[(k, len(list(g))) for k, g in groupby(sorted(${choose(anyString, anyRange)}))]`,
  code`[list(g) for k, g in list(groupby(${short}))]`,
  code`[list(x) for x in tee(${short}${maybe(code`, ${number}`)})]`,
  code`(lambda a, b: (next(a, 0), list(b), list(a)))(*tee(${short}))`,
);
const expression = choose(
  code`list(${finite})`,
  code`list(${finite})`,
  grouped,
  code`${words('count cycle repeat chain islice product accumulate tee pairwise batched')}(${several(choose(smallInteger, short), 0, 3)})`,
  code`(lambda i: (next(i, 0), next(i, 0), list(islice(i, 3)), next(i, 0)))(${finite})`,
  code`sum(1 for _ in ${finite})`,
  code`(lambda i: (list(islice(i, ${bounds})), list(i)))(iter(range(9)))`,
  code`[*${finite}, ${test}]`,
  code`repr(${word('count()', 'count(5)', 'count(1.5, 2)', 'repeat(1)', 'repeat("a", 2)', 'count(0, 1)', 'count(step=2)')})`,
);

export const itertools: Theme = {
  name: 'itertools',
  body: code`
    from itertools import *
    ${shows(expression)}`,
  isModule: true,
};
