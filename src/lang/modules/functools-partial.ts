// `functools.partial` and its `Placeholder`. A partial of a partial is one, with the arguments of
// both. No class can be derived from it here. Source: CPython Modules/_functoolsmodule.c
// (partial_new, partial_call, partial_repr).

import { AttributeError, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { isCallable } from '../objects/callable.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { Dict } from '../objects/dict.ts';
import { type ForwardedCall, Forwarding, forwardingCall, ownNames } from '../objects/forwarding.ts';
import { Builtin, Tuple } from '../values.ts';

export const partialClass = builtinClass('partial', undefined, 'functools');
partialClass.messageName = 'functools.partial';
partialClass.isFinal = true;

class PlaceholderType {}

/** `functools.Placeholder`: keeps a place among the arguments free. */
export const placeholder = new PlaceholderType();
const placeholderClass = builtinClass('_PlaceholderType', undefined, 'functools');
placeholderClass.messageName = 'functools._PlaceholderType';
placeholderClass.isFinal = true;
placeholderClass.construct = (_run, _cls, args, keywords) => {
  if (args.length === 0 && (keywords === null || keywords.size === 0)) return placeholder;
  throw new PyTypeError('_PlaceholderType takes no arguments');
};
declareType(PlaceholderType, placeholderClass);
define(placeholderClass, [new Builtin('__repr__(self, /)', () => 'Placeholder')]);

type Keywords = ReadonlyMap<string, unknown>;

export class Partial extends Forwarding {
  readonly callee: unknown;
  readonly args: readonly unknown[];
  readonly keywords: Keywords;
  readonly #free: number;

  constructor(callee: unknown, args: readonly unknown[], keywords: Keywords) {
    super();
    this.callee = callee;
    this.args = args;
    this.keywords = keywords;
    this.#free = args.filter((each) => each === placeholder).length;
  }

  /** These arguments, the free places filled with the first of `more`, and the rest of them. */
  #with(more: readonly unknown[]): readonly unknown[] {
    if (this.#free === 0) return [...this.args, ...more];
    let next = 0;
    const filled = this.args.map((each) =>
      each === placeholder && next < more.length ? more[next++] : each,
    );
    return [...filled, ...more.slice(next)];
  }

  #named(more: Keywords | null): Keywords {
    return more === null || more.size === 0 ? this.keywords : new Map([...this.keywords, ...more]);
  }

  forward(args: readonly unknown[], keywords: Keywords | null): ForwardedCall {
    const free = this.#free;
    if (args.length < free) {
      throw new PyTypeError(
        "missing positional arguments in 'partial' call; " +
          `expected at least ${free}, got ${args.length}`,
      );
    }
    const named = this.#named(keywords);
    const all = this.#with(args);
    return { callee: this.callee, args: all, keywords: named.size === 0 ? null : named };
  }

  /** `partial(self, *args, **keywords)`: one partial in the place of two. */
  extended(args: readonly unknown[], keywords: Keywords | null): Partial {
    return new Partial(this.callee, this.#with(args), this.#named(keywords));
  }
}

declareType(Partial, partialClass);

/** `functools.partial(func, *args, **keywords)`. Throws TypeError. */
export function partial(args: readonly unknown[], keywords: Keywords | null): Partial {
  if (args.length === 0) throw new PyTypeError("type 'partial' takes at least one argument");
  const [callee, ...given] = args;
  if (!isCallable(callee)) throw new PyTypeError('the first argument must be callable');
  if (given.at(-1) === placeholder) {
    throw new PyTypeError('trailing Placeholders are not allowed');
  }
  for (const value of keywords?.values() ?? []) {
    if (value !== placeholder) continue;
    throw new PyTypeError('Placeholder cannot be passed as a keyword argument');
  }
  if (callee instanceof Partial && callee.attributes.size === 0) {
    return callee.extended(given, keywords);
  }
  return new Partial(callee, given, keywords ?? new Map());
}

partialClass.signature = 'partial(func, /, *args, **keywords)';
partialClass.construct = (_run, _cls, args, keywords) => partial(args, keywords);

function reprOf(run: Interpreter, self: Partial): string {
  const { entered } = run.addresses;
  if (entered.has(self)) return '...';
  entered.add(self);
  try {
    const parts = [self.callee, ...self.args].map((each) => run.objects.repr(run, each));
    for (const [name, value] of self.keywords) {
      parts.push(`${name}=${run.objects.repr(run, value)}`);
    }
    return `functools.partial(${parts.join(', ')})`;
  } finally {
    entered.delete(self);
  }
}

define(partialClass, [forwardingCall(), new Builtin('__repr__(self, /)', reprOf)]);

function readOnly(): never {
  throw new AttributeError('readonly attribute');
}

defineGetters(partialClass, [
  ...ownNames('functools'),
  new Getter('func', (_run, self: Partial) => self.callee, readOnly),
  new Getter('args', (_run, self: Partial) => new Tuple(self.args), readOnly),
  new Getter('keywords', (run, self: Partial) => new Dict(run, self.keywords), readOnly),
]);
