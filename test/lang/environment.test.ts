import { describe, expect, test } from 'vitest';
import { languageEnvironment } from '../../src/lang/environment.ts';
import { moduleTables } from '../../src/lang/modules/registry.ts';

const { builtins, modules, extraNames } = languageEnvironment();

describe('what the checker knows', () => {
  test('built-in functions, classes and constants', () => {
    for (const name of ['print', 'len', 'range', 'ValueError', 'super', '__name__', 'isinstance']) {
      expect(builtins.has(name)).toBe(true);
    }
    for (const name of ['eval', 'exec', 'open', 'compile', '__import__', 'asyncio', 'now']) {
      expect(builtins.has(name)).toBe(false);
    }
    expect(extraNames.size).toBe(0);
  });

  test('the names of every module that programs can import', () => {
    for (const [name, table] of moduleTables()) {
      expect([...(modules.get(name)?.keys() ?? [])]).toEqual([...table.keys()]);
    }
    expect(modules.get('asyncio')?.has('gather')).toBe(true);
    expect(modules.get('asyncio')?.has('open_connection')).toBe(false);
  });

  test('signatures, and those of methods without self', () => {
    const asyncio = modules.get('asyncio');
    expect(asyncio?.get('wait_for')?.signature).toBe('wait_for(fut, timeout)');
    expect(asyncio?.get('Semaphore')?.signature).toBe('Semaphore(value=1)');
    expect(asyncio?.get('FIRST_COMPLETED')?.signature).toBe(undefined);
    expect(modules.get('random')?.get('randint')?.signature).toBe('randint(a, b)');
    for (const table of modules.values()) {
      for (const { signature = '' } of table.values()) expect(signature).not.toMatch(/\(self\b/);
    }
  });
});
