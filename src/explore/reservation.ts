// Whether a program reads the clock into its data. Where it does, the order of expiries does not
// decide what it does, so no search over orders is exhaustive; printing the time is no such reading.

import type { Scenario } from '../scenario/scenario.ts';

const CLOCKS: ReadonlySet<string> = new Set([
  'now',
  'time',
  'monotonic',
  'perf_counter',
  'time_ns',
  'monotonic_ns',
  'process_time',
]);
const PRINTERS: ReadonlySet<string> = new Set([
  'print',
  'log',
  'info',
  'debug',
  'warning',
  'error',
]);

/** Why a search over orders cannot be exhaustive for this program; null for no reason. */
export function clockReservation({ module, expect }: Scenario): string | null {
  const { always, eventually, finally: last } = expect;
  const judged = [...always, ...eventually, ...last].map(({ expression }) => expression);
  if (!readsClock([module.body, judged])) return null;
  return 'the program reads the clock: durations are sampled, not enumerated';
}

function readsClock(tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.some(readsClock);
  if (typeof tree !== 'object' || tree === null) return false;
  const node = tree as { readonly kind?: string; readonly callee?: unknown };
  if (node.kind === 'Call') {
    const name = calledName(node.callee);
    if (name !== null && CLOCKS.has(name)) return true;
    if (name !== null && PRINTERS.has(name)) return false;
  }
  return Object.values(tree).some(readsClock);
}

function calledName(callee: unknown): string | null {
  const { kind, id, name } = callee as { kind?: string; id?: string; name?: string };
  if (kind === 'Name') return id ?? null;
  return kind === 'Attribute' ? (name ?? null) : null;
}
