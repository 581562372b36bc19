// The commands that show: what is ready, what is timed, who waits where, and why.

import { printable } from '../../base/printable.ts';
import { formatSeconds } from '../../report/seconds.ts';
import { renderEvents } from '../../report/step/event-line.ts';
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
import { Inquiry } from '../../report/why/explain.ts';
import type { Question } from '../../report/why/explanation.ts';
import { renderExplanation } from '../../report/why/render.ts';
import type { TraceEvent } from '../../trace/event.ts';
import type { TaskView } from '../../trace/run-view.ts';
import { count, nearest, none, refuse, task } from './arguments.ts';
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

/** Events that are looked at between two chances to be interrupted. */
const EVENTS_AT_ONCE = 4096;

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

/** Answers what `sim why` answers, of the run as far as it has come. */
function* why(session: Session, rest: string): Acting {
  const { run, page } = session;
  const question = questionOf(session, rest);
  const inquiry = new Inquiry();
  for (const event of run.log) {
    inquiry.see(event);
    if (event.seq % EVENTS_AT_ONCE === 0) yield;
  }
  const explanation = inquiry.finish(run.header, null).explain(question);
  return renderExplanation(explanation, run.header.source.name, page).trimEnd().split('\n');
}

/** What is asked: of an event by its number, of a task, or of the step that ran last. */
function questionOf(session: Session, rest: string): Question {
  const { log } = session.run;
  if (log.count === 0) throw new Refusal('nothing has happened yet');
  if (rest === '') {
    const { currentTask } = session;
    if (currentTask !== 0) return { about: 'task', task: currentTask, at: null };
    const handle = session.run.events().findLast(({ kind }) => kind === 'handle.executed');
    return { about: 'event', seq: handle?.seq ?? log.count };
  }
  if (/^\d+$/.test(rest)) {
    return { about: 'event', seq: count(rest, `an event, 1 to ${log.count}`, null, 1, log.count) };
  }
  const [word] = rest.split(/\s+/, 1);
  if (word !== 'cancelled') return { about: 'task', task: task(session, rest), at: null };
  const cancelled = rest.slice(word.length).trim();
  const number = cancelled === '' ? session.currentTask : task(session, cancelled);
  if (number === 0) refuse("a task's number or name, since this step is of none", '');
  return { about: 'cancellation', task: number };
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
    ...{ name: 'why', short: 'y', takes: '[WHAT]', act: why },
    says: 'why this step ran, an EVENT happened, a TASK waits or was cancelled',
    more: `  why                   the task of this step: why it ran, what it awaits, who has that
  why EVENT             an event by its number, with its causes
  why TASK              a task by its number or name
  why cancelled [TASK]  who asked it to end, and what it made of that`,
  },
  {
    ...{ name: 'list', short: 'l', takes: '[LINE]', act: list },
    says: 'the source around the current line, or a line',
  },
  plain('here', '.', 'this step again', (session) => session.here()),
  plain('status', 'st', 'where this is, in numbers', status),
];
