// What the parts of the compiler share while one piece of code is compiled: the builder, the scope,
// the blocks around the present place. The parts (expressions, calls, statements …) are modules of
// functions that take a context; what they need of each other goes through its abstract methods, so
// that they do not depend on each other in circles.

import type { Span } from '../../base/span.ts';
import type { Code, Frame, Role } from '../machine/frame.ts';
import { mangle, type Scope, type Scopes, type Variable } from '../scope.ts';
import type {
  ClassDef,
  ElementComprehension,
  Expression,
  FunctionDef,
  Lambda,
  Statement,
} from '../tree.ts';
import type { Builder } from './builder.ts';
import { ASSIGNS, type Effects, HOISTS } from './effects.ts';
import { computed, type Operand, temporary } from './operand.ts';

/** Opens what a star stands before, so that what comes later cannot change it. */
export type Opening = (frame: Frame, value: unknown) => unknown;

/** The module's variables: index by name, shared by all code of a program. */
export class GlobalTable {
  readonly names: string[] = [];
  readonly #indices = new Map<string, number>();

  index(name: string): number {
    const known = this.#indices.get(name);
    if (known !== undefined) return known;
    const index = this.names.length;
    this.names.push(name);
    this.#indices.set(name, index);
    return index;
  }

  find(name: string): number | undefined {
    return this.#indices.get(name);
  }
}

/** What all code of one module shares. */
export interface ModuleContext {
  readonly file: string;
  readonly scopes: Scopes;
  readonly effects: Effects;
  readonly globals: GlobalTable;
  /** Gets the lines that have instructions, each of which tells when it runs; null for none. */
  readonly lines: Set<number> | null;
  /** Whether instructions tell of the shared places that they read and write. */
  readonly tellsAccesses: boolean;
  /** Targets that get what was made of their own earlier value; empty where nothing is told. */
  readonly derivedTargets: ReadonlySet<Expression>;
}

/** Something around the present place that has to be left in order. */
export interface Block {
  /** Emits what leaving it takes, on the way to somewhere outside. */
  leave(span: Span): void;
  readonly loop: LoopLabels | null;
}

export interface LoopLabels {
  /** Emits the jump of `break`; called when the blocks inside have been left. */
  readonly onBreak: (span: Span) => void;
  readonly onContinue: (span: Span) => void;
}

export abstract class Context {
  /** The elements of displays that a loop walks over, and nobody else sees. */
  readonly walked = new Set<readonly Expression[]>();
  /** Durations out of a draw that are still to be compiled. */
  readonly drawn = new Set<Expression>();
  readonly module: ModuleContext;
  readonly builder: Builder;
  readonly role: Role;
  /** The scope of the frame. */
  readonly frameScope: Scope;
  /** The scope of the present place: the frame's, or a comprehension's inside. */
  scope: Scope;
  readonly className: string | null;
  readonly qualname: string;
  readonly isAsync: boolean;
  /** Slots below this one are variables, the others temporaries. */
  readonly variableCount: number;
  blocks: Block[] = [];
  /** Slots of variables that may own a generator. */
  owned: readonly number[] = [];
  /** Names of the functions whose calls are all that is returned. */
  makes: readonly string[] = [];
  readonly #slots: ReadonlyMap<Variable, number>;

  constructor(options: {
    module: ModuleContext;
    builder: Builder;
    role: Role;
    scope: Scope;
    slots: ReadonlyMap<Variable, number>;
    className: string | null;
    qualname: string;
  }) {
    this.module = options.module;
    this.builder = options.builder;
    this.role = options.role;
    this.frameScope = options.scope;
    this.scope = options.scope;
    this.#slots = options.slots;
    this.className = options.className;
    this.qualname = options.qualname;
    this.isAsync = options.scope.isAsync;
    this.variableCount = options.builder.returnSlot;
  }

  abstract expression(node: Expression): Operand;
  /** Computes an expression into a slot. */
  abstract into(node: Expression, slot: number): void;
  abstract statements(body: readonly Statement[]): void;
  abstract functionCode(node: FunctionDef | Lambda | ElementComprehension): Code;
  abstract classCode(node: ClassDef): Code;

  mangle(name: string): string {
    return mangle(this.className, name);
  }

  /** The variable that a name of the text means here. */
  variable(name: string): Variable {
    const mangled = this.mangle(name);
    return this.scope.get(mangled) ?? this.scope.variable(mangled);
  }

  /** The slot of a variable that lives in this frame or is handed to it. */
  slotOf(variable: Variable): number {
    const own = variable.owner.get(variable.name) ?? variable;
    return this.#slots.get(own) as number;
  }

  hoists(node: Expression | null): boolean {
    return this.module.effects.hoists(node, this.scope);
  }

  /**
   * Several expressions, left to right. Where a later one needs instructions, what an earlier one
   * reads is
   * read before these.
   * @param opens what opens the value at an index, for `*x` and `**x`: done when its turn comes.
   */
  operands(nodes: readonly Expression[], opens?: (index: number) => Opening | null): Operand[] {
    const effects = nodes.map((node) => this.module.effects.of(node, this.scope));
    return nodes.map((node, index) => {
      const operand = this.expression(node);
      const later = effects.slice(index + 1).reduce((all, each) => all | each, 0);
      const open = (later & HOISTS) === 0 ? null : (opens?.(index) ?? null);
      if (open !== null) {
        const { evaluate } = operand;
        return this.saved(
          computed((frame) => open(frame, evaluate(frame))),
          node.span,
        );
      }
      return this.settled(operand, node.span, later);
    });
  }

  /** An operand that keeps its value while expressions with the effects `later` are evaluated. */
  settled(operand: Operand, span: Span, later: number): Operand {
    if ((later & HOISTS) === 0 || operand.kind === 'constant') return operand;
    if (operand.kind === 'temporary') return operand;
    const mayMiss = operand.kind === 'local' && operand.mayBeDeleted;
    if (operand.kind === 'local' && (later & ASSIGNS) === 0 && !mayMiss) return operand;
    return this.saved(operand, span);
  }

  /** Puts an operand into a temporary. */
  saved(operand: Operand, span: Span): Operand {
    const slot = this.builder.temporary();
    this.store(operand, slot, span);
    return temporary(slot);
  }

  /** Emits `slot = operand`. */
  store(operand: Operand, slot: number, span: Span): void {
    this.builder.emit(span, (pc) => {
      const next = pc + 1;
      return (frame) => {
        frame.slots[slot] = operand.read(frame);
        return next;
      };
    });
  }

  /** Emits an action that goes on with the next instruction. */
  act(span: Span, action: (frame: Frame) => void): void {
    this.builder.emit(span, (pc) => {
      const next = pc + 1;
      return (frame) => {
        action(frame);
        return next;
      };
    });
  }

  /**
   * Leaves the blocks above `depth`, emits what `finish` does, and comes back to the present place.
   */
  leaveTo(depth: number, span: Span, finish: () => void): void {
    const { blocks, builder } = this;
    const [handler, handling] = [builder.handler, builder.handling];
    while (this.blocks.length > depth) {
      const block = this.blocks[this.blocks.length - 1];
      this.blocks = this.blocks.slice(0, -1);
      block.leave(span);
    }
    finish();
    this.blocks = blocks;
    builder.handler = handler;
    builder.handling = handling;
  }

  /** Compiles with a block around. */
  within(block: Block, compile: () => void): void {
    this.blocks = [...this.blocks, block];
    compile();
    this.blocks = this.blocks.slice(0, -1);
  }
}
