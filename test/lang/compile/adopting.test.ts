// Programs and what CPython 3.14.2 prints for them: src/lang/compile/adopting.ts.

import { expect, test } from 'vitest';
import { lines } from '../machine/python.ts';

const numbers = `
def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('over')
`;

test('a loop ends the new generator that it is left by, however that is wrapped', () => {
  const program = `${numbers}
def fresh(): return numbers()
class Walk:
    def __iter__(self): return numbers()
for item in numbers(): break
print('call')
for item in fresh(): break
print('factory')
for item in enumerate(numbers()): break
print('enumerate')
for item in (each for each in numbers()): break
print('expression')
for item in Walk(): break
print('class')
print(any(numbers()))
`;
  const made = ['call', 'factory', 'enumerate', 'expression', 'class'];
  expect(lines(program)).toEqual([...made.flatMap((how) => ['over', how]), 'over', 'True']);
});

test('a parameter that only walks its argument ends it', () => {
  const program = `${numbers}
def first(source):
    for item in source: return item
print(first(numbers()))
named = numbers()
print(first(named), next(named))
`;
  expect(lines(program)).toEqual(['over', '1', '1 2']);
});
