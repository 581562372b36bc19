import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { parseModule } from '../../src/lang/parse.ts';
import { printModule } from '../../src/lang/print.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { withoutSpans } from '../lang/arbitrary-node.ts';
import { load } from './environment.ts';

function scenario(name: string, ...lines: readonly string[]): Scenario {
  const { scenario: loaded, diagnostics } = load(name, `${lines.join('\n')}\n`);
  if (loaded === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return loaded;
}

/** A scenario as comparable data, spans apart. */
function plain({ limits, sharedNames, ...rest }: Scenario): unknown {
  return withoutSpans({ ...rest, limits: [...limits], sharedNames: [...sharedNames] });
}

const python = (text: string) =>
  withoutSpans(parseModule(new SourceFile(text), ({ message }) => expect.unreachable(message)));

describe('a scenario is the program that it would be in Python', () => {
  test('parameters, state, definitions, main and the call that runs it', () => {
    const { module } = scenario(
      'x.yaml',
      'params: { n: 3, name: "Ada", on: true, none: null, list: [1, -2, x], map: { a: 1.5 } }',
      'state:',
      '  slots: Semaphore(n)',
      '  count: 0',
      '  locks: [Lock(), Lock()]',
      '  text: "\'abc\'"',
      'define:',
      '  async def work(i, *, k=2):',
      '    - async with slots:',
      '        - count += 1',
      '  class Oops(Exception): [pass]',
      'main:',
      '  - results = await gather(*[work(i) for i in range(n)])',
      '  - return results',
    );
    const expected = `n = 3
name = 'Ada'
on = True
none = None
list = [1, -2, 'x']
map = {'a': 1.5}
slots = Semaphore(n)
count = 0
locks = [Lock(), Lock()]
text = 'abc'
async def work(i, *, k=2):
    async with slots:
        count += 1
class Oops(Exception):
    pass
async def main():
    results = await gather(*[work(i) for i in range(n)])
    return results
asyncio.run(main())
`;
    expect(withoutSpans(module)).toEqual(python(expected));
    expect(printModule(module)).toContain('asyncio.run(main())');
  });

  test('every compound statement, from lists and from text', () => {
    const asList = scenario(
      'x.yaml',
      'main:',
      '  - if a > 1:',
      '      - pass',
      '    elif a:',
      '      - pass',
      '    elif not a: [pass]',
      '    else:',
      '      - "a: int = 1"',
      '  - for i, j in {}:',
      '      - continue',
      '    else:',
      '      - pass',
      '  - while True: [break]',
      '  - try: [pass]',
      '    except ValueError as e: [raise]',
      '    except (TypeError, KeyError): [pass]',
      '    else: [pass]',
      '    finally: [pass]',
      '  - try: [pass]',
      '    except* ValueError: [pass]',
      '  - with a as b, c: [pass]',
      '  - async with a: [pass]',
      '  - async for x in a: [pass]',
      '  - def f(a, b=2, *c, d, **e): [return a]',
      '  - async def g(): [return]',
      '  - match a:',
      '      case 1 | 2: [pass]',
      '      "case {\'k\': v}": [pass]',
      '  - |',
      '    @f',
      '    class A(dict):',
      '        x = 1',
      'state: { a: 0, b: 0, c: 0 }',
    );
    const asText = scenario(
      'x.yaml',
      'state: { a: 0, b: 0, c: 0 }',
      'main: |',
      '  if a > 1:',
      '      pass',
      '  elif a:',
      '      pass',
      '  elif not a: pass',
      '  else:',
      '      a: int = 1',
      '  for i, j in {}:',
      '      continue',
      '  else: pass',
      '  while True: break',
      '  try: pass',
      '  except ValueError as e: raise',
      '  except (TypeError, KeyError): pass',
      '  else: pass',
      '  finally: pass',
      '  try: pass',
      '  except* ValueError: pass',
      '  with a as b, c: pass',
      '  async with a: pass',
      '  async for x in a: pass',
      '  def f(a, b=2, *c, d, **e): return a',
      '  async def g(): return',
      '  match a:',
      '      case 1 | 2: pass',
      "      case {'k': v}: pass",
      '  @f',
      '  class A(dict):',
      '      x = 1',
    );
    expect(plain(asList)).toEqual(plain(asText));
  });
});

describe('JSON and YAML of one scenario', () => {
  const json = readFileSync('scenarios/semaphore-50-5.json', 'utf8');

  test('give the same scenario', () => {
    const yaml = [
      'name: semaphore-50-5',
      `description: "${JSON.parse(json).description}"`,
      'seed: 1',
      'params: { n: 50, k: 5 }',
      'state:',
      '  slots: Semaphore(k)',
      '  running: 0',
      'define:',
      '  async def worker(i):',
      '    - async with slots:',
      '        - running += 1',
      '        - log(f"worker {i} starts at {now()}")',
      '        - await sleep(1)',
      '        - running -= 1',
      '    - return i',
      'main:',
      '  - results = await gather(*[worker(i) for i in range(n)])',
      '  - log(f"{len(results)} done")',
      '  - return results',
      'expect:',
      '  always: ["running <= k"]',
      '  eventually: ["running == k"]',
      '  finally: ["now() == 10", "result == list(range(n))"]',
      'limits: { time: 1h, steps: 1_000_000, tasks: 100000 }',
      'explore: { vary: [timing, ties, sets], runs: 1000 }',
    ];
    expect(plain(scenario('x.json', json))).toEqual(plain(scenario('x.yaml', ...yaml)));
  });

  test('give the same tree with the same places, for JSON is YAML', () => {
    const fromJson = scenario('x.json', json);
    const fromYaml = scenario('x.yaml', json);
    expect(fromYaml.module).toEqual(fromJson.module);
    expect(fromYaml.expect).toEqual(fromJson.expect);
  });
});

describe('the metadata', () => {
  test('are what the file says', () => {
    const { name, description, seed, limits, explore, sharedNames } = scenario(
      'folder/file.yaml',
      'name: A name',
      'description: |',
      '  Two',
      '  lines.',
      'seed: 7',
      'state: { a: 1, b: 2 }',
      'main: [pass]',
      'limits: { time: 1h 30m, steps: 5 }',
      'explore: { runs: 3, vary: [ties] }',
    );
    expect({ name, description, seed, explore }).toEqual({
      name: 'A name',
      description: 'Two\nlines.',
      seed: 7,
      explore: { vary: ['ties'], runs: 3 },
    });
    expect([...limits]).toEqual([
      ['time', 5400],
      ['steps', 5],
    ]);
    expect([...sharedNames]).toEqual(['a', 'b']);
  });

  test('have defaults: the name of the file, no seed, no limits', () => {
    const one = scenario('folder/file.yaml', 'main: [pass]');
    expect(one).toMatchObject({ name: 'file', description: '', seed: null, params: [], state: [] });
    expect([...one.limits]).toEqual([]);
    expect(one.explore).toEqual({ vary: null, runs: null });
    expect(one.expect).toEqual({ always: [], eventually: [], finally: [] });
  });

  test('let an editor name its schema', () => {
    expect(scenario('x.json', '{"$schema": "s.json", "main": ["pass"]}').name).toBe('x');
  });
});

test('an expectation keeps its text and its place', () => {
  const { expect: expectations } = scenario(
    'x.yaml',
    'main: [return 1]',
    'expect:',
    '  always: 1 < 2',
    '  finally:',
    "    - ' result == 1'",
    '    - result > 0',
  );
  expect(expectations.always.map(({ text }) => text)).toEqual(['1 < 2']);
  expect(expectations.finally.map(({ text, span }) => [text, span.line, span.column])).toEqual([
    ['result == 1', 5, 7],
    ['result > 0', 6, 7],
  ]);
  const [first] = expectations.finally;
  expect(first?.expression.span).toEqual({ line: 5, column: 9, endLine: 5, endColumn: 20 });
});
