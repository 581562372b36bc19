// Classes: inheritance and the order of methods, super, properties, class and static methods,
// slots, descriptors, decorators, what is told to subclasses, how instances are made, attributes
// that are missing, read-only or computed.
import { choose, code, maybe, several, type Text, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';

const attribute = words('x y p q m cm sm d _h __n z __class__ __name__');
const number = words('1 2 3');

/** Members of a class; each may be decorated. */
const member: Text = weigh(
  [3, code`${words('x y z')} = ${number}`],
  [
    2,
    code`def m(self, *a): return (${word("'m'", 'self.x', 'type(self).__name__', 'self.sm(1)', 'self.__n', 'self.missing')}, a)`,
  ],
  [
    2,
    code`
      def m(self, *a):
          print('m of ${words('A B C')}', a)
          return super().m(*a)`,
  ],
  [
    2,
    code`
      @property
      def p(self): return ${word('self.x', "'p'", 'self._v', 'self.nothing')}`,
  ],
  [
    1,
    code`
      @property
      def q(self): return self._q
      @q.setter
      def q(self, value):
          print('set q', value)
          self._q = value
      ${maybe(code`
        @q.deleter
        def q(self): print('del q')`)}`,
  ],
  [
    2,
    code`
      @classmethod
      def cm(cls, *a): return cls.__name__, a, ${word('cls.x', 'None', 'super().cm', 'cls.nothing')}`,
  ],
  [
    2,
    code`
      @staticmethod
      def sm(*a): return 'sm', a`,
  ],
  [
    2,
    code`
      def __init__(self, *a${maybe(word(', x=5'))}):
          print('init', a)
          ${word('super().__init__()', 'self.x = a', 'self.__n = 1', 'return 5', 'super().__init__(*a)', 'self._v = self.x', 'raise ValueError(a)')}`,
  ],
  [
    1,
    code`
      def __new__(cls, *a):
          print('new', cls.__name__, a)
          return ${word('super().__new__(cls)', '5', 'None', 'super().__new__(cls, *a)')}`,
  ],
  [1, code`__slots__ = ${word("('_h', '_v')", '()')}`],
  [1, code`d = D()`],
  [1, code`d = N()`],
  [
    1,
    code`
      def __getattr__(self, name):
          print('getattr', name)
          ${word('return name', 'raise AttributeError(name)', 'return super().__getattr__(name)')}`,
  ],
  [
    1,
    code`
      def __getattribute__(self, name):
          if name[:2] != '__': print('getattribute', name)
          return ${word('super().__getattribute__(name)', 'object.__getattribute__(self, name)')}`,
  ],
  [
    1,
    code`
      def __setattr__(self, name, value):
          print('setattr', name, value)
          ${word('super().__setattr__(name, value)', 'self.__dict__[name] = value', 'pass', 'object.__setattr__(self, name, value)')}`,
  ],
  [
    1,
    code`
      def __init_subclass__(cls, ${maybe(word('tag=None, '))}**kw):
          print('subclass', cls.__name__, kw)
          ${word('super().__init_subclass__(**kw)', 'super().__init_subclass__()', 'pass')}`,
  ],
  [1, code`def __class_getitem__(cls, item): return cls.__name__, item`],
  [1, code`x, y = y, x`],
  [1, code`print(__name__, __qualname__)`],
  [1, code`__eq__ = lambda self, other: 'eq'`],
  [1, code`def __call__(self, *a): return 'called', a`],
  [
    1,
    code`
      @deco('${words('a b')}')
      @deco('c')
      def m(self, *a): return super().x`,
  ],
);

const bases = word(
  '',
  '(A)',
  '(A, B)',
  '(B)',
  '(B, A)',
  '(object)',
  '(A, A)',
  '(A, object)',
  '(5)',
  '(A, tag=1)',
  '(B, other=2)',
  '(Exception)',
  '(A, Exception)',
  '(None)',
);

function classOf(name: string, parents: Text): Text {
  return code`
    try:
        ${maybe(word("@deco('cls')"))}
        class ${name}${parents}:
            ${maybe(word('"""Text."""'))}
            ${several(member, 1, 4, '\n')}
        made.append(${name})
    except Exception as e:
        print(type(e).__name__, e, getattr(e, '__notes__', None))`;
}

const use: Text = choose(
  code`o.${attribute}`,
  code`o.${words('m cm sm p __call__ nothing')}(${maybe(number)})`,
  code`K.${attribute}`,
  code`K.${words('m cm sm')}(${maybe(choose(number, word('o')))})`,
  code`setattr(o, '${words('x y p q m d _h z')}', ${number})`,
  code`delattr(o, '${words('x y p q m d _h z')}')`,
  code`hasattr(o, '${attribute}')`,
  code`getattr(o, '${attribute}', 'default')`,
  code`setattr(K, '${words('x y m p')}', ${number})`,
  code`delattr(K, '${words('x y m p nothing')}')`,
  code`isinstance(o, ${word('A', 'K', '(int, A)', 'object')})`,
  code`issubclass(K, ${word('A', 'int', '(A, object)')})`,
  word(
    'o()',
    'o(1)',
    'K()',
    'K(1)',
    'K(x=1)',
    'K(1, 2, x=3)',
    'K[1]',
    'o[1]',
    'len(o)',
    'o == o',
    'hash(o) == hash(o)',
    'K.__mro__',
    'K.__bases__',
    'K.__name__',
    'K.__qualname__',
    'K.__doc__',
    'o.__class__',
    'type(o)',
    'list(o.__dict__)',
    'o is None or super(K, o).x',
    'o is None or super(K, o).m()',
    'o is None or super(A, o).m()',
    'object.__repr__(o)[:12]',
    'K.mro()',
    'o < o',
    'o + 1',
    '-o',
    'iter(o)',
    'o.__init__()',
    'type(o).m',
    'callable(o)',
    'K.p.fget(o)',
    'o.m.__self__ is o',
    'o.m.__func__ is K.m',
    'o.m.__name__',
    'K.x.y',
  ),
);

export const classes: Theme = {
  name: 'classes',
  body: code`
    def show(x):
        if isinstance(x, tuple): return [show(each) for each in x]
        if isinstance(x, dict): return {k: show(v) for k, v in x.items()}
        text = repr(x)
        return 'object' if ' at 0x' in text or 'method' in text or text[:5] in ('<slot', '<memb', '<attr', 'mappi') else text
    def deco(label):
        def apply(f):
            print('deco', label, getattr(f, '__name__', f))
            return f
        return apply
    class D:
        def __set_name__(self, owner, name): print('set_name', owner.__name__, name)
        def __get__(self, o, owner=None): return ('get', o is None, owner.__name__)
        def __set__(self, o, v): print('d set', v)
    class N:
        def __get__(self, o, owner): return ('n get', o is None)
    made = []
    ${classOf('A', word(''))}
    ${classOf('B', word('', '(A)', '(object)'))}
    ${classOf('C', bases)}
    for K in made:
        try: o = K(${maybe(number)})
        except Exception as e:
            print(type(e).__name__, e)
            continue
        for use in [${several(
          use.map((text) => `lambda: ${text}`),
          2,
          6,
        )}]:
            try: print(show(use()))
            except Exception as e: print(type(e).__name__, e)
  `,
};
