// Programs and what CPython 3.14.2 prints for them: src/lang/machine/ownership.ts.

import { expect, test } from 'vitest';
import { lines } from './python.ts';

const numbers = `
def numbers(name='it'):
    try:
        yield 1
        yield 2
    finally:
        print(name, 'over')
`;

test('a variable lets go of its generator when it is bound again, deleted, or its frame returns', () => {
  const program = `${numbers}
def use():
    one = numbers('first')
    next(one)
    one = numbers('second')
    print('bound again')
    next(one)
    del one
    print('deleted')
    two = numbers('third')
    next(two)
    print('returning')
use()
`;
  expect(lines(program)).toEqual([
    'first over',
    'bound again',
    'second over',
    'deleted',
    'returning',
    'third over',
  ]);
});

test('an exception keeps what the frames it left own until it has been handled', () => {
  const program = `${numbers}
def fails():
    one = numbers()
    next(one)
    raise KeyError(1)
try:
    fails()
except KeyError as e:
    print('handling')
print('handled')
`;
  expect(lines(program)).toEqual(['handling', 'it over', 'handled']);
});

test('a generator that is known elsewhere is left alone', () => {
  const program = `${numbers}
kept = []
def keep(one):
    kept.append(one)
    return one
def use():
    for item in keep(numbers()):
        break
    other = keep(numbers('other'))
    next(other)
use()
print([next(one) for one in kept])
`;
  expect(lines(program)).toEqual(['[2, 2]']);
});
