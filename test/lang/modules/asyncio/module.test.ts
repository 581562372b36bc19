import { describe, expect, test } from 'vitest';
import { asyncioModule } from '../../../../src/lang/modules/asyncio/module.ts';
import { expectRecorded } from './recorded.ts';

describe('module asyncio', () => {
  test('is imported in every way, and says what it lacks', () => expectRecorded('module'));

  test('names nothing twice and everything under its own name', () => {
    for (const [name, value] of asyncioModule.attributes) {
      const own = (value as { readonly name?: unknown }).name;
      const isOther = name.endsWith('Loop') || name === 'eager_task_factory';
      if (typeof own === 'string' && !isOther) expect(own).toBe(name);
    }
    expect(asyncioModule.attributes.size).toBeGreaterThan(40);
  });
});
