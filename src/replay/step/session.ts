// What the commands of the debugger share: the place in the run, the breakpoints, how things are
// called and drawn. The texts of the commands come from here and from report/step.

import type { Page } from '../../report/page.ts';
import type { Names } from '../../report/step/names.ts';
import { renderLine, renderStep, type SourceLines } from '../../report/step/place.ts';
import type { TaskView } from '../../trace/run-view.ts';
import { taskOf } from './read-run.ts';
import type { SteppedRun } from './stepped-run.ts';
import type { Stepper, Stop } from './stepper.ts';

/** What a command says: lines. While it is at work it gives way now and then. */
export type Acting = Generator<undefined, readonly string[], undefined>;

/** A command of the debugger. */
export interface Command {
  readonly name: string;
  readonly short: string;
  /** What may follow its name. */
  readonly takes: string;
  readonly says: string;
  /** What is to be known of it besides, for `help NAME`. */
  readonly more?: string;
  /** Throws Refusal for what it cannot take. */
  act(session: Session, rest: string): Acting;
}

/** A command was not what was expected; the message says what was. */
export class Refusal extends Error {}

export interface Breakpoint {
  readonly number: number;
  readonly stop: Stop;
}

export class Session {
  readonly stepper: Stepper;
  readonly page: Page;
  readonly source: SourceLines;
  readonly names: Names;
  breakpoints: readonly Breakpoint[] = [];
  #lastNumber = 0;

  constructor(stepper: Stepper, page: Page) {
    this.stepper = stepper;
    this.page = page;
    const { name, text } = stepper.run.header.source;
    this.source = { name, lines: text.replace(/\r?\n$/, '').split(/\r\n|\r|\n/u) };
    this.names = {
      task: (task) => this.run.named(task),
      object: (object) => this.run.holdings.nameOf(object),
    };
  }

  get run(): SteppedRun {
    return this.stepper.run;
  }

  /** The task whose step was the last; 0 for none. */
  get currentTask(): number {
    return this.run.view().task;
  }

  /** The line at which the current task stands, or that ran last; null for none. */
  get currentLine(): number | null {
    const task: TaskView | null = taskOf(this.run, this.currentTask);
    const frame = task?.stack.findLast(({ at }) => at !== null);
    return frame?.at?.[0] ?? this.run.view().line;
  }

  /** Where it stands, in lines. */
  here(): string[] {
    const { run, names, page, source } = this;
    const line = this.currentLine;
    return [
      ...renderStep(run.view(), run.events(), names, page),
      ...(line === null ? [] : renderLine(line, source, page)),
    ];
  }

  addBreakpoint(stop: Stop): Breakpoint {
    const breakpoint = { number: ++this.#lastNumber, stop };
    this.breakpoints = [...this.breakpoints, breakpoint];
    return breakpoint;
  }
}
