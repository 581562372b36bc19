// Generators: what they give and get, what is thrown into them, how they end, and generators inside
// generators, with control flow of all kinds around the `yield`s.
import fc from 'fast-check';
import { choose, code, several, type Text, weigh, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { block, managers } from './blocks.ts';

const label = fc.integer({ min: 0, max: 99 }).map(String);
const leaves: Text = choose(
  code`yield ${label}`,
  code`a = yield ${label}`,
  code`print('got', (yield ${label}))`,
  code`yield next(iter(${words('() [1]')}))`,
  code`print((yield from inner(${words('0 1 2 3')})))`,
  code`yield from ${choose(words('[1,2] range(2) inner(1) 5 None'), code`(x * ${label} for x in range(2))`)}`,
);

const step = weigh(
  [4, words('next(g)')],
  [3, code`g.send(${choose(label, words('None'))})`],
  [
    2,
    code`g.throw(${words('ValueError(1) KeyError(2) GeneratorExit() TypeError StopIteration(3)')})`,
  ],
  [1, words('g.close()')],
);

const body = block({ leaves, returns: true }, 2);
const whileHandling = code`
  try:
      raise KeyError(a)
  except KeyError:
      ${body}`;

export const generators: Theme = {
  name: 'generators',
  body: code`
    ${managers()}
    def inner(n):
        ${block({ leaves: code`print('inner', (yield n))`, returns: true }, 1).map((text) => text.replaceAll(/\ba\b/g, 'n'))}
    def f(a):
        ${choose(body, body, whileHandling)}
        yield 'end'
    g = f(${words('0 1 2')})
    for step in [${several(
      step.map((text) => `lambda: ${text}`),
      1,
      7,
    )}]:
        try:
            print('->', step())
        except BaseException as e:
            print(type(e).__name__, e, getattr(e, 'value', None), repr(e.__context__), repr(e.__cause__))
    for _ in range(9):
        try:
            print(g.close())
            break
        except BaseException as e:
            print(type(e).__name__, e)
    print(list(f(1)))
  `,
};
