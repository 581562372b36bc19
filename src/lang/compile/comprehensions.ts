// Comprehensions. One that needs no instructions inside runs as a closure; any other as loops of
// instructions in the frame around it, with variables of its own (PEP 709). A generator expression
// is a generator function that is called at once with the iterator of its first `for`.

import { activation } from '../machine/activations.ts';
import { newFrame } from '../machine/calls.ts';
import type { Frame } from '../machine/frame.ts';
import { Cell } from '../machine/frame.ts';
import { PyFunction } from '../machine/function.ts';
import { cursorOf, nextOf } from '../machine/iterating.ts';
import { Dict } from '../objects/dict.ts';
import { STOP } from '../objects/iterator.ts';
import { reserve } from '../objects/limits.ts';
import { PySet } from '../objects/set.ts';
import type { Scope } from '../scope.ts';
import type { Comprehension, DictComp, ElementComprehension, Expression } from '../tree.ts';
import { walkNote } from './access-notes.ts';
import { adoptIterator, adoption, letsGo, mayOwn } from './adopting.ts';
import { allHold, branch, condition } from './branching.ts';
import { Label } from './builder.ts';
import { capturedCells } from './closures.ts';
import type { Context } from './context.ts';
import {
  emitAsyncIterator,
  emitCleanup,
  emitDrop,
  emitIterator,
  emitNext,
  emitNextAsync,
} from './loops.ts';
import { computed, type Evaluate, type Operand, temporary } from './operand.ts';
import { walkedExpression } from './set-displays.ts';
import { pureAssign } from './targets.ts';

type Inlined = ElementComprehension | DictComp;

/** A list, set or dict comprehension. */
export function compileComprehension(c: Context, node: Inlined): Operand {
  const scope = c.module.scopes.of(node);
  if (!c.hoists(node)) return computed(pureComprehension(c, node, scope));
  return hoisted(c, node, scope);
}

/** Adds one element to the result. */
type Add = (frame: Frame, result: unknown) => void;

/** The parts of the element, compiled inside the comprehension's scope. */
function adder(c: Context, node: Inlined): Add {
  if (node.kind === 'DictComp') {
    const [key, value] = c.operands([node.key, node.value]);
    return (frame, result) => {
      const evaluated = key.read(frame);
      (result as Dict).set(evaluated, value.read(frame));
    };
  }
  const element = c.expression(node.element);
  if (node.kind === 'SetComp') {
    return (frame, result) => {
      (result as PySet).add(element.read(frame));
    };
  }
  return (frame, result) => {
    (result as unknown[]).push(element.read(frame));
  };
}

function emptyResult(node: Inlined): (frame: Frame) => unknown {
  if (node.kind === 'DictComp') return (frame) => new Dict(frame.machine);
  if (node.kind === 'SetComp') return (frame) => new PySet(frame.machine, []);
  return () => [];
}

function sizeOf(result: unknown): number {
  return Array.isArray(result) ? result.length : (result as Dict | PySet).size;
}

/** Slots of the comprehension's variables that inner frames capture: each run makes new cells. */
export function freshCells(c: Context, scope: Scope): readonly number[] {
  const slots: number[] = [];
  for (const variable of scope.variables.values()) {
    if (variable.reach === 'cell' && variable.owner === scope) slots.push(c.slotOf(variable));
  }
  return slots;
}

/** Compiles with another scope of the same frame. */
export function inside<T>(c: Context, scope: Scope, compile: () => T): T {
  const outer = c.scope;
  c.scope = scope;
  const result = compile();
  c.scope = outer;
  return result;
}

/** What a comprehension does for each item of one of its iterables. */
type Loop = (frame: Frame, items: unknown, result: unknown) => void;

function pureComprehension(c: Context, node: Inlined, scope: Scope): Evaluate {
  const { iterable } = node.generators[0];
  const first = walkedExpression(c, iterable).evaluate;
  const { span } = iterable;
  const walk = walker(c, iterable);
  const empty = emptyResult(node);
  const cells = freshCells(c, scope);
  const run = inside(c, scope, () => pureLoop(c, node, 0));
  return (frame) => {
    const items = first(frame);
    frame.at = span;
    const cursor = cursorOf(frame.machine, items);
    for (const slot of cells) frame.slots[slot] = new Cell();
    const result = empty(frame);
    if (walk === null) run(frame, cursor, result);
    else walk(frame, items, cursor, () => run(frame, cursor, result));
    return result;
  };
}

function pureLoop(c: Context, node: Inlined, index: number): Loop {
  const clause = node.generators[index];
  const write = pureAssign(c, clause.target);
  const tests = clause.conditions.map((each) => condition(c, each));
  const inner = index + 1 < node.generators.length ? innerLoop(c, node, index + 1) : null;
  const add = inner === null ? adder(c, node) : null;
  return (frame, cursor, result) => {
    const { machine } = frame;
    for (;;) {
      const item = nextOf(cursor);
      if (item === STOP) return;
      write(frame, item);
      if (!allHold(frame, tests)) {
        machine.charge(2);
        continue;
      }
      if (inner !== null) inner(frame, null, result);
      else if (add !== null) {
        add(frame, result);
        machine.charge(4);
        const size = sizeOf(result);
        if (size > machine.limits.collection) reserve(machine, size);
      }
    }
  };
}

