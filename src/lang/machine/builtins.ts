// The built-in functions that need the machine: `super`, `next`, `aiter`, `anext`.
// Source: CPython Python/bltinmodule.c (builtin_anext), Objects/iterobject.c (anextawaitable).

import type { CoroutineState, Signal } from '../../asyncio/coroutines.ts';
import { Coroutine, RETURNED, THREW, YIELDED } from '../../asyncio/coroutines.ts';
import { PyTypeError, StopAsyncIteration } from '../../asyncio/exceptions.ts';
import { builtinClass, declareType } from '../objects/classes.ts';
import { callFound } from '../objects/special.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { Builtin } from '../values.ts';
import { awaitable, isPrimitive } from './awaiting.ts';
import type { Runtime } from './frame.ts';
import { nextBuiltin } from './generator.ts';
import { superBuiltin } from './super.ts';

/** `anext(iterator, default)`: the next item, or the default where there is none. */
export class NextOrDefault extends Coroutine {
  readonly isPrimitive: boolean = true;
  readonly name = 'anext';
  state: CoroutineState = 'CREATED';
  readonly item: Coroutine;
  readonly #otherwise: unknown;

  constructor(item: Coroutine, otherwise: unknown) {
    super();
    this.item = item;
    this.#otherwise = otherwise;
  }

  send(value: unknown): Signal {
    const isFirst = !this.started;
    this.started = true;
    if (isPrimitive(this.item)) return this.#settle(this.item.send(value), this.item.payload);
    return isFirst ? this.#settle(YIELDED, this.item) : this.#settle(RETURNED, value);
  }

  throw(error: unknown): Signal {
    this.started = true;
    if (isPrimitive(this.item)) return this.#settle(this.item.throw(error), this.item.payload);
    return this.#settle(THREW, error);
  }

  #settle(signal: Signal, payload: unknown): Signal {
    this.payload = payload;
    this.state = signal === YIELDED ? 'SUSPENDED' : 'CLOSED';
    if (signal !== THREW || !(payload instanceof StopAsyncIteration)) return signal;
    this.payload = this.#otherwise;
    return RETURNED;
  }
}
declareType(NextOrDefault, builtinClass('anext_awaitable'));

const anext = new Builtin(
  'anext(async_iterator, default=..., /)',
  (run, iterator: unknown, otherwise: unknown) => {
    const method = typeOf(iterator).lookup('__anext__');
    if (method === undefined) {
      throw new PyTypeError(`'${typeName(iterator)}' object is not an async iterator`);
    }
    const item = callFound(run, method, iterator, []);
    if (otherwise === undefined) return item;
    return new NextOrDefault(awaitable(run as Runtime, item), otherwise);
  },
);

const aiter = new Builtin('aiter(async_iterable, /)', (run, value: unknown) => {
  const method = typeOf(value).lookup('__aiter__');
  if (method === undefined) {
    throw new PyTypeError(`'${typeName(value)}' object is not an async iterable`);
  }
  return callFound(run, method, value, []);
});

/** They come before the objects layer's functions of the same name. */
export const machineBuiltins: ReadonlyMap<string, unknown> = new Map([
  ['super', superBuiltin],
  ['next', nextBuiltin],
  ['aiter', aiter],
  ['anext', anext],
]);
