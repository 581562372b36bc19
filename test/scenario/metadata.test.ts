import { expect, test } from 'vitest';
import { limitNames } from '../../src/scenario/metadata.ts';
import { load, mistakes } from './environment.ts';

const withLimits = (text: string) => load('x.yaml', `main: [pass]\nlimits: ${text}\n`);

test('every limit may be set, the time as a duration', () => {
  const all = limitNames.map((name) => `${name}: ${name === 'time' ? '2m' : 7}`).join(', ');
  const { scenario, diagnostics } = withLimits(`{ ${all} }`);
  expect(diagnostics).toEqual([]);
  expect(Object.fromEntries(scenario!.limits)).toEqual({
    time: 120,
    steps: 7,
    'instant-steps': 7,
    operations: 7,
    tasks: 7,
    recursion: 7,
    output: 7,
    trace: 7,
    collection: 7,
    digits: 7,
  });
});

test('a limit is at least one', () => {
  expect(mistakes('x.yaml', 'main: [pass]\nlimits: { steps: 0, time: 0 }\n')).toEqual([
    '2:18 expected a whole number from 1 up, found the number 0',
    '2:27 expected a duration such as 90s, 5m, 1h or a number of seconds, found the number 0',
  ]);
});

test('exploring may vary what CPython leaves open', () => {
  const kinds = ['timing', 'ties', 'sets', 'data', 'cancel', 'ready-order'];
  const text = `main: [pass]\nexplore: { vary: [${kinds.join(', ')}], runs: 5 }\n`;
  expect(load('x.yaml', text).scenario?.explore).toEqual({ vary: kinds, runs: 5 });
  expect(mistakes('x.yaml', 'main: [pass]\nexplore: { vary: all, run: 5 }\n')).toEqual([
    "2:18 expected a list of choice kinds, found the text 'all'",
    "2:23 unknown key 'run' in explore (did you mean 'runs'?)",
  ]);
});
