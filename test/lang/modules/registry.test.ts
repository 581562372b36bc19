import { expect, test } from 'vitest';
import { PyRandom } from '../../../src/lang/modules/random-generator.ts';
import { modulesFor, moduleTables } from '../../../src/lang/modules/registry.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';

test('the checker knows the modules that a run has, name by name', () => {
  const modules = modulesFor(plainInterpreter());
  const tables = moduleTables();
  expect(tables.size).toBeGreaterThan(30);
  for (const [name, table] of tables) {
    expect(modules.has(name)).toBe(true);
    const module = modules.get(name);
    expect(module?.name).toBe(name);
    const names = new Set(module?.attributes.keys());
    expect([...table.keys()].filter((each) => !names.has(each))).toEqual([]);
    expect([...names].filter((each) => !table.has(each))).toEqual([]);
  }
  expect([modules.has('nothing'), modules.get('nothing')]).toEqual([false, undefined]);
});

test('what belongs to one run is made when it asks for it, once', () => {
  const modules = modulesFor(plainInterpreter({ argv: ['a.py'] }));
  expect([modules.isMade('asyncio'), modules.isMade('sys')]).toEqual([true, false]);
  const sys = modules.get('sys');
  expect(sys?.attributes.get('argv')).toEqual(['a.py']);
  expect(modules.get('sys')).toBe(sys);
  expect(modules.isMade('sys')).toBe(true);
});

test('each run has its own random module, and shares the others', () => {
  const [one, other] = [1, 2].map((seed) =>
    modulesFor(plainInterpreter({ random: new PyRandom(seed) })),
  );
  expect(one.get('random')).not.toBe(other.get('random'));
  expect(one.get('asyncio')).toBe(other.get('asyncio'));
});

test('what programs ask of the future is there', () => {
  expect(moduleTables().get('__future__')?.has('annotations')).toBe(true);
});
