// Blocks of statements at random, nested in each other: conditions, loops that end, `try` with all its
// clauses, `with`, and what leaves them (`break`, `continue`, `return`, `raise`). The themes of
// control flow, generators and coroutines differ in what they add at the leaves.
import fc from 'fast-check';
import { choose, code, maybe, several, type Text, weigh, word, words } from '../text.ts';

export interface Blocks {
  /** Statements that a theme adds to those of all. */
  readonly leaves: Text;
  /** Whether `return` may stand here with a value. */
  readonly returns: boolean;
  /** `async ` before the statements that have such a form; empty for none. */
  readonly prefix?: '' | 'async ';
}

/** The parameter that a snippet calls its function with. */
const condition = word('a == 0', 'a == 1', 'a > 1', 'a % 2', 'True', 'not a', 'a != 2');
const label = fc.integer({ min: 0, max: 99 }).map(String);
const error = words('ValueError KeyError TypeError LookupError ZeroDivisionError');

/** What `error` may be caught by: itself, a parent, several, or a variable that is none. */
const caught = weigh(
  [5, error],
  [2, words('Exception BaseException ArithmeticError')],
  [1, code`(${error}, ${error})`],
);

function leaf(blocks: Blocks, isInLoop: boolean): Text {
  const options: [number, Text][] = [
    [4, code`print(${label}, a)`],
    [2, code`raise ${error}(${label})`],
    [1, code`x = 1 // (a - ${words('0 1 2')})`],
    [1, code`raise`],
    [1, code`raise ${error} from ${choose(words('None'), code`${error}(${label})`)}`],
    [4, blocks.leaves],
    [1, code`assert ${condition}, ${label}`],
  ];
  if (isInLoop) options.push([3, words('break continue')]);
  if (blocks.returns) options.push([1, code`return ${label}`]);
  return weigh(...options);
}

/** Statements, at most `depth` deep in each other. */
export function block(blocks: Blocks, depth: number, isInLoop = false): Text {
  if (depth === 0) return several(leaf(blocks, isInLoop), 1, 2, '\n');
  const inner = block(blocks, depth - 1, isInLoop);
  const looped = block(blocks, depth - 1, true);
  const simple = leaf(blocks, isInLoop);
  const prefix = blocks.prefix ?? '';
  const counter = `n${depth}`;
  const otherwise = maybe(elseOf(inner));
  const manager = code`M(${label}${maybe(word(', s=1', ', s=0', ', bad=1'))})`;
  const statement = weigh(
    [3, simple],
    [
      2,
      code`
        if ${condition}:
            ${inner}
        ${otherwise}`,
    ],
    [
      2,
      code`
        for i in range(${words('0 1 2 3')}):
            ${looped}
        ${otherwise}`,
    ],
    [
      1,
      code`
        ${counter} = 0
        while ${counter} < 2:
            ${counter} += 1
            ${looped}
        ${otherwise}`,
    ],
    [3, tried(inner)],
    [
      1,
      code`
        try:
            ${inner}
        finally:
            ${inner}`,
    ],
    [
      2,
      code`
        ${prefix}with ${manager}:
            ${inner}`,
    ],
    [
      1,
      code`
        ${prefix}with M(${label}) as m, M(m + 1):
            ${inner}`,
    ],
  );
  return several(statement, 1, 3, '\n');
}

function elseOf(inner: Text): Text {
  return code`
    else:
        ${inner}`;
}

function tried(inner: Text): Text {
  const clause = code`
    except ${caught}${maybe(word(' as e'))}:
        ${inner}`;
  const last = code`
    finally:
        ${inner}`;
  return code`
    try:
        ${inner}
    ${several(clause, 1, 2, '\n')}
    ${maybe(elseOf(inner))}
    ${maybe(last)}`;
}

/** The class M of the managers in blocks: it tells what it is given, swallows or raises. */
export const managers = (prefix: '' | 'async ' = ''): string => {
  const a = prefix === '' ? '' : 'a';
  return [
    'class M:',
    '    def __init__(self, n, s=None, bad=0): self.n, self.s, self.bad = n, s, bad',
    `    ${prefix}def __${a}enter__(self):`,
    "        print('enter', self.n)",
    '        return self.n',
    `    ${prefix}def __${a}exit__(self, t, v, tb):`,
    "        print('exit', self.n, t and t.__name__, v)",
    "        if self.bad: raise KeyError('bad')",
    '        return self.s',
  ].join('\n');
};

/** Prints an exception with what led to it, as far as three links. */
export const chain = [
  'def chain(e):',
  '    for _ in range(3):',
  '        if e is None: return',
  '        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)',
  '        e = e.__cause__ or e.__context__',
].join('\n');
