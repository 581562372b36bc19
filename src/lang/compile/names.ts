// Reading, writing and deleting names, by how the scope analysis says they are reached. Source:
// CPython Python/bytecodes.c (LOAD_FAST_CHECK, LOAD_DEREF, LOAD_GLOBAL, LOAD_NAME), 3.14's
// messages.

import { NameError, UnboundLocalError } from '../../asyncio/exceptions.ts';
import type { Span } from '../../base/span.ts';
import type { ClassBody } from '../machine/class-body.ts';
import { type Cell, CLASS_BODY, type Frame } from '../machine/frame.ts';
import { abandonSlots } from '../machine/ownership.ts';
import type { Variable } from '../scope.ts';
import type { Expression } from '../tree.ts';
import { noteCellRead, noteGlobalRead, noteNameWrite } from './access-notes.ts';
import type { Context } from './context.ts';
import { computed, type Evaluate, Operand } from './operand.ts';

/** Writes a value where a name means; `undefined` unbinds it. */
export type Write = (frame: Frame, value: unknown) => void;

function unboundLocal(name: string): UnboundLocalError {
  return new UnboundLocalError(
    `cannot access local variable '${name}' where it is not associated with a value`,
  );
}

function unboundFree(name: string): NameError {
  return nameError(
    name,
    `cannot access free variable '${name}' where it is not associated with a value ` +
      'in enclosing scope',
  );
}

function undefinedName(name: string): NameError {
  return nameError(name, `name '${name}' is not defined`);
}

function nameError(name: string, message: string): NameError {
  const error = new NameError(message);
  error.name = name;
  return error;
}

/** Reads a name. */
export function readName(c: Context, id: string, span: Span): Operand {
  const variable = c.variable(id);
  const { reach, name } = variable;
  if (isClassName(c, variable)) return computed(readClassName(c, variable, span));
  if (reach === 'local') return readLocal(c.slotOf(variable), variable, span);
  if (reach === 'cell' || reach === 'free') {
    const slot = c.slotOf(variable);
    return noteCellRead(c, slot, name, readCell(slot, variable, span));
  }
  const read = readGlobal(c.module.globals.index(name), name, span);
  return computed(noteGlobalRead(c, variable, span, read));
}

/** A name bound in a class body lives in the class's own names. */
function isClassName(c: Context, variable: Variable): boolean {
  return (
    c.role === CLASS_BODY &&
    c.scope.kind === 'class' &&
    variable.name !== '__class__' &&
    variable.reach !== 'free' &&
    variable.declared !== 'global'
  );
}

function readLocal(slot: number, variable: Variable, span: Span): Operand {
  const { name } = variable;
  const isUnbound = variable.isBoundAs('delete') || variable.isBoundAs('except');
  const isSafe = variable.isBoundAs('parameter') && !isUnbound;
  const evaluate: Evaluate = isSafe
    ? (frame) => frame.slots[slot]
    : (frame) => {
        const value = frame.slots[slot];
        if (value !== undefined) return value;
        frame.at = span;
        throw unboundLocal(name);
      };
  return new Operand('local', evaluate, slot, undefined, isUnbound);
}

function readCell(slot: number, variable: Variable, span: Span): Operand {
  const { name, reach } = variable;
  return computed((frame) => {
    const { value } = frame.slots[slot] as Cell;
    if (value !== undefined) return value;
    frame.at = span;
    throw reach === 'free' ? unboundFree(name) : unboundLocal(name);
  });
}

function readGlobal(index: number, name: string, span: Span): Evaluate {
  return (frame) => {
    const { machine } = frame;
    const value = machine.globals[index];
    if (value !== undefined) return value;
    const builtin = machine.builtins[index];
    if (builtin !== undefined) return builtin;
    frame.at = span;
    throw undefinedName(name);
  };
}

function readClassName(c: Context, variable: Variable, span: Span): Evaluate {
  const { name } = variable;
  const fallback = readGlobal(c.module.globals.index(name), name, span);
  return (frame) => {
    const value = (frame.owner as ClassBody).names.get(name);
    return value === undefined ? fallback(frame) : value;
  };
}

/** How to write a name; `target` is the node that says so, where it is an assignment's. */
export function writeName(c: Context, id: string, target: Expression | null = null): Write {
  const variable = c.variable(id);
  const { reach, name } = variable;
  if (isClassName(c, variable)) {
    return (frame, value) => {
      const { names } = frame.owner as ClassBody;
      if (value === undefined) names.delete(name);
      else names.set(name, value);
    };
  }
  if (reach === 'local') {
    const slot = c.slotOf(variable);
    return (frame, value) => {
      frame.slots[slot] = value;
    };
  }
  if (reach === 'cell' || reach === 'free') {
    const slot = c.slotOf(variable);
    const write: Write = (frame, value) => {
      (frame.slots[slot] as Cell).value = value;
    };
    return noteNameWrite(c, variable, slot, write, target);
  }
  const index = c.module.globals.index(name);
  const write: Write = (frame, value) => {
    const { machine } = frame;
    machine.globals[index] = value;
    if (machine.onWrite !== null) machine.onWrite(name, value);
  };
  return noteNameWrite(c, variable, -1, write, target);
}

/** The slot of a name that is a plain local variable; -1 for any other. */
export function localSlot(c: Context, id: string): number {
  const variable = c.variable(id);
  if (variable.reach !== 'local' || isClassName(c, variable)) return -1;
  return c.slotOf(variable);
}

/** `del name`. Throws NameError or UnboundLocalError where it is not bound. */
export function deleteName(c: Context, id: string, span: Span): void {
  const variable = c.variable(id);
  const write = writeName(c, id);
  const { reach, name } = variable;
  const isBound: (frame: Frame) => boolean = boundTest(c, variable);
  const ownedSlot =
    reach === 'local' && c.owned.includes(c.slotOf(variable)) ? c.slotOf(variable) : -1;
  c.act(span, (frame) => {
    frame.at = null;
    if (!isBound(frame)) {
      if (reach === 'free') throw unboundFree(name);
      if ((reach === 'local' || reach === 'cell') && !isClassName(c, variable)) {
        throw unboundLocal(name);
      }
      throw undefinedName(name);
    }
    if (ownedSlot >= 0) abandonSlots([ownedSlot], frame.slots);
    write(frame, undefined);
  });
}

function boundTest(c: Context, variable: Variable): (frame: Frame) => boolean {
  const { name, reach } = variable;
  if (isClassName(c, variable)) return (frame) => (frame.owner as ClassBody).names.has(name);
  if (reach === 'local') {
    const slot = c.slotOf(variable);
    return (frame) => frame.slots[slot] !== undefined;
  }
  if (reach === 'cell' || reach === 'free') {
    const slot = c.slotOf(variable);
    return (frame) => (frame.slots[slot] as Cell).value !== undefined;
  }
  const index = c.module.globals.index(name);
  return (frame) => frame.machine.globals[index] !== undefined;
}
