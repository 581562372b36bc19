// Where a journey through a run may end: at the next step, iteration, instant or step of a task,
// and at what breakpoints name. Each is asked after a step and reads that step's events, or the
// state that it left.

import type { EventKind, TraceEvent } from '../../trace/event.ts';
import { waitObjectOf } from '../../trace/task-states.ts';
import type { SteppedRun } from './stepped-run.ts';
import type { Stop } from './stepper.ts';

/** A stop that needs to see no more than the step. */
function at(text: string, hit: (run: SteppedRun) => boolean): Stop {
  return { text, watch: (run) => () => hit(run) };
}

function someEvent(text: string, matches: (event: TraceEvent) => boolean): Stop {
  return at(text, (run) => run.events().some(matches));
}

/** The step that leads to a position. */
export function atPosition(position: number): Stop {
  return at(`step ${position}`, (run) => run.position === position);
}

/** The first step of an iteration. */
export function nextIteration(): Stop {
  return firstOf('iteration', (run) => run.view().iteration);
}

/** The first step at a time. */
export function nextInstant(): Stop {
  return firstOf('instant', (run) => run.view().time);
}

function firstOf(text: string, of: (run: SteppedRun) => number): Stop {
  return {
    text,
    watch: (run) => {
      let before = of(run);
      return () => {
        const now = of(run);
        const isFirst = now !== before;
        before = now;
        return isFirst;
      };
    },
  };
}

/** A step at `seconds` or later. */
export function notBefore(seconds: number): Stop {
  return at(`time ${seconds}`, (run) => run.view().time >= seconds);
}

/** A step at `seconds` or earlier. */
export function notAfter(seconds: number): Stop {
  return at(`time ${seconds}`, (run) => run.view().time <= seconds);
}

const RUNS: ReadonlySet<EventKind> = new Set<EventKind>([
  'handle.executed',
  'task.started',
  'task.resumed',
  'task.cancelled',
  'task.finished',
]);

/** A step in which a task runs: its own, or that of who starts it eagerly. */
export function taskRuns(text: string, isTask: (run: SteppedRun, task: number) => boolean): Stop {
  return at(text, (run) =>
    run.events().some((event) => RUNS.has(event.kind) && isTask(run, event.task)),
  );
}

/** A step in which a line of the program runs, or an event stands at it. */
export function lineRuns(line: number): Stop {
  return at(
    `line ${line}`,
    (run) => run.lines.has(line) || run.events().some((event) => event.at?.[0] === line),
  );
}

/** A step in which something happens to an object, or a task begins to wait for it. */
export function objectChanges(
  text: string,
  isObject: (run: SteppedRun, object: string) => boolean,
): Stop {
  return at(text, (run) =>
    run.events().some((event) => {
      if ('object' in event) return isObject(run, event.object);
      return event.kind === 'task.suspended' && isObject(run, waitObjectOf(event.on));
    }),
  );
}

/** A step with an event of a kind, `lock.acquired`, or of all kinds of a noun, `lock`. */
export function eventHappens(kind: string): Stop {
  return someEvent(
    `event ${kind}`,
    (event) => event.kind === kind || event.kind.startsWith(`${kind}.`),
  );
}

/** Exceptions that end loops and generators: no stop where none is named. */
const ORDINARY: ReadonlySet<string> = new Set([
  'StopIteration',
  'StopAsyncIteration',
  'GeneratorExit',
]);

/**
 * A step in which the program sees an exception, raised or thrown into a coroutine, caught or not,
 * or in which one leaves a task, a job or the program. '' for any class; a class stands for those
 * that derive from it, too.
 */
export function exceptionHappens(name: string): Stop {
  return at(`exception${name === '' ? '' : ` ${name}`}`, (run) => {
    const isSeen = run.raised.some((classes) =>
      name === '' ? !ORDINARY.has(classes[0]) : classes.includes(name),
    );
    return isSeen || leavingErrors(run).some((text) => isNamed(text, name));
  });
}

/** The exceptions that leave a task, a job or the program in a step, as they are shown. */
function leavingErrors(run: SteppedRun): string[] {
  const error = run.result?.outcome;
  const isFailed = error !== undefined && error !== null && error.end === 'failed';
  const last = isFailed && 'errorText' in error ? error.errorText : null;
  const ends = run.events().flatMap((event) => {
    const isEnd = event.kind === 'task.finished' || event.kind === 'job.finished';
    return isEnd && event.outcome === 'raised' ? [event.value] : [];
  });
  return last === null ? ends : [...ends, last];
}

function isNamed(value: string, name: string): boolean {
  return name === '' || (value.startsWith(name) && !/^\w/.test(value.slice(name.length)));
}
