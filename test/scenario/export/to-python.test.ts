// An exported scenario is a program that prints the same lines: on CPython 3.14.2 (recorded), on
// the python3 of this machine where there is one of 3.11 or later, and on the simulator.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import { languageEnvironment } from '../../../src/lang/environment.ts';
import { scenarioToPython } from '../../../src/scenario/export/to-python.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { scenarioFiles } from '../../scenario-files.ts';
import { simulate } from '../../simulated.ts';
import { allExports, exportOf, recordedExports, scenarioText, THREADED } from './exported.ts';

const environment = languageEnvironment();

function python(
  yaml: string,
  { isVirtual = false, params = {} } = {},
): { text: string | null; refused: string[] } {
  const refused: string[] = [];
  const report = ({ span, message }: Diagnostic) =>
    refused.push(`${span.line}:${span.column} ${message}`);
  const options = { environment, params: new Map(Object.entries(params as object)) };
  const { scenario, diagnostics } = loadScenario('x.yaml', yaml, options);
  if (scenario === null) throw new Error(diagnostics[0]?.message);
  return { text: scenarioToPython(scenario, { environment, isVirtual }, report), refused };
}

/** The program of a scenario, from its imports on. */
function code(yaml: string): string {
  const { text } = python(yaml);
  return text!.slice(text!.indexOf('import asyncio\n'));
}

/** What `sim run --quiet` prints for a scenario, line by line. */
function lines(file: string, ties: 'fifo' | 'heapq' = 'fifo'): string[] {
  return simulate(scenarioText(file), { name: file, ties }).stdout.split('\n').slice(0, -1);
}

const records = recordedExports();
const exports = allExports();

describe('every scenario prints the same lines as a program', () => {
  test('CPython 3.14 was asked for each of them', () => {
    const known = records.map(({ file, isVirtual, hash }) => `${file} ${isVirtual} ${hash}`);
    expect(exports.map(({ file, isVirtual, hash }) => `${file} ${isVirtual} ${hash}`)).toEqual(
      known,
    );
    const data = scenarioFiles.filter((name) => !name.endsWith('.py'));
    expect(new Set([...records.map(({ file }) => file), ...THREADED])).toEqual(new Set(data));
  });

  // The clock of the conformance suite stands still, so equal deadlines come as in a heap.
  test.each(records)('on CPython 3.14: $file, virtual $isVirtual', (record) => {
    expect(record.lines).toEqual(lines(record.file, record.isVirtual ? 'fifo' : 'heapq'));
  });

  const check = 'import sys; raise SystemExit(sys.version_info < (3, 11))';
  const hasPython = spawnSync('python3', ['-c', check]).status === 0;
  test.each(exports.filter(({ isVirtual }) => isVirtual && hasPython))(
    'on python3, on the clock that it brings along: $file',
    ({ file, text }) => {
      const ran = spawnSync('python3', ['-'], { input: text, encoding: 'utf8' });
      expect(ran.stdout.split('\n').slice(0, -1)).toEqual(lines(file));
    },
  );

  const data = scenarioFiles.filter((name) => !name.endsWith('.py'));
  test.each(data)('on the simulator: %s', (file) => {
    const { text } = exportOf(file, false)!;
    const program = simulate(text);
    expect(program.stdout.split('\n').slice(0, -1)).toEqual(lines(file));
    const scenario = simulate(scenarioText(file), { name: file });
    const held = ({ outcome }: typeof program) => outcome.verdicts.map((each) => each.held);
    expect(held(program)).toEqual(held(scenario));
  });
});

