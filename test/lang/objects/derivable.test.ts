import { expect, test } from 'vitest';
import { builtinClass, declareType, linearise } from '../../../src/lang/objects/classes.ts';
import { derivable, derivableInPython, filledAs } from '../../../src/lang/objects/derivable.ts';
import { type Construct, PyClass } from '../../../src/lang/values.ts';
import { plainInterpreter } from './plain-interpreter.ts';

class Bag {
  given: unknown = 'nothing';
}

const bare = () => new Bag();
const fill = (_run: unknown, self: Bag, given: unknown) => {
  self.given = given;
};
const made = (cls: PyClass, of: PyClass, args: readonly unknown[]) =>
  ((cls.construct as Construct)(plainInterpreter(), of, args, null) as Bag).given;

test('a ready-made class fills what it makes; a class of the program leaves that to __init__', () => {
  const cls = builtinClass('Bag');
  derivable(cls, 'Bag(given=1, /)', bare, fill);
  const mine = new PyClass('Mine', [cls], linearise, '__main__');
  expect(made(cls, cls, [5])).toBe(5);
  expect(made(cls, cls, [])).toBe(1);
  expect(made(cls, mine, [5])).toBe('nothing');
});

test('a class written in Python shares its __init__ with those that inherit it', () => {
  const first = builtinClass('First');
  const second = builtinClass('Second', [first]);
  declareType(Bag, second);
  const initialise = derivableInPython(first, 'First(given=2)', bare, fill);
  filledAs(second, 'Second(given=2)', bare, initialise);
  expect(made(first, first, [])).toBe(2);
  expect(made(second, second, [7])).toBe(7);
  expect(second.attributes.has('__init__')).toBe(false);
});
