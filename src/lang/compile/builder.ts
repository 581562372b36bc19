// Builds the instructions of one piece of code. Labels are resolved before any operation is made,
// so operations hold plain numbers. Each instruction knows where it stands in the source, which
// handler gets its errors and which handler it is part of.

import type { Span } from '../../base/span.ts';
import type { Handler, Handling, Operation } from '../machine/frame.ts';

/** A place in the code that is settled later. */
export class Label {
  pc = -1;
}

/** Makes the operation of the instruction at `pc`, once all labels have their places. */
export type Make = (pc: number) => Operation;

/** A handler being built. */
export interface PendingHandler {
  readonly label: Label;
  readonly slot: number;
}

interface Instruction {
  readonly make: Make;
  readonly span: Span;
  readonly handler: number;
  readonly handling: number;
}

export class Builder {
  readonly #instructions: Instruction[] = [];
  readonly #handlers: PendingHandler[] = [];
  readonly #handlings: Handling[] = [];
  readonly delegating = new Map<number, number>();
  /** Index of the handler that gets errors here, -1 for none. */
  handler = -1;
  /** Index of the handler that the code is part of, -1 for none. */
  handling = -1;
  /** Keeps what a `return` returns while the blocks around it are left. */
  readonly returnSlot: number;
  #next: number;
  #size: number;

  /** @param variables number of slots that variables take. */
  constructor(variables: number) {
    this.returnSlot = variables;
    this.#next = variables + 1;
    this.#size = variables + 1;
  }

  get size(): number {
    return this.#size;
  }

  get pc(): number {
    return this.#instructions.length;
  }

  emit(span: Span, make: Make): void {
    this.#instructions.push({ make, span, handler: this.handler, handling: this.handling });
  }

  place(label: Label): void {
    label.pc = this.#instructions.length;
  }

  jump(span: Span, label: Label): void {
    this.emit(span, () => {
      const to = label.pc;
      return () => to;
    });
  }

  /** A new temporary, kept until `release` of a mark taken before. */
  temporary(): number {
    const slot = this.#next++;
    if (this.#next > this.#size) this.#size = this.#next;
    return slot;
  }

  mark(): number {
    return this.#next;
  }

  release(mark: number): void {
    this.#next = mark;
  }

  /** Registers a handler; to be made current by setting `handler` to what this gives. */
  addHandler(label: Label, slot: number): number {
    this.#handlers.push({ label, slot });
    return this.#handlers.length - 1;
  }

  /** Registers handler code; to be made current by setting `handling` to what this gives. */
  addHandling(slot: number): number {
    this.#handlings.push({ slot, outer: this.handling });
    return this.#handlings.length - 1;
  }

  finish(): {
    operations: Operation[];
    spans: Span[];
    handlerAt: number[];
    handlingAt: number[];
    handlers: Handler[];
    handlings: Handling[];
  } {
    const instructions = this.#instructions;
    return {
      operations: instructions.map(({ make }, pc) => make(pc)),
      spans: instructions.map(({ span }) => span),
      handlerAt: instructions.map(({ handler }) => handler),
      handlingAt: instructions.map(({ handling }) => handling),
      handlers: this.#handlers.map(({ label, slot }) => ({ pc: label.pc, slot })),
      handlings: this.#handlings,
    };
  }
}
