// The names that are bound where a frame stands, and what they are bound to: its own variables
// first, then the module's. For who looks at a frame from outside, as tracebacks do.
// Source: CPython Objects/frameobject.c (frame.f_locals).

import type { ClassBody } from './class-body.ts';
import { Cell, CLASS_BODY, type Frame, MODULE } from './frame.ts';

/** What a frame's own variable is bound to; undefined for a name that it does not bind. */
export function localOf(frame: Frame, name: string): unknown {
  if (frame.role === CLASS_BODY) return (frame.owner as ClassBody).names.get(name);
  const slot = frame.code.slotNames.indexOf(name);
  return slot < 0 ? undefined : valueIn(frame, slot);
}

function valueIn(frame: Frame, slot: number): unknown {
  const value = frame.slots[slot];
  return value instanceof Cell ? value.value : value;
}

/** All names that are bound in the frame or its module. */
export function boundNames(frame: Frame): string[] {
  const { globals, globalNames } = frame.machine;
  const outer = globalNames.filter((_, index) => globals[index] !== undefined);
  return frame.role === MODULE ? outer : [...localNames(frame), ...outer];
}

function localNames(frame: Frame): string[] {
  if (frame.role === CLASS_BODY) return [...(frame.owner as ClassBody).names.keys()];
  const { slotNames } = frame.code;
  return slotNames.filter((name, slot) => name !== '' && valueIn(frame, slot) !== undefined);
}
