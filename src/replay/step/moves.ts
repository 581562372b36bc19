// The commands that move: forward, and back by the same. A move over more than one step ends at a
// breakpoint as well; one that stops nowhere ends at the end of the run, or at its start.

import { renderDivergence } from '../../report/divergence.ts';
import { formatSeconds } from '../../report/seconds.ts';
import { renderOutput } from '../../report/step/place.ts';
import { count, none, refuse, seconds, task } from './arguments.ts';
import type { Acting, Command, Session } from './session.ts';
import { Refusal } from './session.ts';
import type { Stop } from './stepper.ts';
import { atPosition, nextInstant, nextIteration, notAfter, notBefore, taskRuns } from './stops.ts';

type Direction = 'forward' | 'back';

/** Goes on until one of the stops or a breakpoint, `times` times; a breakpoint ends it. */
function* move(session: Session, direction: Direction, stops: readonly Stop[], times = 1): Acting {
  const { stepper } = session;
  if (direction === 'forward' && stepper.run.isOver) {
    throw new Refusal('the run is over: rs goes back a step, goto to any');
  }
  if (direction === 'back' && stepper.position === 0) {
    throw new Refusal('this is the start of the run: s goes on');
  }
  const seen = stepper.run.log.count;
  let hit: readonly Stop[] = [];
  const breaks = session.breakpoints.map(({ stop }) => stop);
  for (let i = 0; i < times; i++) {
    hit = yield* stepper[direction]([...stops, ...breaks]);
    if (hit.length === 0 || hit.some((stop) => breaks.includes(stop))) break;
  }
  return arrival(session, hit, direction === 'forward' ? seen : null);
}

/** What is said where a move has ended; `seen` events were there before it. */
function arrival(session: Session, hit: readonly Stop[], seen: number | null): readonly string[] {
  const { run, page, breakpoints } = session;
  const { events } = run.view();
  const passed: { readonly text: string }[] = [];
  for (let seq = (seen ?? run.log.count) + 1; seq < events[0]; seq++) {
    const event = run.log.event(seq);
    if (event?.kind === 'output.written') passed.push({ text: event.text });
  }
  const reached = breakpoints
    .filter(({ stop }) => hit.includes(stop))
    .map(({ number, stop }) => page.style.waiting(`breakpoint ${number}: ${stop.text}`));
  return [...renderOutput(passed, page), ...reached, ...session.here(), ...ending(session)];
}

/** How the run has ended, where it has. */
function ending({ run, page }: Session): string[] {
  const { result } = run;
  if (result === null) return [];
  if (result.divergence !== null) {
    return renderDivergence(result.divergence, page).trimEnd().split('\n');
  }
  const { outcome } = result;
  if (outcome === null) return [page.style.bad('the trace goes no further')];
  const mark = outcome.end === 'finished' ? page.style.good : page.style.bad;
  return [mark(`the run is over: ${outcome.end} at ${formatSeconds(outcome.time)}`)];
}

function* steps(session: Session, direction: Direction, rest: string): Acting {
  const far = count(rest, 'a number of steps');
  const { position } = session.stepper;
  const target = direction === 'forward' ? position + far : Math.max(0, position - far);
  return yield* move(session, direction, [atPosition(target)]);
}

function* iterations(session: Session, direction: Direction, rest: string): Acting {
  const times = count(rest, 'a number of iterations');
  return yield* move(session, direction, [nextIteration()], times);
}

function* ofTask(session: Session, direction: Direction, rest: string): Acting {
  const number = rest === '' ? session.currentTask : task(session, rest);
  if (number === 0) refuse("a task's number or name, since this step is of none", rest);
  const stop = taskRuns(`task ${number}`, (_, each) => each === number);
  return yield* move(session, direction, [stop]);
}

function* until(session: Session, direction: Direction, rest: string): Acting {
  if (rest === '') return yield* move(session, direction, [nextInstant()]);
  const { time } = session.run.view();
  const when = seconds(rest, time);
  const isForward = direction === 'forward';
  if (isForward ? when < time : when > time) {
    const hint = isForward ? 'ru goes back' : 'u goes on';
    refuse(`a time ${isForward ? 'from' : 'up to'} ${formatSeconds(time)}`, rest, hint);
  }
  return yield* move(session, direction, [isForward ? notBefore(when) : notAfter(when)]);
}

function* toBreakpoint(session: Session, direction: Direction, rest: string): Acting {
  none(rest);
  return yield* move(session, direction, []);
}

function* goTo(session: Session, rest: string): Acting {
  const { stepper } = session;
  const known = new Map([
    ['start', 0],
    ['end', Number.POSITIVE_INFINITY],
  ]);
  const position = known.get(rest) ?? count(rest, 'a step: its number, start or end', null, 0);
  yield* stepper.goTo(position);
  return arrival(session, [], null);
}

type Journey = (session: Session, direction: Direction, rest: string) => Acting;

/** A command and the one that does the same backwards. */
function both(
  name: string,
  short: string,
  takes: string,
  says: string,
  back: string,
  journey: Journey,
): Command[] {
  return [
    { name, short, takes, says, act: (session, rest) => journey(session, 'forward', rest) },
    {
      name: `reverse-${name}`,
      short: `r${short}`,
      takes,
      says: back,
      act: (session, rest) => journey(session, 'back', rest),
    },
  ];
}

export const MOVES: readonly Command[] = [
  ...both(
    'step',
    's',
    '[N]',
    'go on by N steps (handles of the loop)',
    'go back by N steps',
    steps,
  ),
  ...both(
    ...(['iteration', 'i', '[N]', 'go on to the first step of the next iteration'] as const),
    'go back to the first step of an iteration',
    iterations,
  ),
  ...both(
    ...(['task', 't', '[TASK]', 'go on to the next step of a task'] as const),
    'go back to the last step of a task',
    ofTask,
  ),
  ...both(
    ...(['until', 'u', '[SECONDS]', 'go on to a time, +1 from now, or the next instant'] as const),
    'go back to a time, -1 from now, or the last instant',
    until,
  ),
  ...both(
    ...(['continue', 'c', '', 'go on to the next breakpoint, or the end'] as const),
    'go back to the last breakpoint, or the start',
    toBreakpoint,
  ),
  { name: 'goto', short: 'g', takes: 'N', says: 'go to step N, to start or to end', act: goTo },
];
