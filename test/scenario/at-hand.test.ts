import { expect, test } from 'vitest';
import { scenarioEnvironment } from '../../src/scenario/at-hand.ts';
import { environment } from './environment.ts';

const { atHand, builtins } = scenarioEnvironment(environment);

test('the four modules stand in a scenario without import', () => {
  for (const module of ['asyncio', 'random', 'math', 'time']) {
    expect(atHand?.get(module)).toEqual({ module, member: null });
  }
  expect(atHand?.has('sys')).toBe(false);
});

test("so do asyncio's names, but for those that are built-ins", () => {
  expect(atHand?.get('sleep')).toEqual({ module: 'asyncio', member: 'sleep' });
  expect(environment.modules.get('asyncio')?.has('TimeoutError')).toBe(true);
  expect(atHand?.has('TimeoutError')).toBe(false);
});

test("the simulator's words are there, unless the environment has its own", () => {
  expect(['now', 'log', 'block'].every((word) => builtins.has(word))).toBe(true);
  const own = { ...environment, builtins: new Map([['now', { signature: 'now(unit)' }]]) };
  expect(scenarioEnvironment(own).builtins.get('now')).toEqual({ signature: 'now(unit)' });
});
