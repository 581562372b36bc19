// Parameters of all kinds and calls that fit them or not: positional-only, keyword-only, defaults,
// rests, stars and double stars, of functions, lambdas, methods, classes; and what the errors say.
import fc from 'fast-check';
import { choose, code, several, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';

/** The parameters of a function: names in order, each kind at its place. */
const parameters: Text = fc
  .record({
    positionalOnly: fc.nat(2),
    positional: fc.nat(2),
    keywordOnly: fc.nat(2),
    defaults: fc.nat(3),
    rest: fc.boolean(),
    keywordRest: fc.boolean(),
    keywordDefaults: fc.nat(3),
  })
  .map(({ positionalOnly, positional, keywordOnly, defaults, rest, keywordRest, ...more }) => {
    const names = ['a', 'b', 'c', 'd'].slice(0, positionalOnly + positional);
    const shown = names.map((name, index) => {
      const isOptional = index >= names.length - defaults;
      return isOptional ? `${name}=D('${name}')` : name;
    });
    const parts = [...shown.slice(0, positionalOnly), ...(positionalOnly > 0 ? ['/'] : [])];
    parts.push(...shown.slice(positionalOnly));
    if (rest) parts.push('*args');
    else if (keywordOnly > 0) parts.push('*');
    for (const [index, name] of ['k', 'm'].slice(0, keywordOnly).entries()) {
      parts.push(((more.keywordDefaults >> index) & 1) === 1 ? `${name}=D('${name}')` : name);
    }
    if (keywordRest) parts.push('**kw');
    return parts.join(', ');
  });

/** The same behind `self`. */
const more: Text = parameters.map((text) => (text === '' ? '' : `, ${text}`));

const value = fc.nat(9).map(String);
const argument: Text = weigh(
  [6, value],
  [3, code`${words('a a a b b c d k m z')}=${value}`],
  [1, code`*[${several(value, 0, 3)}]`],
  [1, code`**{${several(code`'${words('a b c k m z')}': ${value}`, 0, 2)}}`],
);

/** Arguments in an order that Python takes: no keyword twice, no plain one behind a keyword. */
const args: Text = fc.array(argument, { maxLength: 5 }).map((all) => {
  const seen = new Set<string>();
  const plain = all.filter((each) => /^\d|^\*\[/.test(each));
  const named = all.filter((each) => {
    const name = /^[a-z]/.test(each) ? each[0] : '';
    if (name === '' || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
  return [...plain, ...named, ...all.filter((each) => each.startsWith('**'))].join(', ');
});

const odd = word(
  'f(*5)',
  'f(**5)',
  'f(*None)',
  'f(**{1: 2})',
  'f(**{"a": 1}, **{"a": 2})',
  'f(a=1, **{"a": 2})',
  'f(*"ab", *(1,))',
  'f(*D("x") or [])',
  'f(**{})',
  'f(*{"p": 1}, *range(2))',
  'f()()',
  'f.x',
  'f.__name__',
  'f.__defaults__',
  'f.__kwdefaults__',
  'f.__qualname__',
  'f.nothing',
);

export const signatures: Theme = {
  name: 'signatures',
  body: code`
    def D(x):
        print('D', x)
        return x
    def f1(${parameters}): return 'f1'
    def f2(${parameters}):
        return 'f2'
    f3 = lambda ${parameters}: 'f3'
    class C:
        def __init__(self${more}): pass
        def m(self${more}): return 'm'
        @classmethod
        def c(cls${more}): return 'c'
        @staticmethod
        def s(${parameters}): return 's'
    async def co(${parameters}): pass
    def g(${parameters}): yield
    makers = [lambda: f1, lambda: f2, lambda: f3, lambda: C, lambda: C(*[1]).m, lambda: C.m]
    makers += [lambda: C.c, lambda: C.s, lambda: co, lambda: g]
    for make in makers:
        for call in [${several(
          choose(
            args.map((text) => `lambda f: f(${text})`),
            args.map((text) => `lambda f: f(${text})`),
            odd.map((text) => `lambda f: ${text}`),
          ),
          2,
          4,
        )}]:
            try:
                result = call(make())
                if hasattr(result, 'close'): result.close()
                elif isinstance(result, (str, list, tuple, dict)): print(result)
                else: print(type(result).__name__)
            except Exception as e:
                print(type(e).__name__, e)
  `,
};
