// A function that stands for another one and has its name: what `functools.wraps` makes of the
// functions that contextlib's decorators give. It binds as a method does, and its arguments are
// whatever the wrapped one takes. Source: CPython Lib/functools.py (update_wrapper).

import type { Interpreter } from '../../interpreter.ts';
import { getAttributeOr, ownAttributes } from '../../objects/attributes.ts';
import { LibraryFunction } from '../../objects/signature.ts';

export type Keywords = ReadonlyMap<string, unknown>;

type Body = (run: Interpreter, args: readonly unknown[], keywords: Keywords) => unknown;

export class WrappedFunction extends LibraryFunction {
  override readonly hasSelf = true;
  qualname: string;
  doc: unknown;
  module: unknown;
  readonly defaults: readonly unknown[] = [];
  readonly keywordDefaults = null;
  /** `__dict__`. */
  readonly attributes: Map<string, unknown>;

  constructor(run: Interpreter, wrapped: unknown, own: string, body: Body) {
    const text = (name: string): string => {
      const value = getAttributeOr(run, wrapped, name);
      return typeof value === 'string' ? value : own;
    };
    super(`${text('__name__')}(*args, **kwds)`, body as (run: Interpreter) => unknown);
    this.qualname = text('__qualname__');
    this.doc = getAttributeOr(run, wrapped, '__doc__') ?? null;
    this.module = getAttributeOr(run, wrapped, '__module__') ?? null;
    this.attributes = new Map(ownAttributes(wrapped) ?? []);
    this.attributes.set('__wrapped__', wrapped);
  }
}
