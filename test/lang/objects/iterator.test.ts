import { expect, test } from 'vitest';
import { declareType } from '../../../src/lang/objects/classes.ts';
import {
  countedClass,
  iteratorClass,
  nextOf,
  PyIterator,
  STOP,
} from '../../../src/lang/objects/iterator.ts';
import { method, plainInterpreter, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

class Twice extends PyIterator {
  #left = 2;

  next(): unknown {
    return this.#left-- > 0 ? 'again' : STOP;
  }
}
declareType(Twice, iteratorClass('twice'));

test('the end is StopIteration for the program', () => {
  const twice = new Twice();
  expect([nextOf(twice), nextOf(twice)]).toEqual(['again', 'again']);
  expect(shown(run, () => nextOf(twice))).toBe('StopIteration: ');
});

test('an iterator has __iter__ and __next__ for the program', () => {
  const twice = new Twice();
  expect(method(run, twice, '__iter__')).toBe(twice);
  expect(method(run, twice, '__next__')).toBe('again');
  expect(shown(run, () => twice)).toMatch(/^<twice object at 0x/);
});

class Counted extends Twice {
  readonly left = 2;
}
declareType(Counted, countedClass('counted'));

test('an iterator that knows what is to come has __length_hint__', () => {
  expect(method(run, new Counted(), '__length_hint__')).toBe(2);
});
