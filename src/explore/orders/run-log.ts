// A run as a search over orders sees it: stretches, each of which begins where a timer fires and
// ends where nothing of what it caused is left to do at that moment; the moments to which the
// clock jumped; and the questions that the policy was asked, in order. A stretch is known by how
// its timer came to be (the stretch that made it, and which of its timers it is), so that it is
// found again in a run that takes another order.

import { RANDOM_NUMBERS } from '../../lang/accesses.ts';
import type { EventKind } from '../../trace/event.ts';
import { type EventBatch, FIELDS, Kind, type TraceSink } from '../../trace/tracer.ts';
import { roundestBetween } from '../round-number.ts';
import type { EarlierSets } from './earlier-sets.ts';
import { EventFootprints, FOOTPRINT_KINDS } from './event-footprints.ts';
import { Footprints } from './footprints.ts';
import { StretchIds } from './stretch-ids.ts';
import { type PlaceTouch, touchPlace } from './touched-places.ts';

/** A timer: due `length` seconds after its stretch `parent` took place. */
export interface TimerRecord {
  readonly id: string;
  /** The stretch that made it. */
  readonly parent: number;
  /** The task that made it; 0 for none. */
  readonly maker: number;
  readonly length: number;
  /** The question that decided its length; -1 for a length of the program. */
  readonly question: number;
  /** The stretch that began when it fired; -1 for none. */
  firedAs: number;
  /** The stretch that cancelled it; -1 for none. */
  cancelledBy: number;
}

/** What one timer caused at its moment; stretch 0 is what comes before the first jump. */
export interface Stretch {
  readonly id: string;
  /** The moment, from 0. */
  readonly moment: number;
  /** Null for stretch 0. */
  readonly timer: TimerRecord | null;
}

/** A question of a moment. */
export interface AskedAt {
  readonly question: number;
  /** The stretch that it belongs to; -1 for the order of ties. */
  readonly stretch: number;
  /** Passes of the loop at that moment before it. */
  readonly pass: number;
}

/** Where the clock stood: the start, or what a jump led to. */
export interface Moment {
  /** Virtual seconds. */
  readonly time: number;
  /** Stretches that began here: from the first up to but without the last. */
  readonly first: number;
  last: number;
  readonly questions: AskedAt[];
}

/** What was decided, in order: the clock jumped, or a question was answered. */
export type Decision =
  | { readonly type: 'jump'; readonly moment: number }
  /** The order of so many stretches from `first` on. */
  | {
      readonly type: 'ties';
      readonly question: number;
      readonly first: number;
      readonly count: number;
    }
  | { readonly type: 'question'; readonly question: number; readonly stretch: number };

export interface RunRecord {
  readonly stretches: readonly Stretch[];
  readonly moments: readonly Moment[];
  readonly decisions: readonly Decision[];
  readonly timers: readonly TimerRecord[];
  /** Whether any timer's length was decided by a question. */
  readonly hasChosenLengths: boolean;
  /** By stretch, up to the last moment that counts: those before it that it clashes with. */
  readonly clashes: EarlierSets;
  /** Whether time passed otherwise than by timers: in a blocking call, or in a thread. */
  readonly isBlocked: boolean;
  /** Durations that never became a timer's. */
  readonly lost: number;
}

export interface RunLogOptions {
  /** Whether what stretches touch is known; if not, none commutes with another. */
  readonly knowsPlaces: boolean;
  /** Whether random draws count, other than those that make a duration. */
  readonly countsDraws: boolean;
  /** Jumps of the clock after which nothing is said of what commutes. */
  readonly moments: number;
}

/** The name of an object in the trace; null for one that has none there. */
type NameInTrace = (object: object) => string | null;

