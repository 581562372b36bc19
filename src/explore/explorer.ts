// The search: runs the default order first, then what its strategy plans, and keeps the first trial
// of every failure. It goes on in slices, so whoever holds it stays in control; what it finds does
// not depend on the slices.

import type { ChoiceKind } from '../kernel/policy.ts';
import { EventBatch } from '../trace/tracer.ts';
import type { Variation } from './asked-policy.ts';
import { CancelSafety } from './cancel-safety.ts';
import { DEFAULT_EXPLORE_LIMITS, type ExploreLimits } from './limits.ts';
import { RunLog } from './orders/run-log.ts';
import { StretchIds } from './orders/stretch-ids.ts';
import { strangenessOf } from './reach.ts';
import type { Schedule } from './schedule.ts';
import { type StrategyName, strategyNamed } from './strategies/named.ts';
import type { Coverage, Plan, Strategy } from './strategy.ts';
import type { Subject } from './subject.ts';
import type { Symptom } from './symptom.ts';
import { departuresOf, runSchedule, runTrial, type Trial } from './trial.ts';
import { finished, Halted, pause, type Work } from './work.ts';

export interface ExplorerOptions extends Variation {
  /** Default `mixed`. */
  readonly strategy?: StrategyName;
  /** Schedules to try, the default one included. Default 1000. */
  readonly runs?: number;
  /** Of the strategy's own draws. Default: the program's. */
  readonly seed?: number;
  /** Failures after which the search ends. Default 10. */
  readonly failures?: number;
  /** Schedules that failed before: they are tried first. */
  readonly known?: readonly Schedule[];
  /** Why a search cannot be exhaustive where durations vary; null for no reason. */
  readonly clockReservation?: string | null;
  /** Whether orders of what commutes are left out. Default true. */
  readonly reduces?: boolean;
  /** Whether random draws decide more than durations of waits. Default true. */
  readonly countsDraws?: boolean;
  /** What `trialAt` gave elsewhere, by the number of the plan: it is not run again. */
  readonly fetched?: ReadonlyMap<number, Trial | null>;
  /** Default: DEFAULT_EXPLORE_LIMITS. */
  readonly limits?: Partial<ExploreLimits>;
}

export const DEFAULT_RUNS = 1000;
export const DEFAULT_FAILURES = 10;
const DEFAULT_STRATEGY: StrategyName = 'mixed';

const NOTHING: Coverage = { isExhaustive: false, note: 'nothing was tried' };

/** A failure, and the least strange trial in which it was seen. */
export interface Sighting {
  readonly symptom: Symptom;
  readonly trial: Trial;
  /** The number of the run in which it was seen first, from 1. */
  readonly run: number;
}

export class Explorer {
  readonly subject: Subject;
  readonly variation: Variation;
  readonly #options: ExplorerOptions;
  readonly #sightings = new Map<string, Sighting>();
  /** Rules of the advice that the default run gives. */
  readonly #usual = new Set<string>();
  #strategy: Strategy | null = null;
  /** What single cancellations do; null where none are delivered. */
  cancelSafety: CancelSafety | null = null;
  /** Shared by the logs of all runs. */
  readonly #ids = new StretchIds();
  #log: RunLog;
  /** One run's events are written where those of the run before were. */
  readonly #spare = new EventBatch();
  #runs = 0;
  #planned = 0;
  #isOver = false;
  /** Whether a plan was begun and not learned from: what follows it is not known. */
  #isUnderWay = false;
  /** Why the search was ended before its own end, as a clause. */
  #ended: string | null = null;

  constructor(subject: Subject, options: ExplorerOptions) {
    this.subject = subject;
    this.variation = { kinds: options.kinds, jitter: options.jitter };
    this.#options = options;
    this.#log = this.#newLog();
  }

