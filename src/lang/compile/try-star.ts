// `except*`: every clause takes its part of the group; what the clauses raise and what none of them
// takes is raised together in the end. Source: CPython Python/codegen.c (codegen_try_star_except),
// PEP 654.

import type { BaseException } from '../../asyncio/exceptions.ts';
import type { Span } from '../../base/span.ts';
import { release } from '../machine/ownership.ts';
import { combineStar, splitStar } from '../machine/raising.ts';
import { handledBy } from '../machine/unwind.ts';
import type { ExceptHandler, Expression, Try } from '../tree.ts';
import { Label } from './builder.ts';
import type { Block, Context } from './context.ts';
import { writeName } from './names.ts';
import { type Evaluate, temporary } from './operand.ts';
import { assign } from './targets.ts';

interface Slots {
  /** What was caught. */
  readonly error: number;
  /** What no clause has taken yet; null for nothing. */
  readonly rest: number;
  /** A list of what the clauses raised. */
  readonly raised: number;
  /** What the present clause has taken. */
  readonly taken: number;
  /** What is being handled: what was caught, then what the last clause has taken. */
  readonly handled: number;
}

export function compileTryStar(c: Context, node: Try): void {
  const { builder } = c;
  const slots: Slots = {
    error: builder.temporary(),
    rest: builder.temporary(),
    raised: builder.temporary(),
    taken: builder.temporary(),
    handled: builder.temporary(),
  };
  const [caught, end] = [new Label(), new Label()];
  const [handler, handling] = [builder.handler, builder.handling];
  builder.handler = builder.addHandler(caught, slots.error);
  const block: Block = {
    loop: null,
    leave: () => {
      builder.handler = handler;
      builder.handling = handling;
    },
  };
  c.within(block, () => c.statements(node.body));
  builder.handler = handler;
  c.statements(node.orelse);
  builder.jump(node.span, end);
  builder.place(caught);
  builder.handling = builder.addHandling(slots.handled);
  c.act(node.span, (frame) => {
    frame.slots[slots.rest] = frame.slots[slots.error];
    frame.slots[slots.handled] = frame.slots[slots.error];
    frame.slots[slots.raised] = [];
  });
  for (const each of node.handlers) compileClause(c, each, slots);
  emitCombine(c, node.span, slots, end);
  builder.handling = handling;
  builder.place(end);
}

function emitCombine(c: Context, span: Span, slots: Slots, end: Label): void {
  c.builder.emit(span, () => {
    const out = end.pc;
    return (frame) => {
      const raised = frame.slots[slots.raised] as unknown[];
      const rest = frame.slots[slots.rest];
      const original = frame.slots[slots.error] as BaseException;
      const error = combineStar(frame.machine, original, [...raised, rest]);
      if (error === null) {
        // All of it was taken: it goes, and what its traceback kept goes with it.
        for (const slot of [slots.error, slots.rest, slots.taken, slots.handled])
          frame.slots[slot] = null;
        release(original, handledBy(frame));
        return out;
      }
      frame.machine.raised = error;
      frame.machine.isReraising = error.traceback !== null;
      throw error;
    };
  });
}

function compileClause(c: Context, node: ExceptHandler, slots: Slots): void {
  const { builder } = c;
  const [next, failed] = [new Label(), new Label()];
  emitSplit(c, node.type as Expression, slots, next);
  const outer = builder.handler;
  const outerHandling = builder.handling;
  const inner = builder.temporary();
  builder.handler = builder.addHandler(failed, inner);
  builder.handling = builder.addHandling(slots.taken);
  const unbind = node.name === null ? null : writeName(c, node.name);
  if (node.name !== null) {
    const target = { kind: 'Name', id: node.name, span: node.span } as const;
    assign(c, target, temporary(slots.taken), node.span);
  }
  c.statements(node.body);
  builder.handler = outer;
  builder.handling = outerHandling;
  if (unbind !== null) c.act(node.span, (frame) => unbind(frame, undefined));
  builder.jump(node.span, next);
  builder.place(failed);
  c.act(node.span, (frame) => {
    if (unbind !== null) unbind(frame, undefined);
    (frame.slots[slots.raised] as unknown[]).push(frame.slots[inner]);
  });
  builder.place(next);
}

function emitSplit(c: Context, type: Expression, slots: Slots, next: Label): void {
  const skip = (evaluate: Evaluate): void => {
    c.builder.emit(type.span, (pc) => {
      const [here, other] = [pc + 1, next.pc];
      return (frame) => {
        const rest = frame.slots[slots.rest] as BaseException | null;
        const wanted = evaluate(frame);
        frame.at = null;
        const [taken, left] = splitStar(frame.machine, rest, wanted);
        frame.slots[slots.taken] = taken;
        frame.slots[slots.rest] = left;
        if (taken === null) return other;
        frame.slots[slots.handled] = taken;
        return here;
      };
    });
  };
  skip(c.expression(type).evaluate);
}
