// Attributes: those that are missing, of built-in values, functions, classes and instances, and
// names that are near to others; reading, setting and deleting.
import { choose, code, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { modestValue, smallInteger } from './values.ts';

const name = words(`x y real appendd upper items keys __name__ __class__ append lenght size foo
  __len__ __iter__ __nope__ value args`);
const object = weigh(
  [3, code`(${modestValue})`],
  [
    2,
    words('len print str int (lambda:0) ValueError ValueError(1) type object() C C() c f C.m c.m'),
  ],
  [2, words('C() C c')],
);
const access = choose(
  code`print(repr(${object}.${name}))`,
  code`print(repr(getattr(${object}, ${choose(
    name.map((one) => `'${one}'`),
    modestValue,
  )})))`,
  code`print(getattr(${object}, '${name}', 'default'))`,
  code`print(hasattr(${object}, '${name}'))`,
  code`c.${name} = ${smallInteger}; print(c.x, sorted(vars(c)))`,
  code`${choose(code`(${modestValue})`, words('len int C f'))}.${words('x foo real')} = 1; print(C.x, C().x)`,
  code`v = ${object}; v.${words('x foo real')} = 1`,
  code`v = ${object}; del v.${words('x foo y real')}; print(v)`,
  code`setattr(c, ${choose(word("'z'"), modestValue)}, 1); print(sorted(vars(c)))`,
  code`c.x += ${smallInteger}; print(c.x, C.x)`,
  code`print(c.x.${name})`,
  code`c.m.${words('x foo')} = 1`,
  code`print(c.p)`,
  code`c.p = ${smallInteger}`,
  code`del c.p`,
  code`print(type(c).${words('__name__ __mro__ __bases__ __module__ __qualname__ x y')})`,
  code`print(c.__dict__, C.__name__, f.__name__, f.__defaults__)`,
  code`s.${words('a b __dict__ c')} = 1; print(s.a)`,
  code`print(s.${words('a b __dict__ c')})`,
  code`s.a = ${smallInteger}; del s.${words('a b c')}; print(s.a)`,
);

const setting = code`
  class C:
      x = 5
      def __init__(self): self.y = 1
      def m(self): return 1
      @property
      def p(self): return self.q
  class S:
      __slots__ = ('a', 'b')
  def f(a, b=2): pass
  c = C()
  s = S()
  ${access}`;

export const attributes: Theme = {
  name: 'attributes',
  body: weigh([9, setting], [1, shows(code`(${modestValue}).${name}`)]),
};
