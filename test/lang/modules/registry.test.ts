import { expect, test } from 'vitest';
import type { Interpreter } from '../../../src/lang/interpreter.ts';
import { PyRandom } from '../../../src/lang/modules/random-generator.ts';
import { modulesFor, moduleTables } from '../../../src/lang/modules/registry.ts';

test('the checker knows the modules that a run has, name by name', () => {
  const modules = modulesFor({ random: new PyRandom(1) } as Interpreter);
  const tables = moduleTables();
  expect([...modules.keys()].sort((a, b) => (a < b ? -1 : 1))).toEqual(
    [...tables.keys()].sort((a, b) => (a < b ? -1 : 1)),
  );
  for (const [name, module] of modules) {
    expect(module.name).toBe(name);
    const names = new Set(module.attributes.keys());
    expect([...(tables.get(name)?.keys() ?? [])].filter((each) => !names.has(each))).toEqual([]);
    expect([...names].filter((each) => !tables.get(name)?.has(each))).toEqual([]);
  }
});

test('each run has its own random module, and shares the others', () => {
  const [one, other] = [1, 2].map((seed) =>
    modulesFor({ random: new PyRandom(seed) } as Interpreter),
  );
  expect(one.get('random')).not.toBe(other.get('random'));
  expect(one.get('asyncio')).toBe(other.get('asyncio'));
});

test('what programs ask of the future is there', () => {
  expect(moduleTables().get('__future__')?.has('annotations')).toBe(true);
});
