import { describe, expect, test } from 'vitest';
import { randomClass, randomMethods, randomModule } from '../../../src/lang/modules/random.ts';
import { PyRandom } from '../../../src/lang/modules/random-generator.ts';
import { callBuiltin } from '../../../src/lang/objects/signature.ts';
import { BoundMethod, Float } from '../../../src/lang/values.ts';
import { printed } from '../../simulated.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { answer, decode, doubleOf, recorded } from '../recorded/decode.ts';

const run = plainInterpreter();
const methods = new Map(randomMethods.map((each) => [each.name, each]));

interface Hex {
  readonly f: string;
}

/** A seed, ten numbers as it shuffles them, calls with what each gave. */
type Draws = [
  seed: unknown,
  shuffled: number[],
  calls: [string, unknown[], Record<string, unknown>, unknown][],
];

/**
 * Answers agree: to the bit, but for distributions that need logarithms, which C libraries may have
 * wrong in the last digits.
 */
function agree(name: string, got: unknown, wanted: unknown): boolean {
  const isReal = typeof (wanted as Hex | null)?.f === 'string';
  if (!isReal || !/variate|gauss/.test(name)) return JSON.stringify(got) === JSON.stringify(wanted);
  const [a, b] = [doubleOf((got as Hex).f), doubleOf((wanted as Hex).f)];
  return Math.abs(a - b) <= Math.abs(b) * 2 ** -48;
}

describe('module random', () => {
  test('the same seed and calls give CPython’s draws', () => {
    const rows = recorded<Draws>('random');
    expect(rows.length).toBeGreaterThan(10);
    for (const [seed, shuffled, calls] of rows) {
      const random = new PyRandom(decode(run, seed));
      calls.forEach(([name, args, keywords, wanted], index) => {
        if (index === calls.length - 3) {
          const list = [0, 1, 2, 3, 4, 5, 6, 7, 8];
          callBuiltin(run, methods.get('shuffle')!, [random, list]);
          expect(list).toEqual(shuffled);
        }
        const named = Object.entries(keywords).map(([key, value]): [string, unknown] => [
          key,
          decode(run, value),
        ]);
        const values = [random, ...args.map((value) => decode(run, value))];
        const got = answer(() => callBuiltin(run, methods.get(name)!, values, new Map(named)));
        if (!agree(name, got, wanted)) expect([seed, name, got]).toEqual([seed, name, wanted]);
      });
    }
  });

  test('its functions draw from the run’s generator', () => {
    const names = randomModule(run);
    const random = names.get('random') as BoundMethod;
    expect(random).toBeInstanceOf(BoundMethod);
    expect(run.call(random, [])).toEqual(new Float(0.13436424411240122));
    expect(run.call(names.get('randint'), [1, 6])).toBe(1);
  });

  test('a Random of the program has its own state', () => {
    const own = randomClass.construct!(run, randomClass, [1], null) as PyRandom;
    expect(own.random()).toBe(0.13436424411240122);
    const [first, second] = [1, 2].map(
      () => randomClass.construct!(run, randomClass, [], null) as PyRandom,
    );
    expect(first.random()).not.toBe(second.random());
  });

  test('uniform of ints beyond the doubles subtracts ints', () => {
    const random = new PyRandom(1);
    const args = [random, 10n ** 30n, 10n ** 30n + 8n];
    expect(callBuiltin(run, methods.get('uniform')!, args)).toEqual(new Float(1e30));
  });
});

// What CPython 3.14.2 draws.
test('octets seed, and are drawn', () => {
  const text = `import random
random.seed(b'abc')
print(random.random(), random.randbytes(5))
print(random.Random(bytearray(b'abc')).random())
`;
  expect(printed(text).split('\n').slice(0, 2)).toEqual([
    String.raw`0.7720246314157545 b'2,\xe4\x8eu'`,
    '0.7720246314157545',
  ]);
});
