// A failure as it is handed out: its smallest schedule, how far that is from what CPython does by
// itself, the trace, and in words what departs from the default order and where.

import type { ChoiceKind, DurationRange } from '../kernel/policy.ts';
import type { TraceEvent } from '../trace/event.ts';
import { MemoryTrace } from '../trace/memory.ts';
import { AskedPolicy, type Variation } from './asked-policy.ts';
import type { Sighting } from './explorer.ts';
import { type Reach, reachOf } from './reach.ts';
import { type Asked, decidedBy, type Schedule } from './schedule.ts';
import { shrink } from './shrink.ts';
import { storyOf, taskName } from './story.ts';
import type { Subject } from './subject.ts';
import type { Symptom } from './symptom.ts';
import { departuresOf, scheduleOfTrial, type Trial } from './trial.ts';
import { during, Halted, pause, type Stage, type Work } from './work.ts';

/** One answer that departs from the default. */
export interface Departure {
  readonly kind: ChoiceKind;
  /** `[line, column]` of what was asked; null where no code of the program asks. */
  readonly at: readonly [number, number] | null;
  /** What is different, as a clause. */
  readonly text: string;
}

/** A duration that the schedule fixes. */
export interface FixedDuration {
  /** Which duration out of a draw it is, from 1; 0 for one that comes from none. */
  readonly draw: number;
  readonly seconds: number;
}

export interface Finding {
  readonly symptom: Symptom;
  readonly reach: Reach;
  /** The kinds of choice that it needs. */
  readonly kinds: readonly ChoiceKind[];
  /** The run in which it was seen first, from 1. */
  readonly run: number;
  readonly schedule: Schedule;
  readonly departures: readonly Departure[];
  readonly durations: readonly FixedDuration[];
  /** What happens, as sentences without their full stops: who overtakes whom, what that breaks. */
  readonly story: readonly string[];
  /** Of the smallest schedule: one JSON object a line; null where it was not recorded. */
  readonly trace: string | null;
  /** Why there may be a smaller schedule, as a clause; null where this is the smallest. */
  readonly unfinished: string | null;
  /** Why trace, departures or story are missing, as a clause; null where all is there. */
  readonly untold: string | null;
}

type Telling = Pick<Finding, 'trace' | 'departures' | 'story' | 'untold'>;

/**
 * Makes a sighting as small as it gets, in so many runs at most, and tells what it takes. Where it
 * is ended early, it gives what it has.
 */
export function* findingOf(
  subject: Subject,
  variation: Variation,
  sighting: Sighting,
  maxRuns?: number,
): Work<Finding, Stage> {
  const { symptom, trial, run } = sighting;
  const options = { trial, key: symptom.key, ...(maxRuns === undefined ? {} : { maxRuns }) };
  const shrunk = yield* during('shrink', shrink(subject, variation, options));
  const { trial: least, unfinished } = shrunk;
  const schedule = scheduleOfTrial(least);
  const kinds = departuresOf(least.asked, least.seed !== subject.seed);
  const shown = least.symptoms.find(({ key }) => key === symptom.key) ?? symptom;
  return {
    ...{ symptom: shown, run, schedule, unfinished },
    ...(yield* during('tell', tellingOf(subject, variation, least, shown))),
    reach: reachOf(kinds),
    kinds: [...kinds],
    durations: least.asked.flatMap(({ range, answer }) =>
      typeof answer === 'number' ? [{ draw: range?.draw ?? 0, seconds: answer }] : [],
    ),
  };
}

/** What takes further runs to be told; where it is ended early, what there is by then. */
function* tellingOf(
  subject: Subject,
  variation: Variation,
  trial: Trial,
  symptom: Symptom,
): Work<Telling> {
  const schedule = scheduleOfTrial(trial);
  let told: Telling = { trace: null, departures: [], story: [], untold: null };
  try {
    const policy = new AskedPolicy(variation, decidedBy(schedule));
    yield* pause();
    told = { ...told, trace: yield* subject.record(policy, schedule.seed) };
    told = { ...told, departures: yield* departuresIn(subject, variation, trial) };
    return { ...told, story: yield* storyOf(subject, variation, schedule, symptom) };
  } catch (error) {
    if (!(error instanceof Halted)) throw error;
    return { ...told, untold: error.reason };
  }
}

/** What departs from the default in a trial, and where: it is run once more. Throws Halted. */
export function* departuresIn(
  subject: Subject,
  variation: Variation,
  trial: Trial,
): Work<Departure[]> {
  const events = new MemoryTrace(new Set(['choice.made', 'task.created']));
  const policy = new AskedPolicy(variation, decidedBy(scheduleOfTrial(trial)));
  yield* subject.run(policy, trial.seed, null, [events]);
  const names = new Map<number, string>();
  const departures: Departure[] = [];
  let question = 0;
  for (const event of events) {
    if (event.kind === 'task.created') names.set(event.task, taskName(event));
    if (event.kind !== 'choice.made') continue;
    const asked = trial.asked[question++];
    if (asked.answer === null) continue;
    const text = clauseOf(asked, event, names, variation.jitter !== null);
    departures.push({ kind: asked.kind, at: event.at, text });
  }
  if (trial.seed === subject.seed) return departures;
  return [{ kind: 'data', at: null, text: `random numbers of seed ${trial.seed}` }, ...departures];
}

function clauseOf(
  asked: Asked,
  event: TraceEvent,
  names: ReadonlyMap<number, string>,
  isJittered: boolean,
): string {
  const { kind, range, answer } = asked;
  const who = names.get(event.task) ?? 'the loop';
  const where = event.at === null ? '' : ` on line ${event.at[0]}`;
  if (range !== null) {
    return durationClause(range, answer as number, `${who}${where}`, isJittered);
  }
  const order = (answer as readonly number[]).map((option) => option + 1).join(', ');
  switch (kind) {
    case 'cancel': {
      const when = (answer as readonly number[])[0] === 1 ? 'while it waits' : 'as it wakes';
      return `${who} is cancelled${where} ${when}`;
    }
    case 'ties':
      return `timers of ${event.time} s fire in the order ${order} of their making`;
    case 'sets':
      return `a set is walked${where} in the order ${order}`;
    default:
      return `the ready queue at ${event.time} s runs in the order ${order}`;
  }
}

/**
 * `who`: with the line. Between what a duration may lie is told where it comes from a draw, and
 * lies within that: a jitter takes it further.
 */
function durationClause(
  range: DurationRange,
  answer: number,
  who: string,
  isJittered: boolean,
): string {
  const { nominal, least, most, values, draw } = range;
  const usual = `instead of ${Number(nominal.toPrecision(6))} s`;
  if (draw === undefined || isJittered) return `the wait of ${who} takes ${answer} s ${usual}`;
  const upTo = Number.isFinite(most) ? `up to ${most} s` : 'any length';
  const between = least > 1e-9 && Number.isFinite(most) ? `${least} to ${most} s` : upTo;
  const possible = values === null ? between : `one of ${values.join(', ')} s`;
  return `${who} draws ${answer} s ${usual} (${possible})`;
}
