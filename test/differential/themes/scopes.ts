// Where names mean what: functions inside functions and classes, global and nonlocal,
// comprehensions, lambdas made in loops, names that are unbound or deleted, and what the errors
// say.
import { choose, code, maybe, several, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';

const name = words('x y z');
const number = words('1 2 3 4 5');

/**
 * Variables of comprehensions have names of their own: one that is also a free variable of the
 * function around it loses that variable in CPython 3.14.2, which is a mistake of its compiler.
 */
const item = words('i j');
const inner = words('x y z i j');

const expression: Text = weigh(
  [4, name],
  [1, code`${name} + ${number}`],
  [1, code`(lambda: ${name})()`],
  [1, code`(lambda ${name}=${name}: (${name}, ${name}))()`],
  [1, code`[${inner} for ${item} in range(2)]`],
  [1, code`[(${inner}, ${inner}) for ${item} in [${name}] for ${item} in [${inner}, 7]]`],
  [1, code`[f() for f in [lambda: ${inner} for ${item} in range(2)]]`],
  [1, code`list(${inner} for i in range(2))`],
  [1, code`(${name} := ${name})`],
  [1, code`{${inner}: ${inner} for ${item} in range(2) if ${inner}}`],
  [1, code`[[${inner} for ${item} in range(${inner} % 3)] for ${item} in range(2)]`],
);

const statement: Text = weigh(
  [5, code`p(${expression})`],
  [3, code`${name} = ${expression}`],
  [2, code`${name} += 10`],
  [2, code`del ${name}`],
  [1, code`for ${name} in range(2): pass`],
  [1, code`with K() as ${name}: pass`],
  [1, code`from math import floor as ${name}`],
  [1, code`def ${name}(): return ${name}`],
  [1, code`class ${name}: pass`],
  [1, code`if ${name}: ${name} = ${expression}`],
  [1, code`fs.append(lambda: ${name})`],
  [1, code`${name}, ${name} = ${expression}, ${name}`],
  [
    1,
    code`
      try: raise ValueError(${number})
      except ValueError as ${name}: pass`,
  ],
  [
    1,
    code`
      match ${expression}:
          case [${name}, *_]: pass
          case ${name}: pass`,
  ],
);

/** Every statement by itself: one that fails stops no other. */
const guarded: Text = code`
  try:
      ${statement}
  except Exception as error:
      print(type(error).__name__, error, getattr(error, 'name', '-'))`;

function body(depth: number): Text {
  const inner =
    depth === 0
      ? guarded
      : weigh([4, guarded], [1, functionOf(depth - 1)], [1, classOf(depth - 1)]);
  return several(inner, 2, 5, '\n');
}

/** \`global\` at the head of a body; nonlocal where a variable of that name is around it. */
const declared: Text = maybe(
  choose(code`global ${name}`, code`nonlocal ${word('w', 'v')}`, code`global ${name}; nonlocal w`),
);

function functionOf(depth: number): Text {
  return code`
    w = v = 0
    def f${String(depth)}(${maybe(choose(name, code`${name}=${number}`))}):
        w = v = 1
        def h(): return w, v
        def g${String(depth)}():
            ${declared}
            w = 5
            fs.append(lambda: (w, v))
            ${body(depth)}
            return w
        ${body(depth)}
        for call in [g${String(depth)}, h]:
            try: p(call())
            except Exception as error: print(type(error).__name__, error)
    for call in [f${String(depth)}, lambda f=f${String(depth)}: f(3)]:
        try: p(call())
        except Exception as error: print(type(error).__name__, error)`;
}

function classOf(depth: number): Text {
  return code`
    class C${String(depth)}:
        ${body(depth)}
        ${name} = ${number}
        ${maybe(code`${name}: int = ${expression}`)}
        def m(self):
            ${body(0)}
            return ${name}
    try:
        p(C${String(depth)}().m(), C${String(depth)}.${name})
    except Exception as error: print(type(error).__name__, error)`;
}

export const scopes: Theme = {
  name: 'scopes',
  isModule: true,
  body: code`
    class K:
        def __enter__(self): return 8
        def __exit__(self, *a): pass
    def show(x):
        if isinstance(x, (list, tuple)): return [show(each) for each in x]
        return repr(x) if isinstance(x, (int, type(None))) else type(x).__name__
    def p(*values): print(*[show(x) for x in values])
    fs = []
    if fs: x = y = z = i = j = 0
    ${several(code`${name} = ${number}`, 0, 3, '\n')}
    ${body(1)}
    ${functionOf(1)}
    print([(${name} := i) for i in range(2)])
    ${body(0)}
    for f in fs:
        try: p(f())
        except Exception as error: print(type(error).__name__, error)
  `,
};
