// Operands: what an expression is to the operation that uses it, once no instruction is left to be
// run for it. Most are variables, temporaries and constants, and are read on the spot; a closure is
// called for the rest only. All closures of one kind share V8's feedback, so a call from one into
// another is never inlined: reading without a call is what makes an operation cheap.

import type { Frame } from '../machine/frame.ts';

/** Gives the value of an expression; throws what the expression raises. */
export type Evaluate = (frame: Frame) => unknown;

/** How an operand gets its value, for the choice of a faster operation. */
export type OperandKind = 'constant' | 'local' | 'temporary' | 'expression';

export class Operand {
  readonly kind: OperandKind;
  /** Always right, whatever the kind. */
  readonly evaluate: Evaluate;
  /** Of a local or temporary, else -1. */
  readonly slot: number;
  /** Of a local that some statement unbinds. */
  readonly mayBeDeleted: boolean;
  /** Of a constant, else undefined. */
  readonly value: unknown;

  constructor(
    kind: OperandKind,
    evaluate: Evaluate,
    slot = -1,
    value: unknown = undefined,
    mayBeDeleted = false,
  ) {
    this.kind = kind;
    this.evaluate = evaluate;
    this.slot = slot;
    this.value = value;
    this.mayBeDeleted = mayBeDeleted;
  }

  /** As `evaluate`, without a call where the value is at hand. */
  read(frame: Frame): unknown {
    const { slot } = this;
    // An unbound variable is left to `evaluate`, which raises the error.
    const value = slot >= 0 ? frame.slots[slot] : this.value;
    return value !== undefined ? value : this.evaluate(frame);
  }
}

/** A slot that keeps its value until it is read. */
export function temporary(slot: number): Operand {
  return new Operand('temporary', (frame) => frame.slots[slot], slot);
}

export function constant(value: unknown): Operand {
  return new Operand('constant', () => value, -1, value);
}

export function computed(evaluate: Evaluate): Operand {
  return new Operand('expression', evaluate);
}
