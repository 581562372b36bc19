// Exceptions as objects and in groups: raising, chaining, notes, texts and representations,
// classes of the program, `except*`, split, subgroup and derive, and what is not allowed.
import { choose, code, maybe, several, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';

const cls = words('ValueError KeyError TypeError ImportError LookupError IndexError E F G');
const number = words('0 1 2 3');
const single: Text = weigh(
  [
    4,
    code`${cls}(${maybe(choose(number, code`${number}, ${number}`, word("'a b'", '""', "'it\\'s'")))})`,
  ],
  [1, cls],
  [
    1,
    word(
      "OSError('a', 'no')",
      "OSError('b', 'no', 'file')",
      'OSError(1)',
      'F(1, k=2)',
      "NameError('n', name='x')",
      'UnboundLocalError()',
      'StopIteration(4)',
      'KeyboardInterrupt()',
      'E',
      '5',
      'None',
      "'text'",
      'int',
      'E(E(1))',
    ),
  ],
);
const made: Text = weigh(
  [5, code`${words('ValueError KeyError TypeError OSError IndexError E F')}(${number})`],
  [1, word('KeyboardInterrupt()', '5', 'ValueError')],
);

function group(depth: number): Text {
  const item = depth === 0 ? made : weigh([4, made], [1, group(depth - 1)]);
  return code`${weigh([5, word('ExceptionGroup')], [2, word('H')], [1, word('BaseExceptionGroup')])}('${words('g h i')}', [${several(item, 1, 4)}])`;
}

const condition: Text = choose(
  words(
    'ValueError KeyError (ValueError,KeyError) Exception LookupError E 5 int ExceptionGroup H ()',
  ),
  code`lambda e: ${word('isinstance(e, ValueError)', 'True', 'False', "'1' in str(e)", 'e.args == (1,)', '1 / 0')}`,
);

const shown: Text = choose(
  code`repr(${single})`,
  code`str(${single})`,
  code`${cls}(${number}).args`,
  code`repr(${group(1)})`,
  code`str(${group(1)})`,
  code`(${group(1)}).split(${condition})`,
  code`(${group(2)}).subgroup(${condition})`,
  code`(${group(1)}).derive([${several(made, 0, 2)}])`,
  code`(${group(1)}).exceptions`,
  code`(${group(1)}).${words('message args nothing')}`,
  code`ExceptionGroup(${word("'m'", '5', "'m', 5", "'m', []", "'m', [1]", "'m', (ValueError(1),)", "'m', [ValueError], 3", '')})`,
  code`${word('StopIteration(1)', 'SystemExit(1, 2)', 'OSError()', "OSError('e', 'f', 'g')", 'ImportError(1)', 'NameError()', 'AttributeError(1)', 'E()', 'F(2)')}.${words('value code errno strerror filename name obj __cause__ __context__ __notes__ __suppress_context__ nothing')}`,
  code`(${single}) == (${single})`,
);

const clause: Text = code`
  except* ${word('ValueError', 'KeyError', '(TypeError, OSError)', 'Exception', 'LookupError', 'E', 'BaseException', '5', 'ExceptionGroup', '(ValueError, 5)')} as e:
      print('caught', repr(e), e.__context__, repr(e.__cause__))
      ${weigh(
        [4, word('pass')],
        [1, word('raise')],
        [1, code`raise ${single}`],
        [1, code`raise ${made} from ${word('e', 'None')}`],
        [
          1,
          word(
            'raise e',
            'raise e.exceptions[0]',
            'e.add_note("n")',
            'del e',
            'raise ExceptionGroup("new", [e])',
          ),
        ],
      )}`;

const star: Text = code`
  try:
      try:
          raise ${choose(group(2), group(1), single)}
      ${several(clause, 1, 3, '\n')}
      ${maybe(code`
        else:
            print('else')`)}
      ${maybe(code`
        finally:
            print('finally', repr(sys.exception()))`)}
  except BaseException as e:
      tell(e)`;

const raising: Text = code`
  try:
      try:
          ${choose(code`raise ${single}`, code`raise ${single} from ${single}`, code`raise ${single} from None`, code`assert 0, ${choose(single, word('(1, 2)', "''", '"a"'))}`, word('assert 0', '{}[(1, 2)]', '[][1]', 'int("a")', 'None.foo', '"a" + 1', 'raise', '{}["a b"]'))}
      ${several(
        code`
          except ${word('ValueError', 'Exception', '(KeyError, E)', 'LookupError', '5', 'BaseException', 'E', 'int')} as e:
              print('caught', repr(e), repr(sys.exception()))
              ${choose(word('pass', 'raise', 'raise e', 'e.add_note("n")', 'e.add_note(5)', 'raise KeyError("k") from e', 'e.args = (1, 2)', 'e.args = 5', 'e.__cause__ = e', 'e.__cause__ = 5', 'e.__context__ = None', 'raise e from e', 'e.__notes__ = [1]; raise', 'e.foo = 1; print(e.foo, e.__dict__)'), code`raise ${single}`)}`,
        1,
        2,
        '\n',
      )}
      finally:
          ${word('pass', 'print(repr(sys.exception()))', 'raise KeyError("f")')}
  except BaseException as e:
      tell(e)`;

export const exceptions: Theme = {
  name: 'exceptions',
  body: code`
    import sys
    class E(Exception):
        ${word('pass', "def __str__(self): return 'text of E'", "def __repr__(self): return 'E!'", 'def __init__(self, *a): super().__init__(*a, 9)', 'def __init__(self, a=1, b=2): self.a = a', 'code = 5')}
    class F(ValueError):
        def __init__(self, *a, k=1):
            ${word('super().__init__(*a)', 'self.k = k', 'super().__init__(k)', 'self.args = (k,)')}
    class G(E, KeyError): pass
    class H(ExceptionGroup):
        ${weigh([3, word('def derive(self, excs): return H(self.message + "!", excs)')], [1, word('pass', 'def derive(self, excs): return 5', 'def derive(self, excs): return ExceptionGroup("other", excs)')])}
    def tell(e):
        for _ in range(4):
            if e is None: return
            print(repr(e), str(e), e.__suppress_context__, getattr(e, '__notes__', None))
            print('from', repr(e.__cause__), repr(e.__context__))
            if isinstance(e, BaseExceptionGroup):
                print([(repr(x), repr(x.__context__), repr(x.__cause__)) for x in e.exceptions])
            e = e.__cause__ or e.__context__
    ${several(
      weigh(
        [
          3,
          code`
            try: print(${shown})
            except BaseException as e: print(type(e).__name__, e)`,
        ],
        [2, star],
        [2, raising],
      ),
      1,
      4,
      '\n',
    )}
  `,
};
