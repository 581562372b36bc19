import { describe, expect, test } from 'vitest';
import { Coroutine } from '../../../../src/asyncio/coroutines.ts';
import {
  awaitable,
  optionalSeconds,
  seconds,
} from '../../../../src/lang/modules/asyncio/arguments.ts';
import { Float } from '../../../../src/lang/values.ts';
import { printed } from '../../../simulated.ts';
import { run } from '../../machine/python.ts';
import { expectRecorded } from './recorded.ts';

describe('arguments', () => {
  test('are taken and refused as CPython does', () => expectRecorded('arguments'));

  test('seconds are ints, floats and bools', () => {
    expect(seconds(3)).toBe(3);
    expect(seconds(new Float(0.5))).toBe(0.5);
    expect(seconds(true)).toBe(1);
    expect(seconds(10n)).toBe(10);
    expect(() => seconds('1')).toThrow();
    expect(optionalSeconds(null)).toBe(null);
    expect(optionalSeconds(2)).toBe(2);
  });

  test('awaitables are coroutines, futures and what has an __await__', () => {
    const { machine } = run('');
    expect(() => awaitable(machine, 3)).toThrow();
    const sleeping = machine.call(
      machine.objects.getAttribute(machine, machine.modules.get('asyncio'), 'sleep'),
      [1],
    );
    expect(sleeping).toBeInstanceOf(Coroutine);
    expect(awaitable(machine, sleeping)).toBe(sleeping);
  });

  test('asyncio.run refuses what cannot be awaited, in the words of 3.14', () => {
    const text = 'import asyncio\ntry:\n    asyncio.run(3)\nexcept TypeError as e:\n    print(e)\n';
    expect(printed(text)).toBe('An asyncio.Future, a coroutine or an awaitable is required\n');
  });
});
