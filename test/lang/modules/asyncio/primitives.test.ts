import { describe, expect, test } from 'vitest';
import * as primitives from '../../../../src/lang/modules/asyncio/primitives.ts';
import { PyClass } from '../../../../src/lang/values.ts';
import { expectRecorded, namesUsed } from './recorded.ts';

describe('locks, events, conditions, semaphores, queues, timeouts and groups', () => {
  test('print what CPython prints', () => expectRecorded('primitives'));

  test('have all their methods called there', () => {
    const used = new Set([...namesUsed('primitives'), ...namesUsed('derived')]);
    const classes = Object.values(primitives).filter((each) => each instanceof PyClass);
    expect(classes.length).toBeGreaterThan(9);
    for (const each of classes) {
      const own = [...each.attributes.keys()].filter((name) => !name.startsWith('__'));
      expect([each.name, own.filter((name) => !used.has(name))]).toEqual([each.name, []]);
    }
  });
});
