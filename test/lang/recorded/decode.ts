// Reads what record.py wrote: tagged values, and answers to compare ours with. Reals compare by
// bits.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BaseException } from '../../../src/asyncio/exceptions.ts';
import { Dict } from '../../../src/lang/objects/dict.ts';
import { normalise } from '../../../src/lang/objects/integers.ts';
import { exceptionText } from '../../../src/lang/objects/repr.ts';
import { Float, Tuple } from '../../../src/lang/values.ts';
import { type PlainInterpreter, plainInterpreter } from '../objects/plain-interpreter.ts';

const words = new DataView(new ArrayBuffer(8));

/** The rows of one topic; `folder` is elsewhere for runs by hand with more cases. */
export function recorded<Row extends readonly unknown[] = unknown[]>(
  topic: string,
): readonly Row[] {
  const folder = process.env.SIM_RECORDED ?? fileURLToPath(new URL('.', import.meta.url));
  return JSON.parse(readFileSync(`${folder}/${topic}.json`, 'utf8'));
}

interface Tagged {
  readonly i?: string;
  readonly f?: string;
  readonly t?: readonly unknown[];
  readonly l?: readonly unknown[];
  readonly d?: readonly (readonly [unknown, unknown])[];
}

export function doubleOf(hex: string): number {
  words.setBigUint64(0, BigInt(`0x${hex}`));
  return words.getFloat64(0);
}

/** A recorded argument as a value of ours. */
export function decode(run: PlainInterpreter, recordedValue: unknown): unknown {
  if (typeof recordedValue !== 'object' || recordedValue === null) return recordedValue;
  const { i, f, t, l, d } = recordedValue as Tagged;
  if (i !== undefined) return normalise(BigInt(i));
  if (f !== undefined) return new Float(doubleOf(f));
  if (t !== undefined) return new Tuple(t.map((item) => decode(run, item)));
  if (l !== undefined) return l.map((item) => decode(run, item));
  const pairs = (d ?? []).map(([key, value]) => [decode(run, key), decode(run, value)] as const);
  return new Dict(run, pairs);
}

/** A value of ours as record.py would have written it. */
export function encode(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'bigint') return { i: String(value) };
  if (value instanceof Float) {
    words.setFloat64(0, value.value);
    const hex = words.getBigUint64(0).toString(16).padStart(16, '0');
    return { f: Number.isNaN(value.value) ? '7ff8000000000000' : hex };
  }
  if (value instanceof Tuple) return { t: value.items.map(encode) };
  if (Array.isArray(value)) return { l: value.map(encode) };
  return value;
}

/** What a call answers: its value, or the exception's class and text. */
export function answer(call: () => unknown): unknown {
  try {
    return encode(call());
  } catch (error) {
    if (!(error instanceof BaseException)) throw error;
    return { e: [error.typeName, exceptionText(plainInterpreter(), error)] };
  }
}

/** Replaces the one NaN that CPython may have with another sign or payload. */
export function withPlainNaN(recordedAnswer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(recordedAnswer).replace(/"f":"([0-9a-f]{16})"/g, (whole, hex: string) =>
      Number.isNaN(doubleOf(hex)) ? '"f":"7ff8000000000000"' : whole,
    ),
  );
}
