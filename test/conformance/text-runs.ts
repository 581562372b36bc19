// Runs a program's text on the simulator and notes what record-texts.py notes on CPython: what it
// prints with iteration, time and task, how it ends, the outcome of each task, the handles.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MemoryTrace } from '../../src/trace/memory.ts';
import { simulate } from '../simulated.ts';

export interface TextRun {
  /** `finished`, `deadlocked`, `exit` and the code, or `raised` and the error. */
  readonly status: string;
  /** Iteration, time, number of the task (0 for none) and text of each print. */
  readonly printed: readonly (readonly [number, number, number, string])[];
  /** The outcome of each task in order of creation. */
  readonly tasks: readonly string[];
  /** Its `cancelling()` in the end. */
  readonly cancelling: readonly number[];
  /** Iteration, time and the kinds of the handles executed in it. */
  readonly handles: readonly (readonly [number, number, string])[];
}

export interface RecordedText extends TextRun {
  readonly name: string;
  readonly text: string;
}

/** What CPython 3.14.2 did with the programs of an area. */
export function recordedTexts(area: string): RecordedText[] {
  const text = readFileSync(join(import.meta.dirname, `${area}.jsonl`), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as RecordedText);
}

/** What is compared of a record. */
export function runOf({ status, printed, tasks, cancelling, handles }: TextRun): TextRun {
  return { status, printed, tasks, cancelling, handles };
}

/** What the program does here, ties as heapq has them. */
export function runText(text: string): TextRun {
  const { outcome, trace } = simulate(text, {
    ties: 'heapq',
    strict314: true,
    name: 'program.py',
  });
  const { end, errorText, exitCode } = outcome;
  const ending = exitCode === null ? end : `exit ${exitCode}`;
  const status = end === 'failed' ? `raised ${errorText}` : ending;
  const printed: [number, number, number, string][] = [];
  for (const event of trace) {
    if (event.kind !== 'output.written' || event.stream !== 'stdout') continue;
    printed.push([event.iteration, event.time, event.task, event.text]);
  }
  const cancelling = cancellingOf(trace);
  return { status, printed, tasks: outcomesOf(trace), cancelling, handles: handlesOf(trace) };
}

function outcomesOf(trace: MemoryTrace): string[] {
  const outcomes: string[] = [];
  for (const event of trace) {
    if (event.kind === 'task.created') outcomes.push('pending');
    if (event.kind !== 'task.finished') continue;
    const { outcome, value } = event;
    outcomes[event.task - 1] = outcome === 'cancelled' ? outcome : `${outcome} ${value}`;
  }
  return outcomes;
}

function cancellingOf(trace: MemoryTrace): number[] {
  const counts: number[] = [];
  for (const event of trace) {
    if (event.kind === 'task.created') counts.push(0);
    const isCount = event.kind === 'task.cancel-requested' || event.kind === 'task.uncancelled';
    if (isCount) counts[event.task - 1] = event.count;
  }
  return counts;
}

function handlesOf(trace: MemoryTrace): TextRun['handles'] {
  const handles: [number, number, string][] = [];
  let iteration = 0;
  let time = 0;
  for (const event of trace) {
    if (event.kind !== 'handle.executed') continue;
    const kind = event.handle === 'throw' ? 'step' : event.handle;
    const text = kind === 'step' || kind === 'wakeup' ? `${kind}:${event.task}` : kind;
    // A handle may move the clock within an iteration: `time.sleep`.
    const goesOn = event.iteration === iteration && event.time === time;
    if (goesOn) handles[handles.length - 1][2] += ` ${text}`;
    else handles.push([event.iteration, event.time, text]);
    ({ iteration, time } = event);
  }
  return handles;
}
