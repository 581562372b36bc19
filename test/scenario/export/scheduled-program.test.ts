// A schedule in a program's text: what is put in and where, for texts of every shape; and CPython
// 3.14 does with it what the simulator does under the same schedule.
import { afterAll, describe, expect, test } from 'vitest';
import { SourceFile } from '../../../src/base/source-text.ts';
import type { DurationRange } from '../../../src/kernel/policy.ts';
import { parseModule } from '../../../src/lang/parse.ts';
import { scheduledProgram } from '../../../src/scenario/export/scheduled-program.ts';
import { Oracle } from '../../conformance/oracle.ts';
import { simulate } from '../../simulated.ts';
import { Varying } from '../../varying.ts';
import { virtualOutputs } from '../../virtual-programs.ts';

const oracle = new Oracle();
afterAll(() => oracle.close());

/** Long enough for CPython to start on a busy machine. */
const PATIENCE = 180_000;

function scheduled(text: string, durations: readonly (readonly [number, number])[]): string {
  const module = parseModule(new SourceFile(text), ({ message }) => {
    throw new Error(message);
  });
  const schedule = { seed: 7, durations: new Map(durations), expected: null, about: 'A spec.' };
  return scheduledProgram(text, module, schedule);
}

/** The lines of the program without those that were put in above or between. */
function ownLines(text: string): string[] {
  const own = new Set(text.split('\n'));
  return scheduled(text, [[1, 0.5]])
    .split('\n')
    .filter((line) => line.includes('_duration(') && !line.includes('def ') && !own.has(line));
}

describe('a drawn length is wrapped', () => {
  test.each([
    ['sleep(random.uniform(1, 2))', 'sleep(_duration(random.uniform(1, 2)))'],
    ['sleep(delay=random.random())', 'sleep(delay=_duration(random.random()))'],
    ['sleep(2 * random.random(), 3)', 'sleep(_duration(2 * random.random()), 3)'],
    ['sleep((random.random()))', 'sleep((_duration(random.random())))'],
    ['sleep(random.choice((1, 2))); x = 1', 'sleep(_duration(random.choice((1, 2)))); x = 1'],
    ["print('😀', sleep(random.random()))", "print('😀', sleep(_duration(random.random())))"],
    ['print("\t", sleep(random.random()))', 'print("\t", sleep(_duration(random.random())))'],
    [
      'wait(a(random.random()), timeout=random.random())',
      'wait(a(random.random()), timeout=_duration(random.random()))',
    ],
    [
      'wait_for(sleep(random.random()), random.uniform(1, 2))',
      'wait_for(sleep(_duration(random.random())), _duration(random.uniform(1, 2)))',
    ],
    ['f = lambda: sleep(random.random())', 'f = lambda: sleep(_duration(random.random()))'],
    [`print(f'{sleep(random.random())}é')`, `print(f'{sleep(_duration(random.random()))}é')`],
    [
      `print(f"""é{sleep(random.random())!r:>{n}}""")`,
      `print(f"""é{sleep(_duration(random.random()))!r:>{n}}""")`,
    ],
    ['@sleep(random.random())\ndef f(): pass', '@sleep(_duration(random.random()))'],
  ])('%s', (text, wrapped) => {
    expect(ownLines(`${text}\n`)).toEqual([wrapped]);
  });

  test('over several lines', () => {
    const text = 'sleep(\n    random.uniform(  # a comment (\n        1,\n        2,\n    ),\n)\n';
    expect(scheduled(text, [[1, 0.5]])).toContain(
      'sleep(\n    _duration(random.uniform(  # a comment (\n        1,\n        2,\n    )),\n)\n',
    );
  });

  test('by a name that the program does not have', () => {
    const text = '_duration = 1\nsleep(random.random())\n';
    expect(scheduled(text, [[1, 0.5]])).toContain('\nsleep(_duration_(random.random()))\n');
  });

  test('nowhere, if the schedule gives no lengths', () => {
    expect(scheduled('sleep(random.random())\n', [])).toMatch(/\nsleep\(random\.random\(\)\)\n$/);
  });
});

