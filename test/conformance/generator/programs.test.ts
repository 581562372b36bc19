// What the generated programs promise: each is Python that loads here without an error, is the same
// tree when its text is read again, and comes to an end within few iterations.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageEnvironment } from '../../../src/lang/environment.ts';
import { printModule } from '../../../src/lang/print.ts';
import type { Module } from '../../../src/lang/tree.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { DEFAULT_LIMITS } from '../../../src/simulate.ts';
import { simulate } from '../../simulated.ts';
import { programArbitrary, THEMES } from './programs.ts';

const COUNT = 40;
const SEED = 14;
const drawn = (theme: string): Module[] =>
  fc.sample(programArbitrary(theme), { numRuns: COUNT, seed: SEED });

function errorsOf(text: string): string[] {
  const { diagnostics } = loadScenario('p.py', text, { environment: languageEnvironment() });
  const wrong = diagnostics.filter(({ severity }) => severity === 'error');
  return wrong.map(({ span, message }) => `${span.line}: ${message}`);
}

/** A tree without its places. */
function bare(module: Module): string {
  const isPlace = (key: string): boolean => key === 'span' || key === 'nameSpan';
  return JSON.stringify(module, (key, value) => (isPlace(key) ? undefined : value));
}

/** The statements of a program, those inside of others included. */
function size(module: Module): number {
  return printModule(module)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}

describe.each(THEMES)(`40 programs of %s, seed ${SEED}`, (theme) => {
  test('load without an error', () => {
    expect(drawn(theme).flatMap((module) => errorsOf(printModule(module)))).toEqual([]);
  });

  test('are the same trees when their texts are read', () => {
    for (const module of drawn(theme)) {
      const { scenario } = loadScenario('p.py', printModule(module), {
        environment: languageEnvironment(),
      });
      expect(bare(scenario!.module)).toBe(bare(module));
    }
  });

  test('end or deadlock within 5,000 handles and print something', () => {
    const limits = { ...DEFAULT_LIMITS, steps: 5000 };
    const outcomes = drawn(theme).map((module) => {
      const { outcome, stdout } = simulate(printModule(module), { limits, ties: 'heapq' });
      return { end: outcome.end, printed: stdout !== '' };
    });
    expect(outcomes.map(({ end }) => end)).not.toContain('limit');
    expect(outcomes.filter(({ printed }) => printed).length).toBeGreaterThan(COUNT * 0.8);
  });

  test('are the same for the same seed', () => {
    expect(drawn(theme).map(printModule)).toEqual(drawn(theme).map(printModule));
  });
});

test('a program shrinks to few lines', () => {
  const found = fc.check(
    fc.property(programArbitrary('locks'), (module) => !printModule(module).includes('.acquire()')),
    { seed: SEED, numRuns: 100 },
  );
  expect(found.failed).toBe(true);
  expect(size(found.counterexample![0])).toBeLessThan(40);
});

test('a theme that is none is refused', () => {
  expect(() => programArbitrary('unknown')).toThrow('no theme unknown: tasks, sleeps,');
});