function innerLoop(c: Context, node: Inlined, index: number): Loop {
  const { iterable } = node.generators[index];
  const { evaluate } = walkedExpression(c, iterable);
  const walk = walker(c, iterable);
  const loop = pureLoop(c, node, index);
  return (frame, _cursor, result) => {
    const items = evaluate(frame);
    frame.at = iterable.span;
    const cursor = cursorOf(frame.machine, items);
    if (walk === null) loop(frame, cursor, result);
    else walk(frame, items, cursor, () => loop(frame, cursor, result));
  };
}

type Walk = (frame: Frame, items: unknown, cursor: unknown, run: () => void) => void;

/** Walks an iterator that may be a new generator, and lets go of it. Null for any other. */
function walker(c: Context, iterable: Expression): Walk | null {
  if (!mayOwn(c, iterable)) return null;
  const adopt = adoption(c, iterable);
  const letGo = letsGo(iterable);
  return (frame, items, cursor, run) => {
    adopt?.(frame, items);
    adoptIterator(cursor, items);
    try {
      run();
    } finally {
      letGo(cursor);
    }
  };
}

/** As loops of instructions, the result in a temporary. */
function hoisted(c: Context, node: Inlined, scope: Scope): Operand {
  const { builder } = c;
  const cursor = builder.temporary();
  const result = builder.temporary();
  const [first] = node.generators;
  if (first.isAsync) emitAsyncIterator(c, first.iterable, cursor);
  else emitIterator(c, first.iterable, cursor);
  const empty = emptyResult(node);
  const cells = freshCells(c, scope);
  c.act(node.span, (frame) => {
    for (const slot of cells) frame.slots[slot] = new Cell();
    frame.slots[result] = empty(frame);
  });
  inside(c, scope, () => {
    emitLoops(c, node.generators, cursor, () => {
      const add = adder(c, node);
      c.act(node.span, (frame) => {
        frame.at = null;
        const { machine, slots } = frame;
        add(frame, slots[result]);
        const size = sizeOf(slots[result]);
        if (size > machine.limits.collection) reserve(machine, size);
      });
    });
  });
  return temporary(result);
}

/**
 * Emits nested loops; the first one's iterator is in `cursor` already, and is a generator
 * expression's argument where it says so: the frame keeps that to its end.
 */
export function emitLoops(
  c: Context,
  clauses: readonly Comprehension[],
  cursor: number,
  emitElement: () => void,
  isArgument = false,
): void {
  const { builder } = c;
  const [clause, ...others] = clauses;
  const [head, end, cleanup] = [new Label(), new Label(), new Label()];
  const drops = !isArgument && mayOwn(c, clause.iterable);
  const error = drops ? builder.temporary() : -1;
  const outerHandler = builder.handler;
  builder.place(head);
  if (drops) builder.handler = builder.addHandler(cleanup, error);
  if (clause.isAsync) emitNextAsync(c, clause, cursor, end);
  else {
    const start = builder.pc;
    emitNext(c, clause, cursor, { body: null, exit: end, cost: () => end.pc - start });
  }
  for (const condition of clause.conditions) branch(c, condition, true, head);
  if (others.length === 0) {
    emitElement();
  } else {
    const inner = builder.temporary();
    const { isAsync, iterable } = others[0];
    if (isAsync) emitAsyncIterator(c, iterable, inner);
    else emitIterator(c, iterable, inner);
    emitLoops(c, others, inner, emitElement);
  }
  builder.jump(clause.target.span, head);
  builder.handler = outerHandler;
  if (drops) emitCleanup(c, cleanup, clause.iterable, cursor, error);
  builder.place(end);
  if (drops) emitDrop(c, clause.iterable, cursor, clause.iterable.span);
}

/** A generator expression: a generator whose first slot holds the iterator. */
export function generatorExpression(c: Context, node: ElementComprehension): Operand {
  const [first] = node.generators;
  const { evaluate } = walkedExpression(c, first.iterable);
  const code = c.functionCode(node);
  const cells = capturedCells(c, c.module.scopes.of(node));
  const { span } = first.iterable;
  const { isAsync } = first;
  const note = walkNote(c);
  return computed((frame) => {
    const value = evaluate(frame);
    frame.at = span;
    const { machine } = frame;
    const fn = new PyFunction(code, machine, cells(frame), [], null);
    const slots = code.template.slice();
    slots[0] = isAsync ? value : cursorOf(machine, value);
    note?.(frame, slots[0], value);
    return activation(newFrame(fn, slots, machine), fn);
  });
}
