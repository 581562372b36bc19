// Calls functions of module math, and compares recorded calls of some of them with CPython's
// answers.

import { expect } from 'vitest';
import { mathModule } from '../../../src/lang/modules/math.ts';
import { callBuiltin } from '../../../src/lang/objects/signature.ts';
import { type Builtin, Float } from '../../../src/lang/values.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';
import { answer, decode, doubleOf, recorded, withPlainNaN } from '../recorded/decode.ts';

const run = plainInterpreter();

/** `math.name(*args)`. */
export function callMath(name: string, ...args: unknown[]): unknown {
  return callBuiltin(run, mathModule.attributes.get(name) as Builtin, args);
}

/** `math.name(*args)` of Floats, as a number. */
export function real(name: string, ...args: number[]): number {
  return (callMath(name, ...args.map((each) => new Float(each))) as Float).value;
}

/** The error that the call raises: its class and message. */
export function mathError(name: string, ...args: unknown[]): readonly string[] {
  return (answer(() => callMath(name, ...args)) as { e: string[] }).e;
}

interface Hex {
  readonly f?: string;
}

/** Equal, or neighbours where a C library may be off by a few units in the last place. */
function agree(got: Hex, wanted: Hex): boolean {
  if (JSON.stringify(got) === JSON.stringify(wanted)) return true;
  if (got?.f === undefined || wanted?.f === undefined) return false;
  const [a, b] = [doubleOf(got.f), doubleOf(wanted.f)];
  return Math.abs(a - b) <= Math.abs(b) * 2 ** -51;
}

/** Expects CPython's answer to every recorded call of these functions. */
export function expectRecordedMath(names: readonly string[], exactly: boolean): void {
  const rows = recorded('math').filter(([name]) => names.includes(name as string));
  expect(rows.length).toBeGreaterThan(names.length * 4);
  for (const [name, args, recordedAnswer] of rows as [string, unknown[], unknown][]) {
    const wanted = withPlainNaN(recordedAnswer);
    const got = answer(() => callMath(name, ...args.map((value) => decode(run, value))));
    if (exactly || !agree(got as Hex, wanted as Hex)) {
      expect([name, args, got]).toEqual([name, args, wanted]);
    }
  }
}
