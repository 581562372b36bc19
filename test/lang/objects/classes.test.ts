import { expect, test } from 'vitest';
import {
  builtinClass,
  declaredType,
  declareType,
  define,
  linearise,
  objectClass,
} from '../../../src/lang/objects/classes.ts';
import { Builtin, ellipsis, notImplemented, PyClass } from '../../../src/lang/values.ts';

function cls(name: string, ...bases: PyClass[]): PyClass {
  return new PyClass(name, bases.length > 0 ? bases : [objectClass], linearise, '__main__');
}

test('a diamond is linearised as C3 does', () => {
  const a = cls('A');
  const b = cls('B', a);
  const c = cls('C', a);
  expect(cls('D', b, c).mro.map(({ name }) => name)).toEqual(['D', 'B', 'C', 'A', 'object']);
});

test('bases that contradict each other are refused', () => {
  const a = cls('A');
  const b = cls('B', a);
  expect(() => cls('C', a, b)).toThrow(
    expect.objectContaining({
      args: ['Cannot create a consistent method resolution order (MRO) for bases A, B'],
    }),
  );
});

test('a JavaScript subclass has the class of its parent, a classifier decides by value', () => {
  class Animal {
    tame = false;
  }
  class Dog extends Animal {}
  const [tame, wild] = [builtinClass('tame'), builtinClass('wild')];
  declareType(Animal, (animal: Animal) => (animal.tame ? tame : wild));
  const dog = new Dog();
  expect(declaredType(dog)).toBe(wild);
  dog.tame = true;
  expect(declaredType(dog)).toBe(tame);
});

test('the singletons have classes of their own', () => {
  expect(declaredType(ellipsis).name).toBe('ellipsis');
  expect(declaredType(notImplemented).name).toBe('NotImplementedType');
});

test('methods know the class that holds them', () => {
  const owner = builtinClass('owner');
  const builtin = new Builtin('f(self, /)', () => null);
  define(owner, [builtin]);
  expect(owner.lookup('f')).toBe(builtin);
  expect(builtin.owner).toBe(owner);
});
