// What a run's events say of its time: when the clock jumped, which timers were pending then and
// which fired, and of which durations their deadlines are made. The questions that the policy was
// asked stand between the jumps, in order.

import type { EventKind } from '../../trace/event.ts';
import { type EventBatch, FIELDS, Kind, type TraceSink } from '../../trace/tracer.ts';

/** A timer: due `length` seconds after the moment `origin`. */
export interface TimerRecord {
  readonly serial: number;
  /** Jumps of the clock before it was scheduled: 0 is the start. */
  readonly origin: number;
  readonly length: number;
  /** The question that decided its length; -1 for a length of the program. */
  readonly question: number;
}

/** A jump of the clock to the next deadline. */
export interface Jump {
  /** Where it led, virtual seconds. */
  readonly time: number;
  /** The timers that might have fired, in order of their making. */
  readonly pending: readonly TimerRecord[];
  /** Those that did. */
  readonly fired: Set<number>;
}

/** What was decided, in order: a question was answered, or the clock jumped. */
export type Decision =
  | { readonly type: 'question'; readonly question: number }
  | { readonly type: 'jump'; readonly jump: number };

export class TimingLog implements TraceSink {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>([
    'timer.scheduled',
    'timer.fired',
    'timer.cancelled',
    'loop.idle',
    'choice.made',
    'clock.blocked',
    'job.submitted',
  ]);
  readonly readsValues = false;
  readonly jumps: Jump[] = [];
  readonly decisions: Decision[] = [];
  /** Whether time passed otherwise than by timers: in a blocking call, or in a thread. */
  isBlocked = false;
  #questions = 0;
  readonly #pending = new Map<number, TimerRecord>();
  /** Durations that have not reached their timer yet: question and length. */
  readonly #unscheduled: [question: number, length: number][] = [];
  #isJumping = false;

  receive(batch: EventBatch): void {
    const { kinds, times, fields, length } = batch;
    for (let i = 0; i < length; i++) {
      const [a, b] = [fields[i * FIELDS], fields[i * FIELDS + 1]];
      switch (kinds[i]) {
        case Kind.timerScheduled:
          this.#scheduled(a as number, b as number, times[i]);
          break;
        case Kind.timerFired:
          if (this.#isJumping) this.jumps[this.jumps.length - 1].fired.add(a as number);
          this.#pending.delete(a as number);
          break;
        case Kind.timerCancelled:
          this.#isJumping = false;
          this.#pending.delete(a as number);
          break;
        case Kind.loopIdle:
          this.#jumped(a as number);
          break;
        case Kind.choiceMade:
          this.#asked(a as string, b as number, fields[i * FIELDS + 2] as string);
          break;
        case Kind.clockBlocked:
        case Kind.jobSubmitted:
          this.isBlocked = true;
      }
    }
  }

  /** Durations that never became a timer's. */
  get lost(): number {
    return this.#unscheduled.length;
  }

  #scheduled(serial: number, when: number, now: number): void {
    this.#isJumping = false;
    const at = this.#unscheduled.findIndex(([, length]) => now + length === when);
    const [question, length] = at < 0 ? [-1, when - now] : this.#unscheduled.splice(at, 1)[0];
    this.#pending.set(serial, { serial, origin: this.jumps.length, length, question });
  }

  #jumped(time: number): void {
    this.decisions.push({ type: 'jump', jump: this.jumps.length });
    this.jumps.push({ time, pending: [...this.#pending.values()], fired: new Set() });
    this.#isJumping = true;
  }

  #asked(kind: string, options: number, picked: string): void {
    const question = this.#questions++;
    this.decisions.push({ type: 'question', question });
    if (kind === 'timing' && options === 0) this.#unscheduled.push([question, Number(picked)]);
  }
}