  get limits(): ExploreLimits {
    return { ...DEFAULT_EXPLORE_LIMITS, ...this.#options.limits };
  }

  /** Runs so far. */
  get runs(): number {
    return this.#runs;
  }

  /** What was found so far, in the order of finding. */
  get sightings(): readonly Sighting[] {
    return [...this.#sightings.values()];
  }

  get failures(): number {
    return this.sightings.filter(({ symptom }) => symptom.level === 'failure').length;
  }

  /** The number of the plan that comes next. */
  get planned(): number {
    return this.#planned;
  }

  /**
   * Carries out a plan that depends on its number alone, without counting the run: the trial; null
   * where there is nothing to note of it, undefined for a plan that depends on the runs before it.
   */
  trialAt(index: number): Trial | null | undefined {
    this.#strategy ??= this.#strategyFor(finished(this.#tried(this.#default)));
    if (!this.#strategy.isIndexed(index)) return undefined;
    const plan = this.#strategy.plan(index);
    const trial = plan === null ? null : finished(this.#tried(plan));
    const isNoteworthy = trial !== null && (trial.symptoms.length > 0 || this.#delivers);
    return isNoteworthy ? trial : null;
  }

  /** Whether cancellations are delivered: what each of them does is noted, good or bad. */
  get #delivers(): boolean {
    return this.variation.kinds.has('cancel');
  }

  get strategyName(): StrategyName {
    return this.#options.strategy ?? DEFAULT_STRATEGY;
  }

  /** Tries up to `count` schedules; true when there is nothing more to do. */
  *advance(count: number): Work<boolean> {
    const { runs = DEFAULT_RUNS, failures = DEFAULT_FAILURES } = this.#options;
    try {
      for (let i = 0; i < count && !this.#isOver; i++) {
        if (this.#runs >= runs) this.end(`it stopped after ${counted(runs, 'schedule')} (--runs)`);
        else if (this.failures >= failures)
          this.end(`it stopped after ${counted(failures, 'failure')} (--failures)`);
        else {
          yield* this.#tryNext();
          yield* pause();
        }
      }
    } catch (error) {
      if (!(error instanceof Halted)) throw error;
      this.end(error.reason);
    }
    return this.#isOver;
  }

  /** Ends the search before its own end; `reason`: a clause. */
  end(reason: string): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#ended = reason;
  }

  coverage(): Coverage {
    const covered = this.#strategy?.coverage() ?? NOTHING;
    if (covered.isExhaustive && !this.#isUnderWay) return covered;
    const notes = [this.#ended, covered.isExhaustive ? null : covered.note];
    const told = notes.filter((each) => each !== null);
    return { isExhaustive: false, note: told.join('; ') };
  }

  get #default(): Plan {
    return { seed: this.subject.seed, decide: () => null };
  }

  *#tryNext(): Work<void> {
    const known = this.#options.known ?? [];
    if (this.#strategy === null) {
      const trial = yield* this.#tried(this.#default);
      this.#strategy = this.#strategyFor(this.#note(trial));
      this.#strategy.learn(trial);
      // What does not end by itself would take as long in every other order.
      if (trial.ended.limit === null) return;
      this.#isUnderWay = true;
      this.end('the default run reaches a limit');
      return;
    }
    const before = this.#runs - 1;
    if (before < known.length) {
      this.#note(yield* runSchedule(this.subject, this.variation, known[before]));
      return;
    }
    const index = this.#planned++;
    const fetched = this.#options.fetched?.get(index);
    if (fetched === null) this.#runs++;
    else if (fetched !== undefined) this.#note(fetched);
    else yield* this.#carryOut(this.#strategy, index);
  }

  *#carryOut(strategy: Strategy, index: number): Work<void> {
    const plan = strategy.plan(index);
    if (plan === null) {
      this.#isOver = true;
      return;
    }
    this.#isUnderWay = true;
    strategy.learn(this.#note(yield* this.#tried(plan, strategy.isIndexed(index))));
    this.#isUnderWay = false;
  }

  /** Runs a plan; what an indexed one does teaches nobody, so its time is not logged. */
  #tried(plan: Plan, isIndexed = false): Work<Trial> {
    const observers: RunLog[] = [];
    if (!isIndexed) {
      this.#log = this.#newLog();
      observers.push(this.#log);
    }
    return runTrial(this.subject, this.variation, plan, observers, this.#spare);
  }

  #newLog(): RunLog {
    const { reduces = true, countsDraws = true } = this.#options;
    const knowsPlaces = reduces && mayReduce(this.subject, this.variation.kinds);
    return new RunLog({ knowsPlaces, countsDraws, moments: this.limits.jumps }, this.#ids);
  }

  #note(trial: Trial): Trial {
    this.#runs++;
    const isFirst = this.#runs === 1;
    if (isFirst && this.#delivers) this.cancelSafety = new CancelSafety(trial);
    if (trial.seed === this.subject.seed) this.cancelSafety?.see(trial);
    for (const symptom of trial.symptoms) {
      const { key, level, rule } = symptom;
      // Advice that the default order earns already is the business of `sim run`.
      if (isFirst && level === 'advice') this.#usual.add(rule);
      if (this.#usual.has(rule) || !this.#isNews(key, trial)) continue;
      const run = this.#sightings.get(key)?.run ?? this.#runs;
      this.#sightings.set(key, { symptom, trial, run });
    }
    return trial;
  }

  /** Whether a failure is new, or was seen before only in a trial that departs more strangely. */
  #isNews(key: string, trial: Trial): boolean {
    const known = this.#sightings.get(key);
    return known === undefined || this.#strangeness(trial) < this.#strangeness(known.trial);
  }

  #strangeness({ asked, seed }: Trial): number {
    return strangenessOf(departuresOf(asked, seed !== this.subject.seed));
  }

  #strategyFor(first: Trial): Strategy {
    const { seed = this.subject.seed } = this.#options;
    const kinds: ReadonlySet<ChoiceKind> = this.variation.kinds;
    return strategyNamed(this.strategyName, {
      seed,
      kinds,
      questions: first.asked.length,
      cancelPoints: first.asked.filter(({ kind }) => kind === 'cancel').length,
      log: () => this.#log,
      reservation: kinds.has('data') ? 'random data are drawn, not enumerated' : null,
      clockReservation: this.#options.clockReservation ?? null,
      limits: this.limits,
      programSeed: this.subject.seed,
    });
  }
}

/**
 * Whether it may be known what commutes. Timers that are due together come in the order of their
 * making unless that is varied, too: then whatever makes them shares it, and nothing commutes.
 */
export function mayReduce({ tellsPlaces }: Subject, kinds: ReadonlySet<ChoiceKind>): boolean {
  return tellsPlaces && kinds.has('ties');
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
