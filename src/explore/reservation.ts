// What of a program a search over orders cannot enumerate, read from its text. Where it reads the
// clock into its data, the order of expiries does not decide what it does; printing the time is no
// such reading. Where it draws random numbers beside those in the arguments of waits, their values
// decide too.

import { drawnArguments } from '../lang/compile/drawn-durations.ts';
import type { Call } from '../lang/tree.ts';
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
const DRAWS: ReadonlySet<string> = new Set(
  (
    'random uniform randint randrange choice choices sample shuffle expovariate gauss ' +
    'normalvariate lognormvariate triangular betavariate gammavariate paretovariate ' +
    'weibullvariate vonmisesvariate getrandbits'
  ).split(' '),
);
const PRINTERS: ReadonlySet<string> = new Set([
  'print',
  'log',
  'info',
  'debug',
  'warning',
  'error',
]);

/** Of a main, whose text is not known. */
export const MAIN_RESERVATION = 'a main may read the clock: durations are sampled, not enumerated';

/**
 * Why a search over orders of expiry cannot be exhaustive for this program; null for no reason.
 * `until`: when its runs are ended, virtual seconds.
 */
export function clockReservation({ module, expect }: Scenario, until?: number): string | null {
  if (until !== undefined) return 'the runs are ended by the clock';
  const { always, eventually, finally: last } = expect;
  const judged = [...always, ...eventually, ...last].map(({ expression }) => expression);
  if (!readsClock([module.body, judged])) return null;
  return 'the program reads the clock: durations are sampled, not enumerated';
}

/** Also where a clock is given another name, to be read later. */
function readsClock(tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.some(readsClock);
  if (typeof tree !== 'object' || tree === null) return false;
  const { kind, name, asname, callee } = tree as {
    readonly [field in 'kind' | 'name']?: string;
  } & { readonly asname?: string | null; readonly callee?: unknown };
  const isRenamed = typeof asname === 'string' && asname !== name;
  if ((kind === 'Attribute' || isRenamed) && CLOCKS.has(name ?? '')) return true;
  if (kind === 'Call') {
    const called = calledName(callee);
    if (called !== null && CLOCKS.has(called)) return true;
    if (called !== null && PRINTERS.has(called)) return false;
  }
  return Object.values(tree).some(readsClock);
}

/** Whether a program draws random numbers that are no durations of its waits. */
export function drawsData({ module }: Scenario): boolean {
  return draws(module.body);
}

function draws(tree: unknown): boolean {
  if (Array.isArray(tree)) return tree.some(draws);
  if (typeof tree !== 'object' || tree === null) return false;
  const node = tree as { readonly kind?: string };
  if (node.kind !== 'Call') return Object.values(tree).some(draws);
  const call = node as Call;
  const name = calledName(call.callee);
  if (name !== null && DRAWS.has(name)) return true;
  const durations: readonly unknown[] = drawnArguments(call);
  const values = [...call.args, ...call.keywords.map(({ value }) => value)];
  return draws(call.callee) || values.some((value) => !durations.includes(value) && draws(value));
}

/** Whether a program may look at tasks that it has no name for: at all there are. */
export function looksAtAllTasks({ module }: Scenario): boolean {
  return mentions(module.body, 'all_tasks');
}

function mentions(tree: unknown, wanted: string): boolean {
  if (Array.isArray(tree)) return tree.some((each) => mentions(each, wanted));
  if (typeof tree !== 'object' || tree === null) return false;
  const { id, name } = tree as { readonly id?: unknown; readonly name?: unknown };
  if (id === wanted || name === wanted) return true;
  return Object.values(tree).some((each) => mentions(each, wanted));
}

function calledName(callee: unknown): string | null {
  const { kind, id, name } = callee as { kind?: string; id?: string; name?: string };
  if (kind === 'Name') return id ?? null;
  return kind === 'Attribute' ? (name ?? null) : null;
}