export class RunLog implements TraceSink {
  readonly wants: ReadonlySet<EventKind> = FOOTPRINT_KINDS;
  readonly readsValues = false;
  readonly #options: RunLogOptions;
  readonly #ids: StretchIds;
  readonly #stretches: Stretch[] = [{ id: StretchIds.START, moment: 0, timer: null }];
  readonly #moments: Moment[] = [{ time: 0, first: 0, last: 1, questions: [] }];
  readonly #decisions: Decision[] = [];
  readonly #timers: TimerRecord[] = [];
  /** By serial number: those that have neither fired nor been cancelled. */
  readonly #pending: (TimerRecord | undefined)[] = [];
  readonly #footprints = new Footprints();
  /** Null where what stretches touch is not known anyway. */
  readonly #events: EventFootprints | null;
  /** By stretch: timers made so far. */
  readonly #made: number[] = [0];
  /** By the number of an event: the stretch that it belongs to. */
  readonly #stretchOf: number[] = [0];
  /** By the number of a handle: the stretch that it belongs to. */
  readonly #handles: number[] = [0];
  readonly #touches: PlaceTouch[] = [];
  readonly #objects = new Map<object, string>();
  #nameInTrace: NameInTrace = () => null;
  /** Durations that have not reached their timer yet: question and length. */
  readonly #unscheduled: [question: number, length: number][] = [];
  #questions = 0;
  /** The first pass of the loop at the present moment. */
  #iteration = 0;
  #stretch = 0;
  /** Whether no handle was executed since the clock jumped. */
  #isJumping = false;
  #isBlocked = false;
  #hasChosenLengths = false;
  /** By the event by which it fired: a timer. */
  readonly #firings = new Map<number, TimerRecord>();

  /** `ids`: those of the whole search. */
  constructor(options: RunLogOptions, ids = new StretchIds()) {
    this.#options = options;
    this.#ids = ids;
    const { knowsPlaces, countsDraws } = options;
    this.#events = knowsPlaces ? new EventFootprints(this.#footprints, countsDraws) : null;
  }

  /** The program touched a place; for the run's `onAccess`. */
  onAccess(touch: PlaceTouch): void {
    const isDraw = touch.place === RANDOM_NUMBERS;
    if (this.#events === null || (isDraw && !this.#options.countsDraws)) return;
    this.#touches.push(touch);
    if (touch.object !== null) this.#objects.set(touch.object, touch.place);
  }

  /** Whoever runs the program tells how its objects are called in the trace. */
  named(nameInTrace: NameInTrace): void {
    this.#nameInTrace = nameInTrace;
  }

  receive(batch: EventBatch): void {
    for (let i = 0; i < batch.length; i++) this.#event(batch, i);
  }

  /** What the run was; to be asked for when it is over. */
  record(): RunRecord {
    const names = new Map<string, string>();
    for (const [object, place] of this.#objects) {
      const name = this.#nameInTrace(object);
      if (name !== null) names.set(place, name);
    }
    for (const touch of this.#touches) {
      touchPlace(this.#footprints, this.#handles[touch.handle] ?? 0, touch);
    }
    const end = this.#moments.at(this.#options.moments)?.last ?? this.#stretches.length;
    if (this.#events === null || this.#isBlocked) {
      for (let stretch = 0; stretch < end; stretch++) this.#footprints.unbound(stretch);
    }
    return {
      stretches: this.#stretches,
      moments: this.#moments,
      decisions: this.#decisions,
      timers: this.#timers,
      clashes: this.#footprints.clashes(end, (place) => names.get(place) ?? place),
      hasChosenLengths: this.#hasChosenLengths,
      isBlocked: this.#isBlocked,
      lost: this.#unscheduled.length,
    };
  }

  #event(batch: EventBatch, i: number): void {
    const a = batch.fields[i * FIELDS];
    const b = batch.fields[i * FIELDS + 1];
    const number = batch.first + i;
    switch (batch.kinds[i]) {
      case Kind.handleExecuted:
        this.#executed(batch.causes[i], a as string);
        this.#events?.executed(this.#stretch, batch, i);
        break;
      case Kind.timerScheduled:
        this.#scheduled(a as number, b as number, batch.times[i], batch.tasks[i]);
        break;
      case Kind.timerFired:
        this.#fired(a as number, number);
        break;
      case Kind.timerCancelled:
        this.#cancelled(a as number);
        break;
      case Kind.loopIdle:
        this.#jumped(a as number, batch.iterations[i] + 1);
        break;
      case Kind.choiceMade:
        this.#asked(a as string, b as number, batch, i);
        break;
      case Kind.clockBlocked:
      case Kind.jobSubmitted:
        this.#isBlocked = true;
        break;
      default:
        this.#events?.note(this.#stretch, batch, i);
    }
    this.#stretchOf[number] = this.#stretch;
  }

  #executed(cause: number, name: string): void {
    this.#isJumping = false;
    const isCancelled = name === 'cancelled';
    const timer = this.#firings.get(cause);
    const hasFired = timer !== undefined;
    // What was cancelled before it was due does nothing when it is.
    if (!isCancelled || hasFired) this.#stretch = this.#stretchOf[cause] ?? 0;
    this.#handles.push(this.#stretch);
    const isLate = this.#stretches[this.#stretch].moment !== this.#moments.length - 1;
    // A timer that was cancelled when it was ready already leaves no trace of who did it.
    if (isLate || (isCancelled && hasFired)) this.#footprints.unbound(this.#stretch);
    if (hasFired && name !== 'callback') this.#events?.fired(this.#stretch, timer.maker);
  }

