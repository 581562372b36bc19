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

/** A step in which an exception leaves a task or a job, or the program; '' for any class. */
export function exceptionLeaves(name: string): Stop {
  const isNamed = (value: string): boolean =>
    name === '' || (value.startsWith(name) && !/^\w/.test(value.slice(name.length)));
  return at(`exception${name === '' ? '' : ` ${name}`}`, (run) => {
    const error = run.result?.outcome;
    if (error !== undefined && error !== null && error.end === 'failed') {
      const text = 'errorText' in error ? error.errorText : null;
      if (text !== null && isNamed(text)) return true;
    }
    return run.events().some((event) => {
      const isEnd = event.kind === 'task.finished' || event.kind === 'job.finished';
      return isEnd && event.outcome === 'raised' && isNamed(event.value);
    });
  });
}
