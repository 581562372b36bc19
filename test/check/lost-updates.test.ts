import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayLoseUpdates } from '../../src/lang/derived-writes.ts';
import { scenarioOf } from '../simulated.ts';
import { found, judged, placesOf, programOf } from './judged.ts';

const deposit = (body: string): string =>
  programOf(
    `
balance = 0
lock = asyncio.Lock()
accounts = {'a': 0, 'b': 0}

class Account:
    def __init__(self):
        self.balance = 0

account = Account()

async def deposit(i):
    global balance
${body
  .trim()
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
`,
    'await asyncio.gather(deposit(0), deposit(1))',
  );

const rules = (body: string): string[] => judged(deposit(body)).map(({ rule }) => rule);

describe('an update that another one is written over', () => {
  const LOST = 'seen = balance\nawait asyncio.sleep(1)\nbalance = seen + 1';

  test('is told with who read, waited and wrote, and whose is lost', () => {
    expect(found(deposit(LOST))).toEqual([
      'failure update.lost: Task-3 (deposit) read balance in line 15, waited in line 16 and ' +
        'wrote what it had made of that in line 17: what Task-2 (deposit) had written meanwhile ' +
        'in line 17 is lost',
    ]);
    expect(placesOf(judged(deposit(LOST))[0])).toEqual([
      '17:5',
      '15:12 3 reads balance',
      '16:5 3 waits',
      '17:5 2 writes balance',
      '17:5 3 writes balance',
    ]);
  });

  test('may be one of an attribute, of an item, or in one statement', () => {
    expect(
      rules('seen = account.balance\nawait asyncio.sleep(1)\naccount.balance = seen + 1'),
    ).toEqual(['update.lost']);
    expect(rules("seen = accounts['a']\nawait asyncio.sleep(1)\naccounts['a'] = seen + 1")).toEqual(
      ['update.lost'],
    );
    expect(rules('balance += await asyncio.sleep(1, 1)')).toEqual(['update.lost']);
  });

  test('is none where the task looks again before it writes', () => {
    expect(rules('await asyncio.sleep(1)\nbalance += 1')).toEqual([]);
    expect(
      rules(`while True:
    seen = balance
    made = await asyncio.sleep(1, seen + 1)
    if balance == seen:
        balance = made
        break`),
    ).toEqual([]);
  });

  test('is none under a lock', () => {
    expect(rules(`async with lock:\n    ${LOST.replaceAll('\n', '\n    ')}`)).toEqual([]);
  });

  test('is none where each writes an item of its own', () => {
    expect(
      rules(
        "key = 'ab'[i]\nseen = accounts[key]\nawait asyncio.sleep(1)\naccounts[key] = seen + 1",
      ),
    ).toEqual([]);
  });

  test('is none where what is written is not made of what was read', () => {
    expect(rules('if balance == 0:\n    await asyncio.sleep(1)\n    balance = 5')).toEqual([]);
  });

  test('is none where things are only added', () => {
    expect(rules('n = len(accounts)\nawait asyncio.sleep(1)\naccounts.update({i: n})')).toEqual([]);
  });

  test('is told once for each place in the text, however many tasks do it', () => {
    const text = deposit(LOST).replace('deposit(0), deposit(1)', '*map(deposit, range(20))');
    expect(judged(text)).toHaveLength(1);
  });
});

/** What a task may do with a shared place `PLACE`. */
const UPDATES = [
  'PLACE += 1',
  'PLACE *= len([1, 2])',
  'PLACE = PLACE + 1',
  'seen = PLACE; await asyncio.sleep(1); PLACE = seen + 1',
  'PLACE += await one()',
  'PLACE += [await one() for _ in range(2)][1]',
];
const PLACES = ['balance', "accounts['a']", 'account.balance'];

const update = fc
  .tuple(fc.constantFrom(...UPDATES), fc.constantFrom(...PLACES))
  .map(([text, place]) => text.replaceAll('PLACE', place));
const updates = fc.array(update, { minLength: 1, maxLength: 3 });

test('no program loses one whose text says that it cannot (seed 7)', () => {
  const counts = { lost: 0, cannot: 0 };
  const law = fc.property(updates, (steps) => {
    const text = deposit(`async def one():\n    await asyncio.sleep(1)\n    return 1
${steps.join('\nawait asyncio.sleep(1)\n')}`);
    const isLost = judged(text).some(({ rule }) => rule === 'update.lost');
    const mayLose = mayLoseUpdates(scenarioOf(text).module);
    if (isLost) counts.lost++;
    if (!mayLose) counts.cannot++;
    expect(isLost && !mayLose).toBe(false);
  });
  fc.assert(law, { seed: 7, numRuns: 200 });
  expect(counts.lost).toBeGreaterThan(20);
  expect(counts.cannot).toBeGreaterThan(20);
});
