// Calls str methods as a program would, and compares recorded calls of some of them with CPython's
// answers.

import { expect } from 'vitest';
import { callBuiltin } from '../../../src/lang/objects/signature.ts';
import { strMethods } from '../../../src/lang/text/str-methods.ts';
import type { Builtin } from '../../../src/lang/values.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { answer, decode, recorded } from '../recorded/decode.ts';

const run = plainInterpreter();
const methods = new Map(strMethods.map((each) => [each.name, each]));

/** `self.method(*args)`. */
export function callMethod(self: string, method: string, ...args: unknown[]): unknown {
  return callBuiltin(run, methods.get(method)!, [self, ...args]);
}

/** The error that the call raises: its class and message. */
export function errorOf(self: string, method: string, ...args: unknown[]): readonly string[] {
  return (answer(() => callMethod(self, method, ...args)) as { e: string[] }).e;
}

/** Expects CPython's answer to every recorded call of these methods. */
export function expectRecorded(builtins: readonly Builtin[]): void {
  const names = new Set(builtins.map(({ name }) => name));
  const rows = recorded('text').filter(([method]) => names.has(method as string));
  expect(rows.length).toBeGreaterThan(20);
  for (const [method, self, args, wanted] of rows as [string, string, unknown[], unknown][]) {
    const got = answer(() => callMethod(self, method, ...args.map((value) => decode(run, value))));
    expect([method, self, args, got]).toEqual([method, self, args, wanted]);
  }
}