describe('what it brings along stands', () => {
  const OWN = '# The program itself.\n';
  const around = (text: string): [string, string] => {
    const result = scheduled(text, []);
    const end = result.indexOf(OWN);
    return [result.slice(0, result.indexOf('# A spec.')), result.slice(end + OWN.length)];
  };

  test.each([
    ['at the beginning', '', 'x = 1\n'],
    ['after comments at the top', '#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n\n', 'x = 1\n'],
    ['after a docstring', '"""Two\nlines."""\n', 'x = 1\n'],
    ['after imports from __future__', 'from __future__ import annotations  # so\n', '\nx = 1\n'],
    ['after both', "'It.'\nfrom __future__ import annotations\n", '@a\n@b\ndef f(): pass\n'],
    ['before a decorator', '# a comment\n', '@a\ndef f(): pass\n'],
  ])('%s', (_, head, body) => {
    expect(around(head + body)).toEqual([head, body]);
  });

  test('before what follows a docstring on its line', () => {
    expect(around('"It."; x = 1\n')).toEqual(['"It."; \n', 'x = 1\n']);
  });

  test('in lines that end as those of the program do', () => {
    const result = scheduled('x = 1\r\nsleep(random.random())\r\n', [[1, 0.5]]);
    expect(result.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

/** Programs of every shape, each of which prints times. */
const HOSTILE: readonly (readonly [string, string])[] = [
  [
    'draws in waits of every kind, and others between',
    `'''A docstring with "quotes".'''
from __future__ import annotations
import asyncio
import random
import time as clock

outside = asyncio.sleep(random.uniform(1, 2))

async def nap(who, *, seconds=None):
    await asyncio.sleep(random.uniform(0.1, 0.2) if seconds is None else seconds)
    await asyncio.sleep(delay=2 * random.random() + 0.5)
    print(who, round(clock.monotonic(), 9), random.random())

async def main():
    await outside
    make = lambda: asyncio.sleep(random.uniform(1, 2), 'é"😀')
    print(f'{await make()!r} at {asyncio.get_running_loop().time()}')
    try:
        await asyncio.wait_for(asyncio.sleep(random.uniform(3, 4)), timeout=random.uniform(1, 2))
    except TimeoutError:
        print('late', asyncio.get_running_loop().time())
    await asyncio.gather(*[nap(i) for i in range(3)], nap(3, seconds=random.random()))
    asyncio.get_running_loop().call_later(random.uniform(0.5, 1), print, 'called')
    await asyncio.sleep(random.expovariate(0.5))
    print(clock.monotonic(), random.random())

asyncio.run(main())
`,
  ],
  [
    'two loops, a walk of zero length, and a block',
    `import asyncio, random, time
async def main(n):
	for _ in range(n):
		await asyncio.sleep(random.choice([0, 0.5, 1])); time.sleep(random.uniform(0.25, 0.5))
		print("\t|", asyncio.get_running_loop().time(), random.random())
asyncio.run(main(3)); print('between', random.random())
asyncio.run(main(4))
`,
  ],
];

describe('CPython 3.14 follows', () => {
  test.each(HOSTILE)(
    '%s',
    async (_, text) => {
      const durations: [number, number][] = [];
      const length = ({ draw = 0, nominal, least, values, most }: DurationRange): number => {
        if (draw % 3 === 0) return nominal;
        const seconds = values?.[0] ?? Math.round((least + Math.min(most, 8)) * 500) / 1000;
        durations.push([draw, seconds]);
        return seconds;
      };
      const ours = simulate(text, { policy: new Varying(['timing'], { length }), seed: 7 });
      expect(durations.length).toBeGreaterThan(2);
      const [output] = await virtualOutputs(oracle, [scheduled(text, durations)]);
      expect(output).toBe(ours.stdout);
    },
    PATIENCE,
  );
});
