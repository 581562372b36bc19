// Control flow: conditions, loops with else, `try` with all its clauses, `with`, and the statements that
// leave them, in a function that is called with several arguments; and how errors chain meanwhile.
import { code, type Text, word } from '../text.ts';
import type { Theme } from '../theme.ts';
import { block, chain, managers } from './blocks.ts';

const leaves: Text = word(
  'pass',
  'x = a',
  'a += 1',
  'del a',
  'print(i)',
  'print(e)',
  'print(x)',
  'x += 1',
  'print(repr(e.__context__))',
);

export const controlFlow: Theme = {
  name: 'control flow',
  body: code`
    ${managers()}
    ${chain}
    def f(a):
        ${block({ leaves, returns: true }, 3)}
        if a == 99: i = x = e = None
    for a in range(3):
        try:
            print('->', f(a))
        except Exception as e:
            chain(e)
  `,
};
