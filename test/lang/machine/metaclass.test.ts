// Classes of classes; what programs with metaclasses print on CPython is compared by
// test/conformance/tutorials/metaclasses.py. Here: what is not called, and what may be no class.
import { expect, test } from 'vitest';
import { printed, simulate } from '../../simulated.ts';

test('a metaclass may be any callable, which may give anything', () => {
  const text = `
def upper(name, bases, namespace, **options):
    return name.upper(), bases, [each for each in namespace if each[0] != '_'], options

class small(object, metaclass=upper, flag=1):
    a = 1
    def b(self): pass

print(small)
`;
  expect(printed(text)).toBe("('SMALL', (<class 'object'>,), ['a', 'b'], {'flag': 1})\n");
});

test('super without arguments works in a class that a metaclass has made', () => {
  const text = `
class Meta(type):
    def __new__(mcls, name, bases, namespace):
        return super().__new__(mcls, name, bases, dict(namespace))

class A(metaclass=Meta):
    def f(self): return 'A'

class B(A):
    def f(self): return super().f() + 'B'

print(B().f(), type(B) is Meta)
`;
  expect(printed(text)).toBe('AB True\n');
});

test('keywords that nobody takes are a TypeError', () => {
  const text = 'class Meta(type): pass\nclass A(metaclass=Meta, flag=1): pass\n';
  expect(simulate(text).outcome.errorText).toBe(
    'TypeError: A.__init_subclass__() takes no keyword arguments',
  );
});

test('a metaclass that derives from ABCMeta knows of abstract methods', () => {
  const text = `
from abc import ABCMeta, abstractmethod
class Meta(ABCMeta):
    def __init__(cls, *args):
        super().__init__(*args)
        print('made', cls.__name__)
class A(metaclass=Meta):
    @abstractmethod
    def f(self): pass
try:
    A()
except TypeError as error:
    print(error)
`;
  expect(printed(text)).toBe(
    "made A\nCan't instantiate abstract class A without an implementation for abstract method 'f'\n",
  );
});
