// Module random: the draws of every function after a seed, as CPython draws them, and arguments
// that do not fit. What comes out of logarithms and powers is printed to twelve digits, since the
// last one is the C library's.
import fc from 'fast-check';
import { choose, code, several, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyInteger, anyList, anySequence, modestValue, smallInteger } from './values.ts';

const seed = weigh([4, fc.nat(1000).map(String)], [2, anyInteger], [1, words(`'abc' '' 'é' True`)]);
const positive = words('1 2 5 0.5 1.5 10 0.1 3');
const real = words('0 1 -1 2.5 -3 10 0.5 100');
const odd = weigh([9, positive], [1, words('0 -1 0.0 -2.5')]);
const count = weigh([8, words('0 1 2 3 5')], [1, words('-1 9 1.0 None')]);
const weights = choose(
  code`[${several(words('0 1 2 3 0.5 10'), 1, 5)}]`,
  words('[1,1,1] [0,0,0] [1,2,3] [-1,2,3] 5'),
);
const population = weigh(
  [4, anyList],
  [2, anySequence],
  [2, words(`range(10) 'abc' [1,2,3] range(100) range(10**6)`)],
  [1, words('{1:2} {1,2} 5 None ()')],
);

const exact = choose(
  word('random.random()'),
  code`random.uniform(${real}, ${real})`,
  code`random.randint(${smallInteger}, ${smallInteger})`,
  code`random.randint(${words('0 1 -5')}, ${words('5 100 2**31 2**40 2**100 10**30')})`,
  code`random.randrange(${choose(smallInteger, words('10 100 2**33 2**70'))})`,
  code`random.randrange(${smallInteger}, ${choose(smallInteger, words('100 2**70'))})`,
  code`random.randrange(${smallInteger}, ${words('5 20 100 -20')}, ${words('1 2 3 -1 -3 0 7')})`,
  code`random.${words('randrange randint')}(${several(weigh([4, smallInteger], [1, modestValue]), 1, 3)})`,
  code`random.choice(${population})`,
  code`random.choices(${population}, k=${count})`,
  code`random.choices(${words("[1,2,3] 'abc' range(3) [4]")}, ${choose(weights, code`weights=${weights}`, code`cum_weights=${weights}`)}, k=${count})`,
  code`random.choices(${population})`,
  code`random.sample(${population}, ${count})`,
  code`random.sample(range(${words('20 30 100 1000 10**9')}), k=${words('0 1 5 6 21 30')})`,
  code`random.sample(${words("['a','b'] 'ab' [1,2]")}, k=${count}, counts=${words('[2,3] [0,4] [1] [1,-1] (5,5)')})`,
  code`random.getrandbits(${choose(words('0 1 8 31 32 33 64 100'), smallInteger)})`,
  code`random.triangular(${several(real, 0, 3)})`,
);
const rounded = choose(
  code`random.expovariate(${odd})`,
  code`random.gauss(${real}, ${odd})`,
  code`random.gauss()`,
  code`random.normalvariate(${real}, ${odd})`,
  code`random.normalvariate(${choose(word(''), code`sigma=${positive}`)})`,
  code`random.lognormvariate(${words('0 1 0.5')}, ${words('1 0.25 0.5')})`,
  code`random.betavariate(${odd}, ${odd})`,
  code`random.gammavariate(${odd}, ${positive})`,
  code`random.paretovariate(${positive})`,
  code`random.weibullvariate(${positive}, ${positive})`,
  code`random.vonmisesvariate(${words('0 1 3')}, ${words('0 1 4 0.5')})`,
  code`random.expovariate(lambd=${positive})`,
);
const draw = choose(
  code`print(${exact})`,
  code`print(${exact}, ${exact})`,
  code`print(f'{${rounded}:.12g}')`,
  code`print([f'{${rounded}:.12g}' for _ in range(${words('2 3 6')})])`,
  code`
    x = ${choose(anyList, word('list(range(20))'), modestValue)}
    print(random.shuffle(x), x)`,
  code`
    random.seed(${seed})`,
);
const drawn = code`
  import random
  random.seed(${seed})
  ${several(draw, 1, 4, '\n')}
  print(random.random())`;
const own = code`
  import random
  r = random.Random(${seed})
  random = r
  ${several(draw, 1, 3, '\n')}
  print(r.random())`;

export const randomDraws: Theme = { name: 'random', body: weigh([4, drawn], [1, own]) };
