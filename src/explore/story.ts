// What an explored run does otherwise than the default one, in two sentences: the first task that
// overtakes another, with the lines from which both go on, and the step in which it ends badly.
// Both are read from the two runs side by side, so each holds as it stands; what cannot be said
// exactly is left out.

import { FindingSink } from '../check/findings.ts';
import type { EventKind, EventOf, TraceEvent } from '../trace/event.ts';
import type { Place, Violation } from '../trace/finding.ts';
import { MemoryTrace } from '../trace/memory.ts';
import { AskedPolicy, type Variation } from './asked-policy.ts';
import { decidedBy, type Schedule } from './schedule.ts';
import type { Subject } from './subject.ts';
import { type Symptom, violationKey } from './symptom.ts';
import type { Work } from './work.ts';

const KINDS: readonly EventKind[] = [
  'task.created',
  'task.started',
  'task.resumed',
  'task.suspended',
  'task.finished',
  'handle.executed',
  'expect.failed',
];

/** Places of one violation that are told. */
const MAXIMUM_PLACES = 4;

/** A task that goes on, and from where. */
interface Step {
  readonly task: number;
  readonly time: number;
  /** Where it was suspended; null where it starts, or that is not known. */
  readonly from: Place;
  readonly isFirst: boolean;
}

interface Run {
  readonly events: readonly TraceEvent[];
  readonly violations: readonly Violation[];
  readonly steps: readonly Step[];
  /** `Task-2 (worker)`, by number. */
  readonly names: ReadonlyMap<number, string>;
}

/**
 * What happens under a schedule, up to its symptom; no sentence more than can be said exactly.
 * Throws Halted.
 */
export function* storyOf(
  subject: Subject,
  variation: Variation,
  schedule: Schedule,
  symptom: Symptom,
): Work<string[]> {
  const usual = yield* runOf(subject, variation, { seed: subject.seed, answers: new Map() });
  const run = yield* runOf(subject, variation, schedule);
  return [overtaking(usual, run), ending(run, symptom)].filter((each) => each !== '');
}

function* runOf(subject: Subject, variation: Variation, schedule: Schedule): Work<Run> {
  const trace = new MemoryTrace(new Set(KINDS));
  const judge = new FindingSink();
  const policy = new AskedPolicy(variation, decidedBy(schedule));
  yield* subject.run(policy, schedule.seed, judge, [trace]);
  const events = [...trace];
  const names = new Map<number, string>();
  const waits = new Map<number, Place>();
  const steps: Step[] = [];
  for (const event of events) {
    const { task, time } = event;
    if (event.kind === 'task.created') names.set(task, taskName(event));
    else if (event.kind === 'task.suspended') waits.set(task, event.at);
    else if (event.kind === 'task.started') steps.push({ task, time, from: null, isFirst: true });
    else if (event.kind === 'task.resumed') {
      steps.push({ task, time, from: waits.get(task) ?? null, isFirst: false });
    }
  }
  return { events, violations: judge.findings(), steps, names };
}

/** A task as it is told of: its name and its coroutine. */
export function taskName({ name, coroutine }: EventOf<'task.created'>): string {
  return `${name} (${coroutine})`;
}

function nameIn(run: Run, task: number): string {
  return run.names.get(task) ?? 'the loop';
}

/** The first step that another task takes in the default run. */
function overtaking(usual: Run, run: Run): string {
  const index = run.steps.findIndex(({ task }, i) => usual.steps[i]?.task !== task);
  const [step, other] = [run.steps[index], usual.steps[index]];
  if (index < 0 || other === undefined) return '';
  const [late, early] = [nameIn(usual, other.task), nameIn(run, step.task)];
  const when = `at ${rounded(step.time)} s`;
  const usually = `${late} ${goesOn(other)} first`;
  return `${early} ${goesOn(step)} ${when}; in the default order ${usually}`;
}

function goesOn({ isFirst, from }: Step): string {
  if (isFirst) return 'starts';
  return from === null ? 'goes on' : `goes on from line ${from[0]}`;
}

function ending(run: Run, symptom: Symptom): string {
  const violation = run.violations.find((each) => violationKey(each) === symptom.key);
  if (violation !== undefined) return placesText(run, violation);
  if (symptom.rule === 'exception') return firstFailure(run);
  return symptom.rule === 'expectation' ? breakingStep(run, symptom) : '';
}

function placesText(run: Run, { related = [] }: Violation): string {
  return related
    .flatMap(({ at, task, text }) => {
      return at === null ? [] : [`${nameIn(run, task)} ${text} (line ${at[0]})`];
    })
    .slice(0, MAXIMUM_PLACES)
    .join('; ');
}

function firstFailure(run: Run): string {
  const failed = run.events.find((event): event is EventOf<'task.finished'> => {
    return event.kind === 'task.finished' && event.outcome === 'raised';
  });
  if (failed === undefined) return '';
  const { task, time, value } = failed;
  return `${nameIn(run, task)} is the first to fail, at ${rounded(time)} s: ${value}`;
}

/** The step that breaks an expectation that is judged after every handle. */
function breakingStep(run: Run, { key }: Symptom): string {
  const { events } = run;
  const end = events.findIndex((event) => {
    return event.kind === 'expect.failed' && key === `expectation always ${event.index}`;
  });
  const start = events.slice(0, Math.max(end, 0)).findLastIndex((event) => {
    return event.kind === 'handle.executed';
  });
  if (start < 0) return '';
  const handle = events.slice(start, end);
  const begun = handle.find(({ kind }) => kind === 'task.resumed' || kind === 'task.started');
  if (begun === undefined) return '';
  const before = events
    .slice(0, start)
    .findLast(({ kind, task }) => kind === 'task.suspended' && task === begun.task);
  const after = handle.find(({ kind, task }) => kind === 'task.suspended' && task === begun.task);
  const from = before?.at == null ? '' : ` from line ${before.at[0]}`;
  const to = after?.at == null ? ' to its end' : ` to line ${after.at[0]}`;
  const name = nameIn(run, begun.task);
  return `The step of ${name}${from}${to} breaks it at ${rounded(begun.time)} s`;
}

function rounded(seconds: number): number {
  return Number(seconds.toPrecision(6));
}
