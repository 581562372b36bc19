import { expect, test } from 'vitest';
import { secretsModule } from '../../../src/lang/modules/secrets.ts';
import { printed, simulate } from '../../simulated.ts';

test('the seed of the run determines the tokens, and no draw of random moves', () => {
  const text = `import random, secrets
print(secrets.token_hex(8), secrets.token_urlsafe(8), secrets.randbelow(10**9), secrets.choice('abc'))
print(random.random())
`;
  const [first, again] = [1, 1].map((seed) => simulate(text, { seed }).stdout);
  expect(again).toBe(first);
  expect(simulate(text, { seed: 2 }).stdout.split('\n')[0]).not.toBe(first.split('\n')[0]);
  expect(first.split('\n')[1]).toBe(printed('import random\nprint(random.random())').trim());
});

// Lengths and messages are CPython's.
test('tokens have the lengths that CPython gives them', () => {
  const text = `import secrets
print(len(secrets.token_bytes()), len(secrets.token_bytes(4)), secrets.token_bytes(0))
print(len(secrets.token_hex(4)), len(secrets.token_urlsafe(4)), secrets.DEFAULT_ENTROPY)
print(0 <= secrets.randbits(3) < 8, secrets.compare_digest('a', 'b'))
print(0 <= secrets.SystemRandom().random() < 1)
calls = [(secrets.randbelow, 0), (secrets.choice, []), (secrets.token_hex, -1)]
for call, argument in calls:
    try:
        call(argument)
    except (ValueError, IndexError) as error:
        print(error)
`;
  expect(printed(text).split('\n').slice(0, -1)).toEqual([
    "32 4 b''",
    '8 6 32',
    'True False',
    'True',
    'Upper bound must be positive.',
    'Cannot choose from an empty sequence',
    'negative argument not allowed',
  ]);
  expect(secretsModule.attributes.has('token_hex')).toBe(true);
});
