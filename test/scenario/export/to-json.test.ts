import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/base/diagnostic.ts';
import { SourceFile } from '../../../src/base/source-text.ts';
import { newContext } from '../../../src/scenario/blocks.ts';
import { scenarioToJson } from '../../../src/scenario/export/to-json.ts';
import { readJson } from '../../../src/scenario/json.ts';
import { readScenario } from '../../../src/scenario/scenario.ts';
import { arbitraryProgram, plain } from '../arbitrary-scenario.ts';
import { load } from '../environment.ts';

test('whatever scenario is the same as JSON', () => {
  fc.assert(
    fc.property(arbitraryProgram, (scenario) => {
      const wrong: Diagnostic[] = [];
      const report = (diagnostic: Diagnostic) => wrong.push(diagnostic);
      const text = scenarioToJson(scenario, report)!;
      const root = readJson(text, report)!;
      const again = readScenario(newContext(new SourceFile(text), report, false), root, 'x');
      expect(wrong.filter(({ code }) => code !== 'duplicate-name')).toEqual([]);
      expect(plain(again)).toEqual(plain(scenario));
    }),
    { numRuns: 200 },
  );
}, 60_000);

const refuse = (diagnostic: Diagnostic) => {
  throw new Error(diagnostic.message);
};

test('values stand in one line where they fit', () => {
  const yaml = `name: x
params: { n: 1.0, ids: [1, null, true], long: ${'x'.repeat(90)} }
define:
  async def work(i):
    - async with Lock():
        - await sleep(i)
main:
  - await work(1)
`;
  expect(scenarioToJson(load('x.yaml', yaml).scenario!, refuse)).toBe(`{
  "name": "x",
  "params": {
    "n": 1.0,
    "ids": [1, null, true],
    "long": "${'x'.repeat(90)}"
  },
  "define": { "async def work(i)": [{ "async with Lock()": ["await sleep(i)"] }] },
  "main": ["await work(1)"]
}
`);
});

test('a key that is no text has no place in JSON', () => {
  const { scenario } = load('x.yaml', 'params: { ports: { 80: http } }\nmain: [pass]\n');
  expect(() => scenarioToJson(scenario!, refuse)).toThrow('JSON has no key 80');
});

test('a program is no scenario', () => {
  expect(scenarioToJson(load('x.py', 'print(1)\n').scenario!, refuse)).toBe(null);
});
