// Expectations while a program runs: `always` and `eventually` after the state is set up and after
// every handle, `finally` once after the run. Outcomes are events of the trace and stay here for
// the report. An expression that raises has failed, with the exception as its reason.

import type { Tracer } from '../trace/tracer.ts';
import { Kind } from '../trace/tracer.ts';
import type { Expectation } from './scenario.ts';

export type Rule = 'always' | 'eventually' | 'finally';

export interface Verdict {
  readonly rule: Rule;
  readonly text: string;
  /** Null while undecided: `eventually` not seen yet, `finally` not reached. */
  readonly held: boolean | null;
  /** Why it failed; empty otherwise. */
  readonly reason: string;
  /** Virtual seconds at which it was decided. */
  readonly time: number;
}

/** Evaluates an expectation: null where it holds, else why not, empty where it is just false. */
export type Evaluate = () => string | null;

/** Makes the evaluation of an expectation. */
export type Compile = (expectation: Expectation) => Evaluate;

interface Open {
  readonly rule: Rule;
  readonly index: number;
  readonly text: string;
  readonly evaluate: Evaluate;
}

export class Judge {
  readonly #verdicts = new Map<Open, Verdict>();
  readonly #all: readonly Open[];
  #always: Open[];
  #eventually: Open[];
  readonly #tracer: Tracer | null;
  readonly #now: () => number;

  constructor(
    expect: Readonly<Record<Rule, readonly Expectation[]>>,
    compile: Compile,
    tracer: Tracer | null,
    now: () => number,
  ) {
    const open = (rule: Rule): Open[] =>
      expect[rule].map((each, index) => {
        return { rule, index, text: each.text, evaluate: compile(each) };
      });
    this.#always = open('always');
    this.#eventually = open('eventually');
    this.#all = [...this.#always, ...this.#eventually, ...open('finally')];
    this.#tracer = tracer;
    this.#now = now;
  }

  /** What is to be called after every handle; null where nothing is to be evaluated then. */
  get watch(): (() => void) | null {
    const isWatching = this.#always.length > 0 || this.#eventually.length > 0;
    return isWatching ? () => this.step() : null;
  }

  /** After the state is set up, and after every handle. */
  step(): void {
    const decided = this.#verdicts.size;
    for (const each of this.#always) {
      const reason = each.evaluate();
      if (reason !== null) this.#decide(each, false, reason);
    }
    for (const each of this.#eventually) {
      if (each.evaluate() === null) this.#decide(each, true, '');
    }
    if (this.#verdicts.size === decided) return;
    this.#always = this.#always.filter((each) => !this.#verdicts.has(each));
    this.#eventually = this.#eventually.filter((each) => !this.#verdicts.has(each));
  }

  /** After the run; `reached` is false where it was cut short, and `finally` stays undecided. */
  finish(reached: boolean): void {
    for (const each of this.#always) if (reached) this.#decide(each, true, '');
    for (const each of this.#eventually) {
      if (reached) this.#decide(each, false, 'it was never true');
    }
    if (!reached) return;
    for (const each of this.#all) {
      if (each.rule !== 'finally') continue;
      const reason = each.evaluate();
      this.#decide(each, reason === null, reason ?? '');
    }
  }

  /** Every expectation in order, with what is known of it. */
  get verdicts(): readonly Verdict[] {
    return this.#all.map(
      (each) =>
        this.#verdicts.get(each) ?? {
          rule: each.rule,
          text: each.text,
          held: null,
          reason: '',
          time: this.#now(),
        },
    );
  }

  #decide(each: Open, held: boolean, reason: string): void {
    const { rule, index, text } = each;
    this.#verdicts.set(each, { rule, text, held, reason, time: this.#now() });
    if (held) this.#tracer?.emit(Kind.expectHeld, rule, index, text);
    else this.#tracer?.emit(Kind.expectFailed, rule, index, text, reason);
  }
}
