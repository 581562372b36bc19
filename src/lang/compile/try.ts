// `try`. A `finally` is compiled once; whoever enters it leaves behind how to go on: fall through,
// raise again, or one of the jumps (`return`, `break`, `continue`) that lead out of the statement.
// Source: CPython Python/codegen.c (codegen_try_except, codegen_try_finally).

import type { Span } from '../../base/span.ts';
import type { Frame } from '../machine/frame.ts';
import { release } from '../machine/ownership.ts';
import { handlerMatches } from '../machine/raising.ts';
import { handledBy } from '../machine/unwind.ts';
import type { ExceptHandler, Expression, Statement, Try } from '../tree.ts';
import { Label } from './builder.ts';
import type { Block, Context } from './context.ts';
import { writeName } from './names.ts';
import { temporary } from './operand.ts';
import { keepsName } from './owned-names.ts';
import { assign } from './targets.ts';
import { compileTryStar } from './try-star.ts';

export function compileTry(c: Context, node: Try): void {
  if (node.finalbody.length === 0) {
    compileExcept(c, node);
    return;
  }
  compileFinally(
    c,
    node,
    () => compileExcept(c, node),
    () => c.statements(node.finalbody),
  );
}

/** How a `finally` block goes on: fall through. */
const THROUGH = -1;
/** … or raise the error that is in its slot. */
const RAISE = -2;

/** Compiles `body` with `final` to be run whatever happens. */
export function compileFinally(
  c: Context,
  node: { readonly span: Span },
  body: () => void,
  final: () => void,
): void {
  const { builder } = c;
  const { span } = node;
  const reason = builder.temporary();
  const error = builder.temporary();
  const [entry, caught, end] = [new Label(), new Label(), new Label()];
  const exits: Label[] = [];
  const [handler, handling] = [builder.handler, builder.handling];
  const enter = (how: number, at: Span): void => {
    c.act(at, (frame) => {
      frame.slots[reason] = how;
      frame.slots[error] = undefined;
    });
    builder.jump(at, entry);
  };
  const block: Block = {
    loop: null,
    leave: (at) => {
      builder.handler = handler;
      builder.handling = handling;
      const goOn = new Label();
      enter(exits.push(goOn) - 1, at);
      builder.place(goOn);
    },
  };
  builder.handler = builder.addHandler(caught, error);
  c.within(block, body);
  builder.handler = handler;
  enter(THROUGH, span);
  builder.place(caught);
  c.act(span, (frame) => {
    frame.slots[reason] = RAISE;
  });
  builder.place(entry);
  builder.handling = builder.addHandling(error);
  c.within(releasing(c, error, { handler, handling, end }), final);
  emitGoOn(c, span, { reason, error, exits, end });
  builder.handling = handling;
  builder.place(end);
}

interface FinallySlots {
  readonly reason: number;
  readonly error: number;
  readonly exits: readonly Label[];
  readonly end: Label;
}

function emitGoOn(c: Context, span: Span, { reason, error, exits, end }: FinallySlots): void {
  c.builder.emit(span, () => {
    const targets = exits.map((label) => label.pc);
    const through = end.pc;
    return (frame) => {
      const how = frame.slots[reason] as number;
      if (how === THROUGH) return through;
      if (how >= 0) return targets[how];
      raiseAgain(frame, frame.slots[error]);
    };
  });
}

/** Raises an error once more: neither its context nor its traceback changes in this frame. */
export function raiseAgain(frame: Frame, error: unknown): never {
  frame.machine.isReraising = true;
  frame.machine.raised = error;
  throw error;
}

function compileExcept(c: Context, node: Try): void {
  if (node.handlers.length === 0) {
    c.statements(node.body);
    c.statements(node.orelse);
    return;
  }
  if (node.isStar) {
    compileTryStar(c, node);
    return;
  }
  const { builder } = c;
  const error = builder.temporary();
  const [caught, end] = [new Label(), new Label()];
  const [handler, handling] = [builder.handler, builder.handling];
  builder.handler = builder.addHandler(caught, error);
  c.within(restoring(c, handler, handling), () => c.statements(node.body));
  builder.handler = handler;
  c.statements(node.orelse);
  builder.jump(node.span, end);
  builder.place(caught);
  builder.handling = builder.addHandling(error);
  for (const each of node.handlers) compileHandler(c, each, error, { handler, handling, end });
  c.builder.emit(node.span, () => (frame) => raiseAgain(frame, frame.slots[error]));
  builder.handling = handling;
  builder.place(end);
}

/** A block that is left by nothing but going back to what handles errors outside of it. */
export function restoring(c: Context, handler: number, handling: number): Block {
  return {
    loop: null,
    leave: () => {
      c.builder.handler = handler;
      c.builder.handling = handling;
    },
  };
}

interface Around {
  readonly handler: number;
  readonly handling: number;
  readonly end: Label;
}

function compileHandler(c: Context, node: ExceptHandler, error: number, around: Around): void {
  const { builder } = c;
  const next = new Label();
  if (node.type !== null) emitMatch(c, node.type, error, next);
  const mine = builder.handling;
  const body = (): void => handlerBody(c, node.name, node.body, error, node.span, around);
  if (c.module.scopes.hasGenerators && !keepsName(node)) {
    const block = releasing(c, error, around);
    c.within(block, body);
    block.leave(node.span);
  } else body();
  builder.handling = around.handling;
  builder.jump(node.span, around.end);
  builder.handling = mine;
  builder.place(next);
}

/** The exception goes when its handler is left, and what its traceback kept goes with it. */
function releasing(c: Context, error: number, around: Around): Block {
  return {
    loop: null,
    leave: (span) => {
      c.builder.handler = around.handler;
      c.builder.handling = around.handling;
      c.act(span, (frame) => {
        const handled = frame.slots[error];
        frame.slots[error] = null;
        release(handled, handledBy(frame));
      });
    },
  };
}

/** Emits: go on if the error is of this type, else to `next`. */
function emitMatch(c: Context, type: Expression, error: number, next: Label): void {
  const { evaluate } = c.expression(type);
  c.builder.emit(type.span, (pc) => {
    const [here, other] = [pc + 1, next.pc];
    return (frame) => {
      const wanted = evaluate(frame);
      frame.at = null;
      return handlerMatches(frame.slots[error], wanted) ? here : other;
    };
  });
}

/** The body of a handler; its name is unbound whichever way the body is left. */
export function handlerBody(
  c: Context,
  name: string | null,
  body: readonly Statement[],
  error: number,
  span: Span,
  around: { readonly handler: number; readonly handling: number },
): void {
  const { builder } = c;
  if (name === null) {
    c.within(restoring(c, around.handler, around.handling), () => c.statements(body));
    return;
  }
  const unbind = writeName(c, name);
  const nameNode = { kind: 'Name', id: name, span } as const;
  assign(c, nameNode, temporary(error), span);
  const inner = builder.temporary();
  const cleanup = new Label();
  const end = new Label();
  const emitUnbind = (at: Span): void => c.act(at, (frame) => unbind(frame, undefined));
  const handling = builder.handling;
  builder.handler = builder.addHandler(cleanup, inner);
  const block: Block = {
    loop: null,
    leave: (at) => {
      builder.handler = around.handler;
      builder.handling = around.handling;
      emitUnbind(at);
    },
  };
  c.within(block, () => c.statements(body));
  builder.handler = around.handler;
  emitUnbind(span);
  builder.jump(span, end);
  builder.place(cleanup);
  emitUnbind(span);
  builder.emit(span, () => (frame) => raiseAgain(frame, frame.slots[inner]));
  builder.handling = handling;
  builder.place(end);
}
