import { describe, expect, test } from 'vitest';
import {
  Cell,
  CLASS_BODY,
  type Code,
  type Frame,
  FUNCTION,
  MODULE,
  type Role,
  type Runtime,
} from '../../../src/lang/machine/frame.ts';
import { boundNames, localOf } from '../../../src/lang/machine/frame-names.ts';

/** What names are read from. */
interface Named extends Pick<Frame, 'role' | 'owner' | 'slots'> {
  readonly code: Pick<Code, 'slotNames'>;
  readonly machine: Pick<Runtime, 'globals' | 'globalNames'>;
}

const machine = { globals: [1, undefined, 3], globalNames: ['one', 'two', 'three'] };

/** A frame with three variables: one bound, one not, one shared with inner functions. */
function frame(role: Role, owner: unknown = null): Frame {
  const cell = new Cell();
  cell.value = 'c';
  const code = { slotNames: ['a', 'b', 'c', ''] };
  const named: Named = { role, owner, code, machine, slots: ['a', undefined, cell, 'x'] };
  return named as Frame;
}

describe('the names of a frame', () => {
  test('are its bound variables, then the bound ones of its module', () => {
    expect(boundNames(frame(FUNCTION))).toEqual(['a', 'c', 'one', 'three']);
    expect(boundNames(frame(MODULE))).toEqual(['one', 'three']);
  });

  test('are in a class body what it has bound', () => {
    const body = { names: new Map([['x', 1]]) };
    expect(boundNames(frame(CLASS_BODY, body))).toEqual(['x', 'one', 'three']);
    expect(localOf(frame(CLASS_BODY, body), 'x')).toBe(1);
  });

  test('lead to the values of its own variables', () => {
    expect(localOf(frame(FUNCTION), 'a')).toBe('a');
    expect(localOf(frame(FUNCTION), 'b')).toBeUndefined();
    expect(localOf(frame(FUNCTION), 'c')).toBe('c');
    expect(localOf(frame(FUNCTION), 'one')).toBeUndefined();
  });
});
