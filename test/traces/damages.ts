// One byte of a trace is changed, anywhere: in its events, and more often than chance would in its
// header and its end line. Each must be noticed by the strict reader, as the command reads files,
// with a line and a byte.
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { traceSource } from '../../src/cli/read-trace.ts';
import { readEvents } from '../../src/trace/read.ts';
import { TraceError } from '../../src/trace/read-line.ts';

/** A byte that is another; `seed` draws all damages again. */
export interface Damage {
  /** Which of the traces. */
  readonly trace: number;
  readonly part: 'header' | 'anywhere' | 'end line';
  /** Where in that part, as a share of it. */
  readonly place: number;
  /** What the byte is combined with, by exclusive or. */
  readonly change: number;
}

/** `count` damages of `traces` traces, the same for the same seed. */
export function drawDamages(count: number, traces: number, seed: number): Damage[] {
  const damage = fc.record({
    trace: fc.nat(traces - 1),
    part: fc.constantFrom('anywhere', 'anywhere', 'header', 'end line'),
    place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    change: fc.integer({ min: 1, max: 255 }),
  }) as fc.Arbitrary<Damage>;
  return fc.sample(damage, { seed, numRuns: count });
}

/** The bytes of a trace with one of them changed, and where. */
export function damaged(trace: string, { part, place, change }: Damage): [Buffer, number] {
  const bytes = Buffer.from(trace, 'utf8');
  const header = bytes.indexOf(10) + 1;
  const end = bytes.lastIndexOf(10, bytes.length - 2) + 1;
  const parts = {
    header: [0, header],
    anywhere: [0, bytes.length],
    'end line': [end, bytes.length],
  };
  const [from, to] = parts[part];
  const at = from + Math.floor(place * (to - from));
  bytes[at] ^= change;
  return [bytes, at];
}

/** What is wrong with how a damage is noticed, or null. `file` is written for it. */
export function unnoticed(trace: string, damage: Damage, file: string): string | null {
  const [bytes, at] = damaged(trace, damage);
  writeFileSync(file, bytes);
  try {
    readEvents(traceSource(file)(), () => {});
  } catch (error) {
    if (!(error instanceof TraceError)) return `byte ${at}: ${String(error)}`;
    return error.line > 0 && error.byte !== null ? null : `byte ${at}: no place is told`;
  }
  return `byte ${at} was changed, and the trace read as whole`;
}
