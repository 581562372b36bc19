// Where a run parts from its trace: the event that the trace has beside the one that the run has,
// with the fields that differ named, and the events before, which were the same. Events are shown
// whole, since any field may be the one that matters.

import { printable } from '../base/printable.ts';
import type { TraceEvent } from '../trace/event.ts';
import type { Divergence, Found } from '../trace/finding.ts';
import type { Page } from './page.ts';
import { formatSeconds } from './seconds.ts';

/** Fields that every event has and that are shown in its first columns. */
const COMMON: ReadonlySet<string> = new Set(['seq', 'iteration', 'time', 'task', 'kind', 'at']);

/** The divergence in lines, each with a line feed. */
export function renderDivergence(divergence: Divergence, page: Page): string {
  const { seq, expected, got, before } = divergence;
  const { bad, dim, good } = page.style;
  const lines = [
    `the run parts from its trace at event ${seq}${differing(expected, got)}`,
    ...before.map((event) => `  ${dim('before  ')} ${eventText(event)}`),
    `  ${good('expected')} ${foundText(expected)}`,
    `  ${bad('got     ')} ${foundText(got)}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** `: text, time differ` where both are events or both are ends. */
function differing(expected: Found, got: Found): string {
  if (expected === null || got === null || isEvent(expected) !== isEvent(got)) return '';
  const other = new Map<string, unknown>(Object.entries(got));
  const names = Object.entries(expected)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(other.get(name)))
    .map(([name]) => name)
    .filter((name) => name !== 'sha256');
  if (names.length === 0) return '';
  return `: ${names.join(', ')} ${names.length === 1 ? 'differs' : 'differ'}`;
}

function isEvent(found: Exclude<Found, null>): found is TraceEvent {
  return 'seq' in found;
}

function foundText(found: Found): string {
  if (found === null) return 'nothing: it has ended';
  if (isEvent(found)) return eventText(found);
  const { end, time, events } = found;
  return `the end after ${events} events: ${end} at ${formatSeconds(time)}`;
}

/** An event with all of its fields. */
export function eventText(event: TraceEvent): string {
  const { seq, iteration, time, task, kind, at } = event;
  const place = at === null ? '' : ` at ${at[0]}:${at[1]}`;
  const fields = Object.entries(event)
    .filter(([name]) => !COMMON.has(name))
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const head = `${seq}  ${formatSeconds(time)}, iteration ${iteration}, task ${task}${place}`;
  return printable(`${head}  ${kind}${fields.join('')}`);
}
