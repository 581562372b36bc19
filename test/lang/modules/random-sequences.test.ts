// Draws by seed are compared in random.test.ts; here are the sequences.

import { describe, expect, test } from 'vitest';
import { LimitReached } from '../../../src/base/stop.ts';
import { PyRandom } from '../../../src/lang/modules/random-generator.ts';
import { choice, choices, sample, shuffle } from '../../../src/lang/modules/random-sequences.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { Range, Tuple } from '../../../src/lang/values.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { answer } from '../recorded/decode.ts';

const run = plainInterpreter({ limits: { collection: 100 } });
const seeded = () => new PyRandom(9);

describe('picking from sequences', () => {
  test('the kind of sequence makes no difference', () => {
    const kinds = [[0, 1, 2, 3, 4], new Tuple([0, 1, 2, 3, 4]), new Range(0, 5, 1)];
    const picked = kinds.map((kind) => [
      choice(run, seeded(), kind),
      sample(run, seeded(), kind, 3, null),
      choices(run, seeded(), kind, null, null, 4),
    ]);
    expect(picked[1]).toEqual(picked[0]);
    expect(picked[2]).toEqual(picked[0]);
    expect(['😀', 'é']).toContain(choice(run, seeded(), '😀é'));
  });

  test('a shuffle keeps the items', () => {
    const list = Array.from({ length: 50 }, (_, index) => index);
    expect(shuffle(run, seeded(), list)).toBe(null);
    expect(list).not.toEqual([...list].sort((a, b) => a - b));
    expect([...list].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(answer(() => shuffle(run, seeded(), new Tuple([1, 2])))).toEqual({
      e: ['TypeError', "'tuple' object does not support item assignment"],
    });
  });

  test('a sample holds every position once at most', () => {
    for (const count of [0, 1, 21, 90]) {
      const picked = sample(run, seeded(), new Range(0, 90, 1), count, null);
      expect(new Set(picked).size).toBe(count);
    }
    expect(answer(() => sample(run, seeded(), [1], 2, null))).toEqual({
      e: ['ValueError', 'Sample larger than population or is negative'],
    });
    expect(answer(() => sample(run, seeded(), new Dict(run, []), 0, null))).toEqual({
      e: ['TypeError', 'Population must be a sequence.  For dicts or sets, use sorted(d).'],
    });
  });

  test('a weight of zero is never chosen', () => {
    const picked = choices(run, seeded(), ['a', 'b', 'c'], [1, 0, 1], null, 100);
    expect(new Set(picked)).toEqual(new Set(['a', 'c']));
    expect(answer(() => choices(run, seeded(), ['a'], [1, 2], null, 1))).toEqual({
      e: ['ValueError', 'The number of weights does not match the population'],
    });
  });

  test('more choices than the limit end the run', () => {
    expect(choices(run, seeded(), [1], null, null, 100).length).toBe(100);
    expect(() => choices(run, seeded(), [1], null, null, 101)).toThrow(LimitReached);
  });
});
