// `functools.update_wrapper` and `wraps`: a wrapper takes over the name and the attributes of what
// it wraps, and knows it as `__wrapped__`. Source: CPython Lib/functools.py.

import type { Interpreter } from '../interpreter.ts';
import {
  getAttribute,
  getAttributeOr,
  ownAttributes,
  setAttribute,
} from '../objects/attributes.ts';
import { toArray } from '../objects/iteration.ts';
import { str } from '../objects/repr.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { PyClass, Tuple } from '../values.ts';
import { Partial } from './functools-partial.ts';

export const ASSIGNED = new Tuple([
  '__module__',
  '__name__',
  '__qualname__',
  '__doc__',
  '__annotate__',
  '__type_params__',
]);
export const UPDATED = new Tuple(['__dict__']);

/** Throws AttributeError where the wrapper cannot have the attributes. */
export function updateWrapper(
  run: Interpreter,
  wrapper: unknown,
  wrapped: unknown,
  assigned: unknown = ASSIGNED,
  updated: unknown = UPDATED,
): unknown {
  for (const each of toArray(run, assigned)) {
    const name = str(run, each);
    const value = getAttributeOr(run, wrapped, name);
    if (value !== undefined) setAttribute(run, wrapper, name, value);
  }
  for (const each of toArray(run, updated)) update(run, wrapper, wrapped, str(run, each));
  setAttribute(run, wrapper, '__wrapped__', wrapped);
  return wrapper;
}

/** `wrapper.name.update(wrapped.name)`; the `__dict__` of a function is written through. */
function update(run: Interpreter, wrapper: unknown, wrapped: unknown, name: string): void {
  const own = name === '__dict__' ? ownAttributes(wrapper) : undefined;
  if (own === undefined || own === null) {
    const value = getAttributeOr(run, wrapped, name);
    const target = getAttribute(run, wrapper, name);
    run.call(getAttribute(run, target, 'update'), value === undefined ? [] : [value]);
    return;
  }
  const more = wrapped instanceof PyClass ? wrapped.attributes : ownAttributes(wrapped);
  for (const [key, value] of more ?? []) own.set(key, value);
}

const PARAMETERS = 'assigned=..., updated=...';

/** `update_wrapper(wrapper, wrapped, assigned, updated)`. */
export const updateWrapperFunction = new LibraryFunction(
  `update_wrapper(wrapper, wrapped, ${PARAMETERS})`,
  (run, wrapper: unknown, wrapped: unknown, assigned: unknown, updated: unknown) =>
    updateWrapper(run, wrapper, wrapped, assigned, updated),
);

/** `wraps(wrapped, assigned, updated)`: a partial of update_wrapper, as in CPython. */
export const wraps = new LibraryFunction(
  `wraps(wrapped, ${PARAMETERS})`,
  (_run, wrapped: unknown, assigned: unknown = ASSIGNED, updated: unknown = UPDATED) => {
    const keywords = new Map([
      ['wrapped', wrapped],
      ['assigned', assigned],
      ['updated', updated],
    ]);
    return new Partial(updateWrapperFunction, [], keywords);
  },
);
