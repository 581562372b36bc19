// The commands that show: what is ready, what is timed, who waits where, and why.

import { printable } from '../../base/printable.ts';
import { formatSeconds } from '../../report/seconds.ts';
import { renderCauses, renderEvents } from '../../report/step/event-line.ts';
import { taskName } from '../../report/step/names.ts';
import { renderOutput, renderSource } from '../../report/step/place.ts';
import {
  renderLocals,
  renderObjects,
  renderReady,
  renderStack,
  renderTasks,
  renderTimers,
  renderVariables,
} from '../../report/step/state.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { TaskView } from '../../trace/run-view.ts';
import { count, nearest, none, refuse, task } from './arguments.ts';
import { causesOf } from './causes.ts';
import {
  objectsOf,
  outputOf,
  readyOf,
  taskOf,
  tasksOf,
  timersOf,
  variablesOf,
} from './read-run.ts';
import { type Acting, type Command, Refusal, type Session } from './session.ts';

/** A command that takes nothing and shows something. */
function plain(
  name: string,
  short: string,
  says: string,
  show: (session: Session) => readonly string[],
): Command {
  return {
    ...{ name, short, takes: '', says },
    *act(session, rest): Acting {
      none(rest);
      return show(session);
    },
  };
}

/** The task that is asked for, or the current one, or the first; it is not done. */
function chosenTask(session: Session, rest: string): TaskView {
  const { run } = session;
  const asked = rest === '' ? session.currentTask : task(session, rest);
  const found = taskOf(run, asked) ?? (rest === '' ? tasksOf(run)[0] : undefined);
  if (found !== undefined) return found;
  if (rest === '') throw new Refusal('no task is alive');
  throw new Refusal(`${taskName(asked, session.names)} is done`);
}

function* where(session: Session, rest: string): Acting {
  const { source, names, page } = session;
  return renderStack(chosenTask(session, rest), source, names, page);
}

function* locals(session: Session, rest: string): Acting {
  return renderLocals(chosenTask(session, rest).stack, session.page);
}

/** A name in the frames of the current task, innermost first, then in the module. */
function* print(session: Session, rest: string): Acting {
  if (rest === '') refuse('the name of a variable', rest);
  const stack = taskOf(session.run, session.currentTask)?.stack ?? [];
  const inFrames = stack.toReversed().flatMap((frame) => frame.locals);
  const known = [...inFrames, ...variablesOf(session.run)];
  const found = known.find(([name]) => name === rest);
  if (found === undefined) {
    const names = known.map(([name]) => name);
    refuse('a variable of the current task or of the module', rest, nearest(rest, names));
  }
  return renderVariables([found], session.page, 0);
}

function* list(session: Session, rest: string): Acting {
  const { source, page, currentLine } = session;
  const { length } = source.lines;
  const around = count(rest, `a line, 1 to ${length}`, currentLine ?? 1);
  if (around > length) refuse(`a line, 1 to ${length}`, rest);
  return renderSource(around, currentLine, source, page);
}

function* events(session: Session, rest: string): Acting {
  const { run, names, page } = session;
  if (rest === '') {
    const all = run.events();
    return all.length === 0 ? ['no events'] : renderEvents(all, names, page);
  }
  const last = count(rest, 'how many of the last events');
  const shown: TraceEvent[] = [];
  for (let seq = Math.max(1, run.log.count - last + 1); seq <= run.log.count; seq++) {
    shown.push(run.log.event(seq) as TraceEvent);
  }
  return shown.length === 0 ? ['no events'] : renderEvents(shown, names, page);
}

function* why(session: Session, rest: string): Acting {
  const { run, names, page } = session;
  const { event, isTaskEvent } = asked(session, rest);
  const { chain, isCut } = causesOf(run.log, event);
  const head = isTaskEvent ? [`the last of ${taskName(event.task, names)}:`] : [];
  return [...head, ...renderCauses(chain, isCut, names, page)];
}

