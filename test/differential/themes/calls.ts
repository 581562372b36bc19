// Calls of the program's own functions: parameters of every kind against arguments of every kind,
// and the messages where they do not match.
import fc from 'fast-check';
import { choose, code, several, shows, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyDict, anyIterable, modestValue, smallInteger } from './values.ts';

const parameters = word(
  ...['', 'a', 'a, b', 'a, b, c', 'a, b=2', 'a=1, b=2', '*args', '**kw', '*args, **kw', 'a, *args'],
  ...[
    'a, *, b',
    'a, *, b=2',
    '*, b, c',
    'a, /, b',
    'a, b, /',
    'a, /, *, b',
    'a, b=2, *args, c, d=4, **kw',
  ],
  ...[
    'a, /, b, *, c',
    'a, b=1, /, c=2',
    '*args, b',
    'a, /, **kw',
    'a, b, c, d, e',
    '*, a, b, c',
    'a=1, *, b=2',
  ],
);
const positional = choose(smallInteger, word("'s'"), word('None'));
const keyword = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd', 'kw', 'args', 'aa'), positional)
  .map(([name, value]) => `${name}=${value}`);
const keywords: Text = fc
  .uniqueArray(keyword, { maxLength: 3, selector: (one) => one.split('=')[0] })
  .map((all) => all.join(', '));
const joined = (...texts: readonly Text[]): Text =>
  fc.tuple(...texts).map((all) => all.filter((one) => one !== '').join(', '));
const values = several(positional, 0, 4);
const callArguments = weigh(
  [4, joined(values, keywords)],
  [
    2,
    joined(
      values,
      code`*${choose(word('(1, 2)', '[]', '[1]', '"ab"', 'range(3)', '5', 'None'), anyIterable)}`,
      keywords,
    ),
  ],
  [
    2,
    joined(
      values,
      keywords,
      code`**${choose(word("{'a': 1}", "{'b': 2, 'c': 3}", '{}', '{1: 2}', '5', 'None'), anyDict)}`,
    ),
  ],
  [
    1,
    joined(
      code`*${word('(1, 2)', '[3]')}`,
      positional,
      code`**${word("{'a': 1}", "{'z': 1}")}`,
      code`**${word("{'b': 1}", "{'z': 1}")}`,
    ),
  ],
);

const names = (text: string): string => {
  const found = text.split(',').map((one) => one.trim().replace(/^\**|=.*$/g, ''));
  return found.filter((one) => one !== '' && one !== '/').join(', ');
};
const plainArguments = choose(joined(values, keywords), code`**${word("{'a': 1}", '{}', '5')}`);
const plain = fc
  .tuple(parameters, callArguments, fc.constantFrom('f', 'function_with_long_name', 'F'))
  .map(
    ([all, args, name]) => `def ${name}(${all}): return [${names(all)}]\nprint(${name}(${args}))`,
  );
const anonymous = fc
  .tuple(parameters, callArguments)
  .map(([all, args]) => `print((lambda ${all}: [${names(all)}])(${args}))`);
const nested = fc
  .tuple(parameters, callArguments)
  .map(
    ([all, args]) =>
      `def outer():\n    def f(${all}): return [${names(all)}]\n    return f\nprint(outer()(${args}))`,
  );
const method = fc
  .tuple(parameters, callArguments, fc.constantFrom('C().m', 'C.m', '(lambda m: m)(C().m)'))
  .map(([all, args, callee]) => {
    const rest = all === '' || all === '/' ? '' : `, ${all}`;
    return `class C:\n    def m(self${rest}): return [${names(all)}]\nprint(${callee}(${args}))`;
  });
const instance = fc.tuple(parameters, callArguments).map(([all, args]) => {
  const rest = all === '' ? '' : `, ${all}`;
  return `class C:\n    def __init__(self${rest}): self.v = [${names(all)}]\nprint(C(${args}).v)`;
});
const noConstructor = code`
  class C${word('', '(Exception)')}: pass
  print(type(C(${plainArguments})))`;
const notCallable = shows(
  code`${weigh([3, smallInteger], [1, modestValue])}(${plainArguments})`,
  code`(${modestValue})(${words('1 x=1')})`,
);

export const calls: Theme = {
  name: 'calls',
  body: weigh(
    [4, plain],
    [2, anonymous],
    [2, method],
    [1, instance],
    [1, nested],
    [1, noConstructor],
    [1, notCallable],
  ),
};
