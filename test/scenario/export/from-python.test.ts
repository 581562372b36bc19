// A scenario that became a program comes back as the same scenario, whatever it holds; a program
// in the usual shape becomes a scenario; anything else is refused with its place.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import { languageEnvironment } from '../../../src/lang/environment.ts';
import type { Statement } from '../../../src/lang/tree.ts';
import { scenarioFromPython } from '../../../src/scenario/export/from-python.ts';
import { scenarioToPython } from '../../../src/scenario/export/to-python.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { printScenario } from '../../../src/scenario/print.ts';
import { readPython } from '../../../src/scenario/python-program.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { withoutSpans } from '../../lang/arbitrary-node.ts';
import { arbitraryExpression, arbitraryModule } from '../../lang/arbitrary-tree.ts';
import { simulate } from '../../simulated.ts';
import { base, plain, reread, scenarioOf } from '../arbitrary-scenario.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const environment = languageEnvironment();

/** The program of a scenario, null where Python has no words for it. */
function python(scenario: Scenario): string | null {
  return scenarioToPython(scenario, { environment, isVirtual: false }, () => {});
}

/** The scenario of a program, and what is refused: `line:column message`. */
function back(text: string): { scenario: Scenario | null; refused: string[] } {
  const refused: string[] = [];
  const report = ({ span, message }: Diagnostic) =>
    refused.push(`${span.line}:${span.column} ${message}`);
  const program = readPython(text, 'x', report);
  const scenario = scenarioFromPython(program, text, environment, report);
  return { scenario, refused };
}

const isDefinition = ({ kind }: { kind: string }) => /^(?:FunctionDef|ClassDef|Import)/.test(kind);

/** Definitions, each name once: a scenario has no two of one name. */
function definitionsIn(body: readonly Statement[]): Statement[] {
  const names = new Set<string>();
  return body.filter((each) => {
    if (!isDefinition(each)) return false;
    if (each.kind !== 'FunctionDef' && each.kind !== 'ClassDef') return true;
    const isNew = !names.has(each.name);
    names.add(each.name);
    return isNew;
  });
}

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'a:# \n-|>"\\\'') }),
  fc.constantFrom('# State', 'a\n# Parameters\nb', 'a\n# sim:\n#   name: z'),
);

const constant = fc.oneof(fc.integer(), fc.string({ maxLength: 5 }), fc.boolean());

const metadata = fc.record({
  name: texts,
  description: texts.map((text) => text.trim()),
  seed: fc.option(fc.nat(), { nil: null }),
  params: fc.dictionary(fc.constantFrom('p', 'q'), fc.oneof(constant, fc.array(constant))),
  steps: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  always: fc.array(fc.constantFrom('a == 1', '{1: 2}[1]', 'b > "# x: y"'), { maxLength: 2 }),
});

/** Scenarios with everything: shared names that functions assign, parameters, texts for people. */
const scenarios = fc
  .tuple(
    arbitraryModule,
    arbitraryModule,
    fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'é'), { maxLength: 3 }),
    fc.array(arbitraryExpression, { minLength: 3, maxLength: 3 }),
    metadata,
  )
  .map(([one, other, names, values, { params, steps, always, seed, name, description }]) => {
    const body = [...other.body, ...one.body.filter((each) => !isDefinition(each))];
    const main = body.length > 0 ? body : base.module.body.slice(-1);
    const data = { main: ['pass'], params, expect: { always } };
    const limits = steps === null ? {} : { limits: { steps } };
    const { scenario } = reread(JSON.stringify({ ...data, ...limits }));
    const code = scenarioOf(definitionsIn(one.body), main, values.slice(0, names.length), names);
    const assigned = scenario.module.body.slice(0, scenario.params.length);
    return {
      ...code,
      ...{ name, description, seed, params: scenario.params, expect: scenario.expect },
      limits: scenario.limits,
      module: { ...code.module, body: [...assigned, ...code.module.body] },
    };
  });

describe('a scenario is the same after it was a program', () => {
  test('whatever it holds', () => {
    let refusals = 0;
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const text = python(scenario);
        if (text === null) refusals++;
        fc.pre(text !== null);
        const { scenario: again, refused } = back(text!);
        expect(refused).toEqual([]);
        expect(plain(again!)).toEqual(plain(scenario));
        expect(python(again!)).toBe(text);
      }),
      { numRuns: 150 },
    );
    expect(refusals).toBeLessThan(50);
  }, 120_000);

  test('down to the YAML that a person wrote', () => {
    const yaml = `name: counting
description: |-
  Two words.

  And more.
seed: 3
params:
  n: 2
  waits: [0.5, 1.0]
state:
  lock: Lock()
  total: 0
define:
  - import json
  - async def work(i):
      - async with lock:
          - total += i
      - log(json.dumps(i), now(), random.random())
main:
  - await gather(*[work(i) for i in range(n)])
  - block(1)
expect:
  finally:
    - total == 1
limits:
  steps: 100
explore:
  vary: [ties]
`;
    const { scenario } = loadScenario('x.yaml', yaml, { environment });
    expect(printScenario(back(python(scenario!)!).scenario!)).toBe(yaml);
  });
});

