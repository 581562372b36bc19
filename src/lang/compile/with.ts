// `with` and `async with`: `__exit__` is found before `__enter__` runs, and runs whichever way the
// body is left. Source: CPython Python/codegen.c (codegen_with_inner, codegen_async_with_inner),
// 3.14's messages.

import { BaseException, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Span } from '../../base/span.ts';
import { callValue } from '../machine/calls.ts';
import type { Frame } from '../machine/frame.ts';
import { bindAttribute } from '../objects/descriptors.ts';
import { Traceback } from '../objects/exception-methods.ts';
import { qualified } from '../objects/repr.ts';
import { truthy } from '../objects/truth.ts';
import { typeOf } from '../objects/type-of.ts';
import type { With, WithItem } from '../tree.ts';
import type { PyClass } from '../values.ts';
import { Label } from './builder.ts';
import type { Block, Context } from './context.ts';
import { temporary } from './operand.ts';
import { emitAwait } from './suspending.ts';
import { assign } from './targets.ts';
import { raiseAgain } from './try.ts';

export function compileWith(c: Context, node: With): void {
  compileItem(c, node, 0);
}

interface WithSlots {
  readonly enter: number;
  readonly exit: number;
  readonly error: number;
  readonly result: number;
}

function compileItem(c: Context, node: With, index: number): void {
  if (index === node.items.length) {
    c.statements(node.body);
    return;
  }
  const { builder } = c;
  const item = node.items[index];
  const { span } = item.context;
  const slots: WithSlots = {
    enter: builder.temporary(),
    exit: builder.temporary(),
    error: builder.temporary(),
    result: builder.temporary(),
  };
  emitEnter(c, node, item, slots);
  const [caught, end] = [new Label(), new Label()];
  const [handler, handling] = [builder.handler, builder.handling];
  const block: Block = {
    loop: null,
    leave: () => {
      builder.handler = handler;
      builder.handling = handling;
      emitExit(c, node.isAsync, slots, span, false);
    },
  };
  builder.handler = builder.addHandler(caught, slots.error);
  c.within(block, () => {
    if (item.target !== null) {
      assign(c, item.target, temporary(slots.enter), item.target.span);
    }
    compileItem(c, node, index + 1);
  });
  builder.handler = handler;
  emitExit(c, node.isAsync, slots, span, false);
  builder.jump(span, end);
  builder.place(caught);
  builder.handling = builder.addHandling(slots.error);
  emitExit(c, node.isAsync, slots, span, true);
  builder.emit(span, () => {
    const out = end.pc;
    return (frame) => {
      frame.at = null;
      if (truthy(frame.machine, frame.slots[slots.result])) return out;
      raiseAgain(frame, frame.slots[slots.error]);
    };
  });
  builder.handling = handling;
  builder.place(end);
}

/** Emits: find the methods, call the first; what it gives is in `slots.enter`. */
function emitEnter(c: Context, node: With, item: WithItem, slots: WithSlots): void {
  const { isAsync } = node;
  const { span } = item.context;
  const { evaluate } = c.expression(item.context);
  const [enterName, exitName] = isAsync ? ['__aenter__', '__aexit__'] : ['__enter__', '__exit__'];
  c.act(span, (frame) => {
    const manager = evaluate(frame);
    frame.at = null;
    frame.slots[slots.exit] = methodOf(frame, manager, exitName, isAsync);
    frame.slots[slots.enter] = methodOf(frame, manager, enterName, isAsync);
  });
  c.builder.emit(span, (pc) => {
    const next = pc + 1;
    return (frame) => callValue(frame, frame.slots[slots.enter], [], null, slots.enter, next);
  });
  if (!isAsync) return;
  emitAwait(c, span, temporary(slots.enter), slots.enter, notAwaitable('__aenter__'));
}

/** A class with its module, unless that goes without saying. */
function shown(cls: PyClass): string {
  return cls.module === '__main__' ? cls.qualname : qualified(cls);
}

/** A special method, bound. Throws TypeError as 3.14 does where there is none. */
function methodOf(frame: Frame, manager: unknown, name: string, isAsync: boolean): unknown {
  const cls = typeOf(manager);
  const method = cls.lookup(name);
  if (method !== undefined) return bindAttribute(frame.machine, method, manager, cls);
  const protocol = isAsync ? 'asynchronous context manager' : 'context manager';
  const message =
    `'${shown(cls)}' object does not support the ${protocol} protocol` + ` (missed ${name} method)`;
  const [other, hint] = isAsync
    ? ['__enter__', "but it supports the context manager protocol. Did you mean to use 'with'?"]
    : [
        '__aenter__',
        'but it supports the asynchronous context manager protocol. ' +
          "Did you mean to use 'async with'?",
      ];
  const isOther =
    cls.lookup(other) !== undefined && cls.lookup(isAsync ? '__exit__' : '__aexit__') !== undefined;
  throw new PyTypeError(isOther ? `${message} ${hint}` : message);
}

/** Emits the call of `__exit__`; its answer is in `slots.result`. */
function emitExit(
  c: Context,
  isAsync: boolean,
  slots: WithSlots,
  span: Span,
  isFailure: boolean,
): void {
  c.builder.emit(span, (pc) => {
    const next = pc + 1;
    return (frame) => {
      const exit = frame.slots[slots.exit];
      const args = isFailure ? exitArguments(frame.slots[slots.error]) : [null, null, null];
      frame.at = null;
      return callValue(frame, exit, args, null, slots.result, next);
    };
  });
  if (!isAsync) return;
  emitAwait(c, span, temporary(slots.result), slots.result, notAwaitable('__aexit__'));
}

function notAwaitable(method: string): (type: string) => string {
  return (type) =>
    `'async with' received an object from ${method} that does not implement __await__: ${type}`;
}

function exitArguments(error: unknown): readonly unknown[] {
  const traceback =
    error instanceof BaseException && error.traceback !== null
      ? new Traceback(error.traceback)
      : null;
  return [typeOf(error), error, traceback];
}