test('a program reads as a person would write it', () => {
  const yaml = `name: counting
description: Two words.
params: { n: 2, label: sum }
state: { lock: Lock(), total: 0 }
define:
  - import json
  - async def work(i):
      - async with lock:
          - total += i
      - block(0.5)
main:
  - await gather(*[work(i) for i in range(n)])
  - log(label, total, random.random(), json.dumps(now()))
  - return total
expect:
  finally: [result == 1]
limits: { steps: 100 }
`;
  expect(python(yaml, { params: { n: '3' } }).text).toBe(`"""Two words."""

# sim:
#   name: counting
#   expect:
#     finally:
#       - result == 1
#   limits:
#     steps: 100

import asyncio
import random
import time
import json
from asyncio import Lock, gather
from time import sleep as block

log = print


def now(clock=time.monotonic, start=time.monotonic()):
    """Seconds since the start, to a tenth: a real clock is never exact."""
    return round(clock() - start, 1)


random.seed(1)  # as sim does where nothing is said

# Parameters
n = 3
label = 'sum'

# State
lock = Lock()
total = 0


async def work(i):
    global total
    async with lock:
        total += i
    block(0.5)


async def main():
    await gather(*[work(i) for i in range(n)])
    log(label, total, random.random(), json.dumps(now()))
    return total


asyncio.run(main())
`);
});

describe('imports are those that are used', () => {
  test('none but asyncio for a program that uses nothing', () => {
    expect(python('main: [pass]').text).toBe(
      '# sim:\n#   name: x\n\nimport asyncio\n\n\nasync def main():\n    pass\n\n\n' +
        'asyncio.run(main())\n',
    );
  });

  test('not a name that the scenario defines itself', () => {
    const text = python('define: { def gather(): [pass] }\nmain: [gather(), await sleep(1)]').text;
    expect(text).toContain('from asyncio import sleep\n');
    expect(text).not.toContain('import gather');
  });

  test('annotations are not evaluated where they name more than built-in classes', () => {
    const future = 'from __future__ import annotations\n';
    const yaml = (type: string) => `define:\n  - "def f(x: ${type}): pass"\nmain: [f(1)]`;
    const block = (type: string) => `define: |\n  def f(x: ${type}):\n    pass\nmain: [f(1)]`;
    expect(() => python(yaml('int'))).toThrow();
    expect(python(block('int')).text).not.toContain(future);
    expect(python(block('Queue')).text).toContain(future);
  });

  test('a module whose name is taken by the scenario still serves the clock', () => {
    const { text } = python('state: { time: 5, round: 2 }\nmain: ["log(now(), time, round)"]');
    expect(simulate(text!).stdout).toBe('0.0 5 2\n');
  });
});

test('a program that asks for its docstring finds none, as in the scenario', () => {
  const yaml = 'description: Two words.\nmain: [log(__doc__)]';
  const { text } = python(yaml);
  expect(text!.startsWith('# sim:\n#   name: x\n#   description: Two words.\n')).toBe(true);
  expect(simulate(text!).stdout).toBe('None\n');
  expect(simulate(yaml, { name: 'x.yaml' }).stdout).toBe('None\n');
});

test('an expectation has its names in the program too', () => {
  const yaml = 'main: [pass]\nexpect: { finally: ["math.pi > 3", "sleep is not None"] }';
  const { text } = python(yaml);
  expect(text).toContain('import math\nfrom asyncio import sleep\n');
  expect(simulate(text!).outcome.verdicts.map(({ held }) => held)).toEqual([true, true]);
});

describe('the seed', () => {
  test('stands before the first draw', () => {
    const yaml = 'seed: 4\nstate: { x: random.random() }\nmain: [log(x)]';
    expect(code(yaml)).toContain('random.seed(4)\n\n# State\nx = random.random()\n');
    expect(simulate(python(yaml).text!).stdout).toBe(simulate(yaml, { name: 'x.yaml' }).stdout);
  });

  test('is in the comment where nothing is drawn', () => {
    const { text } = python('seed: 4\nmain: [pass]');
    expect(text).not.toContain('import random');
    expect(text!.startsWith('# sim:\n#   name: x\n#   seed: 4\n')).toBe(true);
  });
});

describe('what Python has no words for is refused with its place', () => {
  test('threads on a virtual clock', () => {
    const yaml = 'main:\n  - await to_thread(print)\n  - get_running_loop().run_in_executor';
    const hint = 'uses threads, which no virtual clock of a program can stop';
    expect(python(yaml, { isVirtual: true })).toEqual({
      text: null,
      refused: [`2:11 'to_thread' ${hint}`, `3:5 'run_in_executor' ${hint}`],
    });
    expect(python(yaml).refused).toEqual([]);
  });
});