  #scheduled(serial: number, when: number, now: number, maker: number): void {
    const parent = this.#stretch;
    const asked = this.#lengthAsked(now, when);
    const question = asked === null ? -1 : asked[0];
    const length = asked === null ? lengthOf(now, when) : asked[1];
    const id = this.#ids.child(this.#stretches[parent].id, this.#made[parent]++);
    const timer = { id, parent, maker, length, question, firedAs: -1, cancelledBy: -1 };
    this.#timers.push(timer);
    this.#pending[serial] = timer;
  }

  /** The question that decided when a timer is due, and its length; null for none. */
  #lengthAsked(now: number, when: number): readonly [question: number, length: number] | null {
    if (this.#unscheduled.length === 0) return null;
    const at = this.#unscheduled.findIndex(([, length]) => now + length === when);
    if (at < 0) return null;
    this.#hasChosenLengths = true;
    return this.#unscheduled.splice(at, 1)[0];
  }

  #fired(serial: number, number: number): void {
    const timer = this.#pending[serial];
    if (timer === undefined) return;
    this.#pending[serial] = undefined;
    this.#firings.set(number, timer);
    if (!this.#isJumping) {
      // It was due as soon as it was made: it belongs to what made it.
      timer.firedAs = timer.parent;
      this.#stretch = timer.parent;
      return;
    }
    const moment = this.#moments.length - 1;
    this.#stretch = this.#stretches.push({ id: timer.id, moment, timer }) - 1;
    timer.firedAs = this.#stretch;
    this.#moments[moment].last = this.#stretches.length;
    this.#made.push(0);
  }

  #cancelled(serial: number): void {
    const timer = this.#pending[serial];
    if (timer === undefined) return;
    timer.cancelledBy = this.#stretch;
    this.#pending[serial] = undefined;
  }

  #jumped(time: number, iteration: number): void {
    this.#iteration = iteration;
    const moment = this.#moments.length;
    const first = this.#stretches.length;
    this.#decisions.push({ type: 'jump', moment });
    this.#moments.push({ time, first, last: first, questions: [] });
    this.#isJumping = true;
  }

  #asked(kind: string, options: number, { fields, iterations }: EventBatch, i: number): void {
    const question = this.#questions++;
    const pass = iterations[i] - this.#iteration;
    const { questions } = this.#moments[this.#moments.length - 1];
    if (kind === 'ties' && this.#isJumping) {
      const first = this.#stretches.length;
      this.#decisions.push({ type: 'ties', question, first, count: options });
      questions.push({ question, stretch: -1, pass });
      return;
    }
    const stretch = this.#stretch;
    this.#decisions.push({ type: 'question', question, stretch });
    questions.push({ question, stretch, pass });
    if (kind !== 'timing') this.#footprints.unbound(stretch);
    else if (options === 0) this.#unscheduled.push([question, Number(fields[i * FIELDS + 2])]);
  }
}

/** The length that a program asked for at `now`, so that the sum was `when`: a round one, if any. */
function lengthOf(now: number, when: number): number {
  const near = when - now;
  const noise = Math.max(now, when) * 2 * Number.EPSILON;
  const round = roundestBetween(near - noise, near + noise, near);
  return now + round === when ? round : near;
}
