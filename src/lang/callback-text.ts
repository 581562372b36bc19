// A callback as reports name it: its qualified name, and where a function of the program begins.
// Source: CPython Lib/asyncio/format_helpers.py (_format_callback_source, _get_function_source).

import type { Interpreter } from './interpreter.ts';
import { PyFunction } from './machine/function.ts';
import { getAttributeOr } from './objects/attributes.ts';

/** `tick() at demo.py:3`. Throws what the program's own `__repr__` raises. */
export function callbackText(run: Interpreter, callback: unknown): string {
  const name = ['__qualname__', '__name__']
    .map((each) => getAttributeOr(run, callback, each))
    .find((each) => typeof each === 'string' && each !== '');
  const text = `${name ?? run.objects.repr(run, callback)}()`;
  const unwrapped = unwrap(callback);
  if (!(unwrapped instanceof PyFunction)) return text;
  const { file, span } = unwrapped.code;
  return `${text} at ${file}:${span.line}`;
}

/** What functools.wraps was given, as inspect.unwrap finds it. */
function unwrap(callback: unknown): unknown {
  const seen = new Set<unknown>();
  let each = callback;
  while (each instanceof PyFunction && !seen.has(each)) {
    seen.add(each);
    const inner = each.attributes.get('__wrapped__');
    if (inner === undefined) break;
    each = inner;
  }
  return each;
}
