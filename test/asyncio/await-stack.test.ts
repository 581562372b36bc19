// The chain of coroutines that await each other.
import { describe, expect, test } from 'vitest';
import { adoptOn, positionOf, pushOn, stackOf } from '../../src/asyncio/await-stack.ts';
import type { Coroutine } from '../../src/asyncio/coroutines.ts';
import type { Position } from '../../src/base/span.ts';
import * as sim from '../../src/index.ts';
import { type Body, show } from './observe.ts';

const idle = sim.coroutine(function* (): Body<void> {}, 'idle');

function stack(...coroutines: Coroutine[]): Coroutine {
  let top = coroutines[0];
  for (const each of coroutines.slice(1)) {
    expect(pushOn(top, each, 1000)).toBe(null);
    top = each;
  }
  return top;
}

function standing(position: Position | null): Coroutine {
  return Object.defineProperty(idle(), 'position', { value: position });
}

describe('an await stack', () => {
  test('is told outermost first, with the depth of each', () => {
    const [a, b, c] = [idle(), idle(), idle()];
    expect(stackOf(stack(a, b, c))).toEqual([a, b, c]);
    expect([a, b, c].map(({ depth }) => depth)).toEqual([0, 1, 2]);
    expect(stackOf(a)).toEqual([a]);
  });

  test('stands where its innermost coroutine with a source stands', () => {
    const at = { line: 3, column: 5 };
    expect(positionOf(stack(standing({ line: 1, column: 1 }), standing(at), idle()))).toBe(at);
    expect(positionOf(idle())).toBe(null);
  });

  test('takes no coroutine twice', () => {
    const [outer, inner] = [idle(), idle()];
    const top = stack(outer, inner);
    expect(show(pushOn(top, inner, 1000))).toBe(
      "RuntimeError('coroutine is being awaited already')",
    );
    inner.close();
    expect(show(pushOn(outer, inner, 1000))).toBe(
      "RuntimeError('cannot reuse already awaited coroutine')",
    );
  });

  test('ends at the limit', () => {
    const top = stack(idle(), idle());
    expect(show(pushOn(top, idle(), 2))).toBe("RecursionError('maximum recursion depth exceeded')");
    expect(pushOn(top, idle(), 3)).toBe(null);
  });

  test('takes over a coroutine that was begun already, and what it waits for', () => {
    const [outer, begun] = [idle(), idle()];
    begun.handedOver = true;
    begun.payload = 'awaited';
    expect(adoptOn(outer, begun)).toBe('awaited');
    expect([begun.handedOver, begun.caller, begun.depth]).toEqual([false, outer, 1]);
  });
});
