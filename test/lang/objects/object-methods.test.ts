import { expect, test } from 'vitest';
import { getAttribute, setAttribute } from '../../../src/lang/objects/attributes.ts';
import { builtins } from '../../../src/lang/objects/builtins.ts';
import { listClass, objectClass } from '../../../src/lang/objects/classes.ts';
import type { Dict } from '../../../src/lang/objects/dict.ts';
import { attributeDict } from '../../../src/lang/objects/object-methods.ts';
import { Instance } from '../../../src/lang/values.ts';
import { printed } from '../../simulated.ts';
import { method, plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

const cls = programClass('A', {});

test('object gives its methods to everything', () => {
  const a = new Instance(cls);
  expect(shown(run, () => method(run, a, '__repr__'))).toMatch(/^'<__main__.A object at 0x/);
  expect(shown(run, () => method(run, a, '__eq__', [1]))).toBe('NotImplemented');
  expect(method(run, a, '__eq__', [a])).toBe(true);
  expect(method(run, 5, '__hash__')).toBe(5);
  expect(method(run, a, '__init__')).toBe(null);
  expect(shown(run, () => method(run, a, '__init__', [1]))).toMatch(/^TypeError: object.__init__/);
});

test('object.__new__ makes a bare instance', () => {
  const made = run.call(getAttribute(run, builtins.get('object'), '__new__'), [cls]);
  expect((made as Instance).cls).toBe(cls);
});

test('object.__setattr__ goes past that of the program', () => {
  const own = programClass('B', { __setattr__: () => null });
  const b = new Instance(own);
  run.call(getAttribute(run, objectClass, '__setattr__'), [b, 'x', 1]);
  expect(b.attributes.get('x')).toBe(1);
});

test('__dict__ writes through', () => {
  const a = new Instance(cls);
  setAttribute(run, a, 'x', 1);
  const dict = getAttribute(run, a, '__dict__') as Dict;
  method(run, dict, 'update', [], { y: 2 });
  dict.take('x');
  expect(shown(run, () => attributeDict(run, a))).toBe("{'y': 2}");
  expect([...a.attributes.keys()]).toEqual(['y']);
  dict.clear();
  expect(a.attributes.size).toBe(0);
  expect(shown(run, () => getAttribute(run, 5, '__dict__'))).toBe(
    "AttributeError: 'int' object has no attribute '__dict__'",
  );
});

test('classes know their name, bases and order', () => {
  const read = (name: string): string => shown(run, () => getAttribute(run, listClass, name));
  expect(read('__name__')).toBe("'list'");
  expect(read('__mro__')).toBe("(<class 'list'>, <class 'object'>)");
  expect(read('__class__')).toBe("<class 'type'>");
  expect(getAttribute(run, cls, '__module__')).toBe('__main__');
  expect(shown(run, () => getAttribute(run, [], '__name__'))).toBe(
    "AttributeError: 'list' object has no attribute '__name__'",
  );
});

test('built-in functions and methods know their names', () => {
  expect(getAttribute(run, builtins.get('len'), '__name__')).toBe('len');
  const append = getAttribute(run, [1], 'append');
  expect(getAttribute(run, append, '__qualname__')).toBe('list.append');
  expect(getAttribute(run, append, '__self__')).toEqual([1]);
});

test('a docstring is None where there is none', () => {
  expect(getAttribute(run, new Instance(cls), '__doc__')).toBe(null);
  cls.attributes.set('__doc__', 'words');
  expect(getAttribute(run, cls, '__doc__')).toBe('words');
  expect(getAttribute(run, new Instance(cls), '__doc__')).toBe('words');
});

test('a class can be given another name, and is called by it', () => {
  const text = `
class A: pass
a = A()
A.__name__ = 'B'
A.__qualname__ = 'C.D'
print(A, A.__name__, a.__class__.__qualname__)
def attempt(act, *args):
    try: act(*args)
    except Exception as e: print(repr(e))
attempt(lambda: a.nope)
for name, value in ('__name__', 1), ('__name__', 'a\\0'), ('__mro__', ()):
    attempt(setattr, A, name, value)
class M(type):
    @property
    def p(cls): return cls._p
    @p.setter
    def p(cls, value): cls._p = value + 1
class K(metaclass=M): pass
K.p = 1
print(K.p, K._p)
`;
  expect(printed(text).split('\n')).toEqual([
    "<class '__main__.C.D'> B C.D",
    `AttributeError("'B' object has no attribute 'nope'")`,
    `TypeError("can only assign string to B.__name__, not 'int'")`,
    "ValueError('type name must not contain null characters')",
    `AttributeError("attribute '__mro__' of 'type' objects is not writable")`,
    '2 2',
    '',
  ]);
});