/** The event that `why` asks about: a number, the last one of a task, or the handle that ran. */
function asked(session: Session, rest: string): AskedEvent {
  const { run } = session;
  if (rest === '') {
    const handle = run.events().findLast(({ kind }) => kind === 'handle.executed');
    const event = handle ?? run.log.event(run.log.count);
    if (event === null) throw new Refusal('nothing has happened yet');
    return { event, isTaskEvent: false };
  }
  const event = /^\d{1,15}$/.test(rest) ? run.log.event(Number(rest)) : null;
  if (event !== null) return { event, isTaskEvent: false };
  if (/^\d+$/.test(rest)) refuse(`an event, 1 to ${run.log.count}`, rest);
  const number = task(session, rest);
  for (let seq = run.log.count; seq > 0; seq--) {
    const each = run.log.event(seq);
    if (each?.task === number) return { event: each, isTaskEvent: true };
  }
  throw new Refusal(`${rest} has no events`);
}

interface AskedEvent {
  readonly event: TraceEvent;
  readonly isTaskEvent: boolean;
}

function status({ run, breakpoints, names, page }: Session): string[] {
  const { position, time, iteration } = run.view();
  const alive = tasksOf(run);
  const ready = readyOf(run).length;
  const variables = variablesOf(run).length;
  const current = run.view().task;
  return renderVariables(
    [
      ['step', String(position)],
      ['time', formatSeconds(time)],
      ['iteration', String(iteration)],
      ['current task', current === 0 ? 'none' : taskName(current, names)],
      ['tasks alive', String(alive.length)],
      ['handles ready', String(ready)],
      ['variables', String(variables)],
      ['events', String(run.log.count)],
      ['breakpoints', String(breakpoints.length)],
      ['of', printable(`${run.header.source.name}, written by sim ${run.header.sim}`)],
    ],
    page,
  );
}

export const SHOWS: readonly Command[] = [
  {
    ...{ name: 'where', short: 'w', takes: '[TASK]', act: where },
    says: 'the await stack of a task, with its lines',
  },
  {
    ...{ name: 'locals', short: 'lo', takes: '[TASK]', act: locals },
    says: "the variables of a task's frames",
  },
  {
    ...{ name: 'print', short: 'p', takes: 'NAME', act: print },
    says: 'a variable of the current task or of the module',
  },
  plain('variables', 'v', "the module's variables", ({ run, page }) =>
    renderVariables(variablesOf(run), page),
  ),
  plain('tasks', 'ts', 'every task: what it does, since when, where', (session) =>
    renderTasks(tasksOf(session.run), session.currentTask, session.names, session.page),
  ),
  plain('ready', 'r', 'the ready queue, with the end of this iteration', (session) =>
    renderReady(readyOf(session.run), session.names, session.page),
  ),
  plain('timers', 'h', 'the timers in order of deadline', (session) =>
    renderTimers(timersOf(session.run), session.names, session.page),
  ),
  plain('objects', 'o', 'locks, queues and so on: state, holders, who waits', (session) =>
    renderObjects(objectsOf(session.run), session.names, session.page),
  ),
  plain('output', 'out', 'what the program has written so far', ({ run, page }) => {
    const lines = renderOutput(outputOf(run), page, Number.POSITIVE_INFINITY);
    return lines.length === 0 ? ['nothing was written yet'] : lines;
  }),
  {
    ...{ name: 'events', short: 'e', takes: '[N]', act: events },
    says: 'the events of this step, or the last N',
  },
  {
    ...{ name: 'why', short: 'y', takes: '[EVENT|TASK]', act: why },
    says: 'the chain of causes of this step, of an event, or of the last of a task',
  },
  {
    ...{ name: 'list', short: 'l', takes: '[LINE]', act: list },
    says: 'the source around the current line, or a line',
  },
  plain('here', '.', 'this step again', (session) => session.here()),
  plain('status', 'st', 'where this is, in numbers', status),
];
