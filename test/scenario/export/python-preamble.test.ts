// What a program of a fixed schedule brings along, run by a python3 of 3.11 or later where there is
// one; on CPython 3.14 it is held by witness.test.ts.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import {
  brokenText,
  durationsText,
  type Expected,
  expectationText,
} from '../../../src/scenario/export/python-preamble.ts';

const check = 'import sys; raise SystemExit(sys.version_info < (3, 11))';
const cases = spawnSync('python3', ['-c', check]).status === 0 ? [true] : [];

/** What python3 prints for an expectation above a program, its exit code and its errors. */
function run(expected: Expected, program: string): [number | null, string, string] {
  const input = `${expectationText(expected)}\nimport asyncio\n${program}`;
  const { status, stdout, stderr } = spawnSync('python3', ['-'], { input, encoding: 'utf8' });
  return [status, stdout, stderr];
}

const COUNTING = `
count = 0

async def main():
    global count
    for _ in range(3):
        count += 1
        print(count)
        await asyncio.sleep(0)
    return count

asyncio.run(main())
print('over')
`;

describe.each(cases)('an expectation', () => {
  test('always ends the program after the handle that breaks it', () => {
    const told = 'expectation failed: always: count < 2\n';
    expect(run({ rule: 'always', text: 'count < 2' }, COUNTING)).toEqual([1, '1\n2\n', told]);
  });

  test('eventually is broken at the end, if it was never true', () => {
    const told = 'expectation failed: eventually: count == 9: it was never true\n';
    const printed = '1\n2\n3\nover\n';
    expect(run({ rule: 'eventually', text: 'count == 9' }, COUNTING)).toEqual([1, printed, told]);
    expect(run({ rule: 'eventually', text: 'count == 2' }, COUNTING)).toEqual([0, printed, '']);
  });

  test('finally knows what main gave', () => {
    const holds = { rule: 'finally', text: 'result == count and error is None' } as const;
    expect(run(holds, COUNTING)[0]).toBe(0);
    const broken = { rule: 'finally', text: 'result == 4' } as const;
    expect(run(broken, COUNTING)).toEqual([1, '1\n2\n3\nover\n', `${brokenText(broken)}\n`]);
  });

  test('finally knows what main raised', () => {
    const text = "type(error).__name__ == 'KeyError' and result is None";
    const raising = `async def main():\n    {}['x']\nasyncio.run(main())\n`;
    const [status, , errors] = run({ rule: 'finally', text }, raising);
    expect([status, errors.split('\n').at(-2)]).toEqual([1, "KeyError: 'x'"]);
    expect(run({ rule: 'finally', text: 'error is None' }, raising)[2]).toMatch(
      /KeyError: 'x'\nexpectation failed: finally: error is None\n$/,
    );
  });

  test('that raises is broken, and says how', () => {
    const told =
      "expectation failed: always: nothing[0]: NameError: name 'nothing' is not defined\n";
    expect(run({ rule: 'always', text: 'nothing[0]' }, COUNTING)[2]).toBe(told);
  });

  test('reads the clock, has names inside of comprehensions, quotes and lines', () => {
    const text = `all(count >= n for n in [0])\nand now() >= 0 and "'\\"" != '\\\\'`;
    expect(run({ rule: 'always', text }, COUNTING)[0]).toBe(0);
  });
});

describe('the lengths of drawn waits', () => {
  test.each(cases)('are counted while a loop runs', () => {
    const program = `${durationsText('length', new Map([[2, 0.5]]))}
import asyncio
print(length(1), length(2))

async def main():
    print(length(3), length(4), length(5))

asyncio.run(main())
`;
    const { stdout } = spawnSync('python3', ['-'], { input: program, encoding: 'utf8' });
    expect(stdout).toBe('1 2\n3 0.5 5\n');
  });

  test('stand in a line, or in one each where there are many', () => {
    const table = (count: number): string =>
      durationsText('d', new Map(Array.from({ length: count }, (_, index) => [index + 1, 0.25])));
    expect(table(2)).toContain('\nd = use_durations({1: 0.25, 2: 0.25})\n');
    expect(table(9)).toContain('\nd = use_durations({\n    1: 0.25,\n    2: 0.25,\n');
  });
});
