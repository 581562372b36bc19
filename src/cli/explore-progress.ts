// What `sim explore` tells of itself while it works: on a terminal one line that is written over
// and goes in the end; under --progress plain lines for a log, one when something new is done or
// found, else each twice as late as the one before, so that a long search has few of them.

import type { Stage } from '../explore/work.ts';

/** What a search has come to. */
export interface Standing {
  /** Schedules that were tried. */
  readonly runs: number;
  readonly failures: number;
  /** Seconds since it began. */
  readonly spent: number;
  readonly isInterrupted: boolean;
}

/** `live`: one line that is written over; `lines`: one after the other. */
export type ProgressManner = 'live' | 'lines' | 'none';

/** Seconds between two states of the live line, and before the second plain line. */
const SHORTEST = 0.25;
const ERASE = '\u001b[K';

export class Progress {
  readonly #manner: ProgressManner;
  readonly #write: (text: string) => void;
  /** What plain lines have told of already. */
  readonly #told = new Set<string>();
  /** Seconds at which the next line is due. */
  #due = 0;
  #isShown = false;

  constructor(manner: ProgressManner, write: (text: string) => void) {
    this.#manner = manner;
    this.#write = write;
  }

  /** Tells what is being done, if it is time to. */
  show(stage: Stage, standing: Standing): void {
    const { spent, failures, isInterrupted } = standing;
    if (this.#manner === 'none') return;
    if (this.#manner === 'live') {
      if (this.#isShown && spent < this.#due) return;
      this.#due = spent + SHORTEST;
      this.#isShown = true;
      this.#write(`\r${textOf(stage, standing)}${ERASE}`);
      return;
    }
    const news = `${stage} ${failures} ${isInterrupted}`;
    if (this.#told.has(news) && spent < this.#due) return;
    this.#told.add(news);
    this.#due = Math.max(2 * spent, SHORTEST);
    this.#write(`sim: ${textOf(stage, standing)} (${spent.toFixed(1)} s)\n`);
  }

  /** Takes the live line away. */
  clear(): void {
    if (this.#manner !== 'live' || !this.#isShown) return;
    this.#isShown = false;
    this.#write(`\r${ERASE}`);
  }
}

function textOf(stage: Stage, { runs, failures, spent, isInterrupted }: Standing): string {
  const found = counted(failures, 'failure');
  const rate = spent > 0 ? Math.round(runs / spent) : 0;
  const doing: Readonly<Record<Stage, string>> = {
    search: `${counted(runs, 'schedule')}, ${rate} a second, ${found}`,
    shrink: `making ${found} small`,
    tell: `recording and explaining ${found}`,
  };
  return `${isInterrupted ? 'interrupted: ' : ''}${doing[stage]}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
