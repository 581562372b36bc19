import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageEnvironment } from '../../src/lang/environment.ts';
import { formatOf, loadScenario } from '../../src/scenario/load.ts';
import { scenarioFiles } from '../scenario-files.ts';
import { environment, load, mistakes } from './environment.ts';

const example = 'main:\n  - await sleep(1)\n';

describe('a file is read by its extension', () => {
  test.each([
    ['a.yaml', 'yaml'],
    ['b/c.YML', 'yaml'],
    ['d.json', 'json'],
    ['e.py', 'python'],
    ['f.txt', null],
    ['yaml', null],
  ])('%s is %s', (name, format) => {
    expect(formatOf(name)).toBe(format);
  });

  test('another is refused', () => {
    expect(mistakes('notes.txt', '')).toEqual([
      "1:1 'notes.txt' is no scenario (a scenario is a .yaml, .json or .py file)",
    ]);
  });

  test('and named after the file, whatever its folder', () => {
    expect(load('/a/b.c/my-file.yaml', example).scenario?.name).toBe('my-file');
    expect(load('C:\\x\\prog.py', 'x = 1\n').scenario?.name).toBe('prog');
  });
});

describe('a scenario', () => {
  test('is null where there is an error, and there where there are warnings only', () => {
    expect(load('x.yaml', 'main:\n  - foo\n').scenario).toBeNull();
    const warned = load('x.yaml', 'main:\n  - sleep(1)\n');
    expect(warned.diagnostics.map(({ code }) => code)).toEqual(['never-awaited']);
    expect(warned.scenario).not.toBeNull();
  });

  test('has asyncio, random, math and time at hand in YAML and JSON, and not in Python', () => {
    const line = 'log(now(), asyncio.Lock(), Lock(), math.pi, random.random(), time.monotonic())';
    expect(mistakes('x.yaml', `main:\n  - ${line}\n`)).toEqual([]);
    expect(mistakes('x.json', JSON.stringify({ main: [line] }))).toEqual([]);
    expect(mistakes('x.py', 'print(math.pi)\n')).toEqual([
      "1:7 name 'math' is not defined (write 'import math' first)",
    ]);
  });

  test('knows result and error in expect.finally only', () => {
    const file = (where: string, text: string) =>
      `main: [return 1]\nexpect:\n  ${where}: ["${text}"]\n`;
    expect(mistakes('x.yaml', file('finally', 'result == 1 and error is None'))).toEqual([]);
    expect(mistakes('x.yaml', file('finally', 'all(x for x in [result])'))).toEqual([]);
    expect(mistakes('x.yaml', file('eventually', 'error is None'))).toEqual([
      "3:17 'error' is known only when main has ended (move the expectation to expect.finally)",
    ]);
    expect(mistakes('x.yaml', 'main: [return result]')).toEqual([
      "1:15 name 'result' is not defined",
    ]);
  });

  test('may begin with a byte order mark', () => {
    expect(load('x.yaml', `\ufeff${example}`).diagnostics).toEqual([]);
    expect(load('x.json', '\ufeff{"main": ["pass"]}').diagnostics).toEqual([]);
    expect(load('x.py', '\ufeffx = 1\n').diagnostics).toEqual([]);
  });

  test('may be 10 MiB long and no longer, counted in bytes', () => {
    const limit = 10 * 1024 * 1024;
    const codes = (text: string) => load('x.py', text).diagnostics.map(({ code }) => code);
    expect(codes(`#${'a'.repeat(limit - 1)}`)).toEqual([]);
    expect(codes(`#${'a'.repeat(limit)}`)).toEqual(['too-large']);
    expect(codes(`#${'é'.repeat(limit / 2 - 1)}`)).toEqual([]);
    expect(codes(`#${'é'.repeat(limit / 2)}`)).toEqual(['too-large']);
    expect(codes(`#${'😀'.repeat(limit / 4 - 1)}`)).toEqual([]);
    expect(codes(`#${'😀'.repeat(limit / 4)}`)).toEqual(['too-large']);
  });
});

describe('all mistakes are told at once', () => {
  test('of structure, syntax and names, in the order of their places', () => {
    const text = [
      'sead: 1',
      'state: { x: 1 + }',
      'main:',
      '  - foo(1',
      '  - if True:',
      '      - break',
      '  - brr',
    ];
    expect(mistakes('x.yaml', text.join('\n')).map((line) => line.split(' ')[0])).toEqual([
      '1:1',
      '2:16',
      '4:8',
      '6:9',
      '7:5',
    ]);
  });

  test('but a name that the unreadable part may bind is not called unknown', () => {
    const text = 'define:\n  async def work(i:\n    - pass\nmain:\n  - await work(1)\n  - wrk\n';
    const lines = mistakes('x.yaml', text);
    expect(lines.filter((line) => line.includes('not defined'))).toEqual([
      "6:5 name 'wrk' is not defined",
    ]);
  });
});

test('the example scenarios are without errors', () => {
  for (const file of scenarioFiles) {
    const text = readFileSync(`scenarios/${file}`, 'utf8');
    const { diagnostics } = loadScenario(file, text, { environment: languageEnvironment() });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

describe('no text makes the loader throw', () => {
  const seeds = scenarioFiles.map(
    (name) => [name, readFileSync(`scenarios/${name}`, 'utf8')] as const,
  );
  const junk = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'{}[]()\'":,#&*!|>-?% \n\t@`\\=+.0a') }),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );

  test('however a scenario is damaged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), junk), {
          minLength: 1,
          maxLength: 4,
        }),
        ([name, text], edits) => {
          let damaged = text;
          for (const [place, length, inserted] of edits) {
            const at = Math.floor(place * damaged.length);
            damaged = damaged.slice(0, at) + inserted + damaged.slice(at + length);
          }
          const { scenario, diagnostics } = loadScenario(name, damaged, { environment });
          const hasError = diagnostics.some(({ severity }) => severity === 'error');
          expect(scenario === null).toBe(hasError);
          for (const { span } of diagnostics) {
            expect(span.line).toBeGreaterThanOrEqual(1);
            expect(span.column).toBeGreaterThanOrEqual(1);
            expect(span.endLine).toBeGreaterThanOrEqual(span.line);
          }
        },
      ),
      { numRuns: 1500 },
    );
  }, 60_000);
});
