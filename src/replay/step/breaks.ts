// The commands that set, show and delete breakpoints.

import { printable } from '../../base/printable.ts';
import { EVENT_KINDS } from '../../trace/event.ts';
import { count, nearest, none, refuse } from './arguments.ts';
import { conditionOf } from './condition.ts';
import { type Acting, type Command, Refusal, type Session } from './session.ts';
import type { Stop } from './stepper.ts';
import { eventHappens, exceptionHappens, lineRuns, objectChanges, taskRuns } from './stops.ts';

/** A breakpoint, and what is to be said of it besides. */
interface Found {
  readonly stop: Stop;
  readonly note?: string;
}

const FORMS = 'task TASK, line N, object NAME, event KIND, exception [CLASS] or if EXPRESSION';

const FORM_READERS: ReadonlyMap<string, (session: Session, rest: string) => Found> = new Map([
  ['task', ofTask],
  ['line', ofLine],
  ['object', ofObject],
  ['event', ofEvent],
  ['exception', ofException],
  ['if', ofCondition],
]);

function* breakAt(session: Session, rest: string): Acting {
  if (rest === '') return listed(session);
  const [word] = rest.split(/\s+/, 1);
  const argument = rest.slice(word.length).trim();
  const isLine = /^\d+$/.test(word) && argument === '';
  const read = isLine ? ofLine : FORM_READERS.get(word);
  if (read === undefined) refuse(FORMS, rest, nearest(word, FORM_READERS.keys()));
  const { stop, note } = read(session, isLine ? word : argument);
  const { number } = session.addBreakpoint(stop);
  const said = note === undefined ? '' : ` (${note})`;
  return [`breakpoint ${number}: ${printable(stop.text)}${said}`];
}

function listed({ breakpoints }: Session): string[] {
  if (breakpoints.length === 0) return ['no breakpoints'];
  return breakpoints.map(({ number, stop }) => `breakpoint ${number}: ${printable(stop.text)}`);
}

/** A task by number, name or coroutine: it may not be made yet. */
function ofTask({ run }: Session, rest: string): Found {
  if (rest === '') refuse("a task's number, its name or its coroutine", rest);
  const isNumber = /^\d{1,15}$/.test(rest);
  const isTask = (each: typeof run, task: number): boolean => {
    if (task === 0) return false;
    if (isNumber) return task === Number(rest);
    const known = each.named(task);
    return known?.name === rest || known?.coroutine === rest;
  };
  const stop = taskRuns(`task ${rest}`, isTask);
  const isKnown = isNumber
    ? run.named(Number(rest)) !== null
    : run.tasksNamed(rest).length > 0 || run.coroutineNames().includes(rest);
  return isKnown ? { stop } : { stop, note: 'there is none yet' };
}

function ofLine({ run, source }: Session, rest: string): Found {
  const line = count(rest, `a line, 1 to ${source.lines.length}`, null);
  if (line > source.lines.length) refuse(`a line, 1 to ${source.lines.length}`, rest);
  const lines = run.insides.machine?.lines;
  if (lines !== null && lines !== undefined && !lines.has(line)) {
    const next = [...lines].filter((each) => each > line).sort((a, b) => a - b)[0];
    const hint = next === undefined ? '' : `the next one is ${next}`;
    refuse('a line that has code', rest, hint);
  }
  return { stop: lineRuns(line) };
}

function ofObject({ run }: Session, rest: string): Found {
  if (rest === '') refuse("an object: lock#1, or the program's name for it", rest);
  const stop = objectChanges(
    `object ${rest}`,
    (each, object) => object === rest || each.holdings.nameOf(object) === rest,
  );
  const isKnown = run.objects.all().some(({ object, name }) => object === rest || name === rest);
  return isKnown ? { stop } : { stop, note: 'there is none yet' };
}

function ofEvent(_session: Session, rest: string): Found {
  const nouns = EVENT_KINDS.map((kind) => kind.slice(0, kind.indexOf('.')));
  const known = new Set<string>([...EVENT_KINDS, ...nouns]);
  if (!known.has(rest)) {
    refuse('a kind of event: lock.acquired, or lock for all', rest, nearest(rest, known));
  }
  return { stop: eventHappens(rest) };
}

function ofException(_session: Session, rest: string): Found {
  if (!/^[\w.]*$/.test(rest)) refuse('the name of a class, or nothing for any', rest);
  return { stop: exceptionHappens(rest) };
}

function ofCondition({ run }: Session, rest: string): Found {
  const found = conditionOf(rest, run);
  if ('mistake' in found) throw new Refusal(found.mistake);
  return { stop: found };
}

function* deleteBreak(session: Session, rest: string): Acting {
  if (rest === '' || rest === 'all') {
    session.breakpoints = [];
    return ['no breakpoints'];
  }
  const number = count(rest, 'the number of a breakpoint, or all', null);
  if (!session.breakpoints.some((each) => each.number === number)) {
    const known = session.breakpoints.map((each) => each.number).join(', ');
    refuse(
      'the number of a breakpoint',
      rest,
      known === '' ? 'there is none' : `there is ${known}`,
    );
  }
  session.breakpoints = session.breakpoints.filter((each) => each.number !== number);
  return listed(session);
}

function* list(session: Session, rest: string): Acting {
  none(rest);
  return listed(session);
}

export const BREAKS: readonly Command[] = [
  {
    name: 'break',
    short: 'b',
    takes: 'WHAT',
    says: `stop at ${FORMS}`,
    more: `  task TASK          a step in which a task runs: its number, name or coroutine
  line N (or N)      a step in which that line runs, or an event stands at it: a task that goes on
                     stands at the await at which it waited
  object NAME        a step in which something happens to a lock, queue, event …, or a task begins
                     to wait for it
  event KIND         a step with such an event: lock.acquired, or lock for all of a lock's
  exception [CLASS]  a step in which the program sees an exception: raised, or thrown into a
                     coroutine, caught or not; of the class or one that derives from it
  if EXPRESSION      a step after which an expression over the module's variables is true and before
                     which it was not; it may call what changes nothing`,
    act: breakAt,
  },
  {
    name: 'delete',
    short: 'd',
    takes: '[N]',
    says: 'delete breakpoint N, or all of them',
    act: deleteBreak,
  },
  { name: 'breakpoints', short: 'bl', takes: '', says: 'list the breakpoints', act: list },
];
