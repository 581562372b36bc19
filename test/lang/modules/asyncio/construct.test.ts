import { describe, expect, test } from 'vitest';
import { simulate } from '../../../simulated.ts';
import { expectRecorded } from './recorded.ts';

describe('calling a class of asyncio', () => {
  test('binds its arguments as CPython’s __init__ does', () => expectRecorded('construct'));

  test('that a program derives from is refused with a reason', () => {
    const text = 'import asyncio\nbase = asyncio.Barrier\nclass Mine(base):\n    pass\nMine(2)\n';
    expect(simulate(text).outcome.errorText).toBe(
      'NotImplementedError: a class derived from asyncio.Barrier is not supported: hold one instead',
    );
  });
});
