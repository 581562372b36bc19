// The schema and the loader agree. The schema is put to work by ajv, which knows nothing of ours.
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { load as loadYaml } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { languageEnvironment } from '../../src/lang/environment.ts';
import {
  choiceNotes,
  clauseKeys,
  expectKeys,
  exploreKeys,
  limitKeys,
  scenarioKeys,
  statementKeys,
} from '../../src/scenario/keys.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { printScenario } from '../../src/scenario/print.ts';
import { scenarioSchema, scenarioSchemaText } from '../../src/scenario/schema.ts';
import { arbitraryProgram, reread } from './arbitrary-scenario.ts';

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(scenarioSchema());

/** What the schema and the loader say of a text of YAML: whether they take it. */
function verdicts(text: string): { schema: boolean; loader: boolean } {
  const { scenario } = loadScenario('x.yaml', text, { environment: languageEnvironment() });
  return { schema: validate(loadYaml(text)), loader: scenario !== null };
}

const both = { schema: true, loader: true };
const neither = { schema: false, loader: false };

describe('taken by both', () => {
  test.each([
    ['the least', 'main: [pass]'],
    ['a text for main', 'main: |\n  await sleep(1)\n  pass'],
    ['a reference to the schema', '$schema: ./scenario.schema.json\nmain: [pass]'],
    ['sections that are empty', 'params:\nstate:\ndefine:\nmain: [pass]'],
    ['a mapping of no definitions', 'define: {}\nmain: [pass]'],
    ['definitions as a list', 'define: [import json, def f(): [pass]]\nmain: [pass]'],
    ['definitions as a text', 'define: |\n  class A:\n    pass\nmain: [pass]'],
    ['a class', 'define: { class A(Exception): [pass] }\nmain: [pass]'],
    ['clauses', 'main: [{ try: [pass], except ValueError as e: [pass], finally: [pass] }]'],
    ['except*', 'main: [{ try: [pass], except* ValueError: [pass] }]'],
    ['elif and else', 'main: [{ if 1: [pass], elif 2: [pass], else: [pass] }]'],
    ['a match', 'main: [{ match 1: { case 1: [pass], case _: [pass] } }]'],
    ['asynchronous statements', 'main: [{ async with Lock(): [pass] }]'],
    ['a header in brackets', 'main: [{ if(1): [pass] }]'],
    ['a block of text under a header', 'main: [{ while False: "pass" }]'],
    ['one expectation without a list', 'main: [pass]\nexpect: { always: now() >= 0 }'],
    ['digits in groups', 'seed: 1_000\nmain: [pass]\nlimits: { steps: 1_000_000, tasks: 1e3 }'],
    ['durations', 'main: [pass]\nlimits: { time: 1h 30m }'],
    ['a name that is not English', 'params: { größe: 1 }\nmain: [pass]'],
    ['values of all kinds', 'params: { a: null, b: [1, x], c: { d: true } }\nmain: [pass]'],
    ['nothing to vary', 'main: [pass]\nexplore: { vary: [], runs: 3 }'],
  ])('%s', (_what, text) => {
    expect(verdicts(text)).toEqual(both);
  });
});

describe('refused by both', () => {
  test.each([
    ['no mapping', '[main]'],
    ['no main', 'name: x'],
    ['an empty main', 'main: []'],
    ['main without a value', 'main:'],
    ['a main of spaces', 'main: "  "'],
    ['main as a mapping', 'main: { if 1: [pass] }'],
    ['an unknown key', 'main: [pass]\nexpects: { always: [] }'],
    ['a name that is a number', 'name: 5\nmain: [pass]'],
    ['a description that is a list', 'description: [x]\nmain: [pass]'],
    ['a seed below 0', 'seed: -1\nmain: [pass]'],
    ['a seed that is no whole number', 'seed: 1.5\nmain: [pass]'],
    ['a seed in words', 'seed: one\nmain: [pass]'],
    ['params as a list', 'params: [n]\nmain: [pass]'],
    ['a parameter that is no name', 'params: { a b: 1 }\nmain: [pass]'],
    ['a parameter called main', 'params: { main: 1 }\nmain: [pass]'],
    ['a state called asyncio', 'state: { asyncio: 1 }\nmain: [pass]'],
    ['a statement that is a number', 'main: [1]'],
    ['a statement that is nothing', 'main: [null]'],
    ['a statement that is a list', 'main: [[pass]]'],
    ['a statement of no keys', 'main: [{}]'],
    ['a header that is none', 'main: [{ foo: [pass] }]'],
    ['a header without a block', 'main: [{ if 1: }]'],
    ['an empty block', 'main: [{ if 1: [] }]'],
    ['a clause alone', 'main: [{ else: [pass] }]'],
    ['clauses alone', 'main: [{ except ValueError: [pass], finally: [pass] }]'],
    ['a match with a list', 'main: [{ match 1: [pass] }]'],
    ['a statement among definitions', 'define: { if 1: [pass] }\nmain: [pass]'],
    ['an unknown rule', 'main: [pass]\nexpect: { never: ["1"] }'],
    ['an expectation that is no text', 'main: [pass]\nexpect: { always: [true] }'],
    ['expectations as a list', 'main: [pass]\nexpect: ["1"]'],
    ['an unknown limit', 'main: [pass]\nlimits: { handles: 1 }'],
    ['a limit of 0', 'main: [pass]\nlimits: { steps: 0 }'],
    ['no time', 'main: [pass]\nlimits: { time: 0s }'],
    ['a time in unknown units', 'main: [pass]\nlimits: { time: 3 weeks }'],
    ['limits without a value', 'main: [pass]\nlimits:'],
    ['an unknown kind of choice', 'main: [pass]\nexplore: { vary: [weather] }'],
    ['kinds of choice without a list', 'main: [pass]\nexplore: { vary: ties }'],
    ['no runs', 'main: [pass]\nexplore: { runs: 0 }'],
  ])('%s', (_what, text) => {
    expect(verdicts(text)).toEqual(neither);
  });
});

test('whatever scenario is printed is taken by both', () => {
  fc.assert(
    fc.property(arbitraryProgram, (scenario) => {
      const text = printScenario(scenario)!;
      expect(reread(text).errors).toEqual([]);
      expect(validate(loadYaml(text)), JSON.stringify(validate.errors)).toBe(true);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('every key, word and header has its description in it', () => {
  const text = scenarioSchemaText();
  const tables = [scenarioKeys, expectKeys, limitKeys, exploreKeys, statementKeys, clauseKeys];
  for (const { description, example } of tables.flatMap((table) => Object.values(table))) {
    expect(text).toContain(JSON.stringify(description));
    expect(JSON.stringify(scenarioSchema())).toContain(JSON.stringify(example));
  }
  for (const note of Object.values(choiceNotes)) expect(text).toContain(note);
});

test('it is draft 7, and the same each time', () => {
  expect(scenarioSchema().$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(JSON.parse(scenarioSchemaText())).toEqual(scenarioSchema());
});
