// What exception handlers are told, as the program's dict: CPython's words in CPython's order.
// Source: CPython Lib/asyncio/base_events.py (call_exception_handler).

import type { ExceptionContext } from '../../../asyncio/host.ts';
import type { Interpreter } from '../../interpreter.ts';
import { Dict } from '../../objects/dict.ts';

/** The program's dict: its own where it wrote the context itself. */
export function contextDict(run: Interpreter, context: ExceptionContext): unknown {
  if (context.dict !== undefined) return context.dict;
  const pairs: [string, unknown][] = [];
  for (const [key, value] of Object.entries(context) as [string, unknown][]) {
    const isNested = key === 'context';
    pairs.push([key, isNested ? contextDict(run, value as ExceptionContext) : value]);
  }
  return run.objects.newDict(run, pairs);
}

/** What the default handler needs of a dict of the program. */
export function contextOf(run: Interpreter, dict: unknown): ExceptionContext {
  const given = dict instanceof Dict ? dict : null;
  const context: Record<string, unknown> = { dict };
  for (const key of ['exception', 'future', 'task', 'handle', 'asyncgen']) {
    const value = given?.get(key);
    if (value !== undefined && value !== null) context[key] = value;
  }
  const message = given?.get('message');
  const isGiven = message !== undefined && run.objects.truth(run, message);
  const text = isGiven ? run.objects.str(run, message) : 'Unhandled exception in event loop';
  return { ...context, message: text };
}
