// Code that tells what it reads and writes of the places that tasks may share, for whoever looks
// for orders of steps that matter. As with lines, only code that is compiled for it tells; in all
// other code each of these functions gives back what it was given, or null.

import type { Span } from '../../base/span.ts';
import type { Cell, Frame, Operation } from '../machine/frame.ts';
import type { Variable } from '../scope.ts';
import type { Expression } from '../tree.ts';
import type { Context } from './context.ts';
import { computed, type Evaluate, type Operand } from './operand.ts';

/** Tells of an item or an attribute; null where nobody is told. */
export type KeyNote = ((frame: Frame, object: unknown, key: unknown) => void) | null;

/** Tells of a call; null where nobody is told. */
export type CallNote =
  | ((
      frame: Frame,
      callee: unknown,
      args: readonly unknown[],
      keywords: ReadonlyMap<string, unknown> | null,
    ) => void)
  | null;

type Write = (frame: Frame, value: unknown) => void;

/** Expressions that may give a container which others have, too. */
const GIVING: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  ...(['Name', 'Attribute', 'Subscript', 'Call', 'Await', 'Yield', 'YieldFrom'] as const),
]);

/** Those of them that give what was there before. */
const HOLDING: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  ...(['Name', 'Attribute', 'Subscript'] as const),
]);

/** An operand that tells what it gives. */
export function noteUse(c: Context, node: Expression, operand: Operand): Operand {
  if (!c.module.tellsAccesses || !GIVING.has(node.kind)) return operand;
  const { span } = node;
  const isHeld = HOLDING.has(node.kind);
  return computed((frame) => {
    const value = operand.read(frame);
    frame.machine.accesses?.used(value, span, isHeld);
    return value;
  });
}

/** The old value of an operation in place, which tells that it is changed. */
export function noteChange(c: Context, node: Expression, operand: Operand): Operand {
  if (!c.module.tellsAccesses) return operand;
  const { span } = node;
  return computed((frame) => {
    const value = operand.read(frame);
    frame.machine.accesses?.changed(value, span);
    return value;
  });
}

/** Reads a variable of the module that is not only defined. */
export function noteGlobalRead(
  c: Context,
  variable: Variable,
  span: Span,
  read: Evaluate,
): Evaluate {
  if (!c.module.tellsAccesses || isDefinition(c, variable)) return read;
  const { name } = variable;
  return (frame) => {
    frame.machine.accesses?.variable(name, false, span);
    return read(frame);
  };
}

export function noteCellRead(c: Context, slot: number, name: string, read: Operand): Operand {
  if (!c.module.tellsAccesses) return read;
  return computed((frame) => {
    const span = frame.code.spans[frame.pc];
    frame.machine.accesses?.cell(frame.slots[slot] as Cell, name, false, span);
    return read.read(frame);
  });
}

/** Writes a variable of the module, or of a closure where `slot` is not -1. */
export function noteNameWrite(
  c: Context,
  variable: Variable,
  slot: number,
  write: Write,
  target: Expression | null,
): Write {
  if (!c.module.tellsAccesses || (slot < 0 && isDefinition(c, variable))) return write;
  const { name } = variable;
  const isDerived = isDerivedWrite(c, target);
  return (frame, value) => {
    const { accesses } = frame.machine;
    const span = frame.code.spans[frame.pc];
    if (slot < 0) accesses?.variable(name, true, span, isDerived);
    else accesses?.cell(frame.slots[slot] as Cell, name, true, span, isDerived);
    write(frame, value);
  };
}

/** Whether a name of the module is bound by `def`, `class` and `import` alone, or not at all. */
function isDefinition(c: Context, variable: Variable): boolean {
  const bindings = c.module.scopes.module.get(variable.name)?.bindings ?? [];
  return (
    variable.declared !== 'global' &&
    bindings.every(({ kind }) => kind === 'function' || kind === 'class' || kind === 'import')
  );
}

export function itemNote(c: Context, node: Expression, isWrite: boolean): KeyNote {
  if (!c.module.tellsAccesses) return null;
  const { span } = node;
  const isDerived = isWrite && isDerivedWrite(c, node);
  return (frame, object, key) => {
    frame.machine.accesses?.item(object, key, isWrite, span, isDerived);
  };
}

export function attributeNote(c: Context, node: Expression, isWrite: boolean): KeyNote {
  if (!c.module.tellsAccesses) return null;
  const { span } = node;
  const isDerived = isWrite && isDerivedWrite(c, node);
  return (frame, object, name) => {
    frame.machine.accesses?.attribute(object, name as string, isWrite, span, isDerived);
  };
}

export function callNote(c: Context, node: Expression): CallNote {
  if (!c.module.tellsAccesses) return null;
  const { span } = node;
  return (frame, callee, args, keywords) => {
    frame.machine.accesses?.called(callee, args, keywords, span);
  };
}

/** The note of a loop's iterator: at the start, with what is walked over, and at each item. */
export function walkNote(
  c: Context,
): ((frame: Frame, iterator: unknown, value: unknown) => void) | null {
  if (!c.module.tellsAccesses) return null;
  return (frame, iterator, value) => frame.machine.accesses?.walks(iterator, value);
}

/** Takes the next item from the iterator in `cursor`. */
export function noteStep(c: Context, cursor: number, span: Span, step: Operation): Operation {
  if (!c.module.tellsAccesses) return step;
  return (frame) => {
    frame.machine.accesses?.stepped(frame.slots[cursor], span);
    return step(frame);
  };
}

function isDerivedWrite(c: Context, target: Expression | null): boolean {
  return target !== null && c.module.derivedTargets.has(target);
}
