import { describe, expect, test } from 'vitest';
import { simulate } from '../simulated.ts';

/** Writes and draws of a program, as a trace tells them. */
function told(text: string): string[] {
  return [...simulate(text).trace].flatMap((event) => {
    if (event.kind === 'variable.written') return [`${event.name} = ${event.value}`];
    if (event.kind === 'random.drawn') return [`${event.stream}: ${event.value}`];
    return [];
  });
}

describe("the program's own state in a trace", () => {
  test('is every write to a shared variable, definitions aside', () => {
    const text = 'import math\ntotal = 0\ndef f(n):\n    local = n\ntotal += 2\nf(3)\ndel total\n';
    expect(told(text)).toEqual(['total = 0', 'total = 2']);
  });

  test('is every draw with its stream', () => {
    // On CPython 3.14: random.seed(5); random.random(), random.getrandbits(8);
    // random.Random(6).random(); random.Random(7).random().
    const text = `import random
random.seed(5)
random.random()
random.getrandbits(8)
six = random.Random(6)
seven = random.Random(7)
for each in (six, seven, six):
    each.random()
`;
    const drawn = told(text).filter((line) => line.startsWith('random'));
    expect(drawn).toEqual([
      'random: 0.6229016948897019',
      'random: 189',
      'random#1: 0.793340083761663',
      'random#2: 0.32383276483316237',
      'random#1: 0.8219540423197268',
    ]);
  });
});