describe('a program in the usual shape', () => {
  const program = `"""What it shows."""

import asyncio
import json
from asyncio import Queue

log = print

random.seed(7)

total = 0
queue = Queue()


class Refused(Exception):
    pass


async def work(i):
    """Works."""
    global total
    await asyncio.sleep(i)
    total += i


async def main():
    await asyncio.gather(*(work(i) for i in range(3)))


asyncio.run(main())
`;

  test('is a scenario with define, state and main', () => {
    const { scenario, refused } = back(program.replace('log = print', 'import random'));
    expect(refused).toEqual([]);
    expect(printScenario(scenario!)).toBe(`name: x
description: What it shows.
seed: 7
state:
  total: 0
  queue: Queue()
define:
  - import json
  - |-
      class Refused(Exception):
          pass
  - async def work(i):
      - "'Works.'"
      - await asyncio.sleep(i)
      - total += i
main:
  - await asyncio.gather(*(work(i) for i in range(3)))
`);
  });

  test('may begin under __main__', () => {
    const guarded = program.replace(
      'asyncio.run(main())',
      "if __name__ == '__main__':\n    asyncio.run(main())",
    );
    const [one, other] = [back(guarded), back(program)];
    expect(one.refused).toEqual([]);
    expect(withoutSpans(one.scenario)).toEqual(withoutSpans(other.scenario));
  });
});

describe('programs that people wrote', () => {
  const folders = ['scenarios/practice', 'test/conformance/tutorials'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => join(folder, name)),
  );
  // It prints where its functions stand, which is elsewhere in a scenario.
  const programs = files.filter((name) => /\.py$/.test(name) && !/what_things/.test(name));
  const scenarios = programs.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const { scenario } = back(text);
    return scenario === null ? [] : [{ file, text, scenario }];
  });

  test('are scenarios, half of them', () => {
    expect(programs.length).toBeGreaterThan(40);
    expect(scenarios.length).toBeGreaterThan(20);
  });

  test.each(scenarios)('do the same as one: $file', ({ text, scenario }) => {
    const program = simulate(text);
    const same = simulate(printScenario(scenario)!, { name: 'x.yaml' });
    const again = simulate(python(scenario)!);
    const seen = ({ stdout, outcome: { end, time, verdicts } }: typeof program) => {
      return { stdout, end, time, held: verdicts.map(({ held }) => held) };
    };
    expect(seen(same)).toEqual(seen(program));
    expect(seen(again)).toEqual(seen(program));
  });
});

describe('what a scenario has no room for is refused with its place', () => {
  const main = 'async def main():\n    pass\n';
  const run = 'asyncio.run(main())\n';
  test.each([
    [`print(1)\n${main}${run}`, '1:1 a scenario has no room for this statement at module level'],
    [
      `for x in y:\n    pass\n${main}${run}`,
      '1:1 a scenario has no room for this statement at module level',
    ],
    [`a = b = 1\n${main}${run}`, '1:1 state has one name for each value'],
    [`a, b = 1, 2\n${main}${run}`, '1:1 state has one name for each value'],
    [`a: int\n${main}${run}`, '1:1 state has one name for each value'],
    [`def f(): pass\nx = f()\n${main}${run}`, "2:1 state is set before 'f' is defined"],
    [`import json\nx = json.dumps(1)\n${main}${run}`, "2:1 state is set before 'json' is defined"],
    [`def f(): pass\ndef f(): pass\n${main}${run}`, "2:5 a scenario defines 'f' once"],
    [`class f: pass\ndef f(): pass\n${main}${run}`, "2:5 a scenario defines 'f' once"],
    [`${main}${run}print(1)\n`, '4:1 nothing may follow asyncio.run(main())'],
    [`${main}`, "3:1 the program has no 'asyncio.run(main())'"],
    [`x = 1\n${run}`, "3:1 the program has no 'async def main()'"],
    [`def main(): pass\n${run}`, "1:1 main is an 'async def main()' of no parameters"],
    [`async def main(n=1): pass\n${run}`, "1:1 main is an 'async def main()' of no parameters"],
    [
      `${main}x = 1\nrandom.seed(2)\n${run}`,
      '4:1 a scenario has no room for this statement at module level',
    ],
    [
      `"A"\nx = __doc__\n${main}${run}`,
      '1:1 a scenario has no __doc__, which the program asks for',
    ],
    [`# Parameters\nn = f(1)\n${main}${run}`, '2:5 a parameter is a constant'],
    [
      `x = 1\ndef f():\n    x = 2\n${main}${run}`,
      "3:5 'x' is a variable of the function here, and of the module elsewhere",
    ],
  ])('%j', (text, message) => {
    expect(back(text).refused).toEqual([message]);
  });
});
