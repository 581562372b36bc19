// What was reported while the program ran and at its end, as a table: the kind of warning, when,
// where in the program, and in a few words what. The words in full are in the program's output.

import { printable } from '../base/printable.ts';
import type { EventKind, TraceEvent } from '../trace/event.ts';
import type { EventFold } from '../trace/fold.ts';
import type { Page } from './page.ts';
import { formatSeconds } from './seconds.ts';
import { renderTable } from './table.ts';

/** Warnings that are kept, and of those the ones that are listed. */
const MAXIMUM_KEPT = 1000;
export const MAXIMUM_LISTED = 20;

export interface RaisedWarning {
  /** `slow-callback`, `never-awaited`, `never-retrieved`, `destroyed-pending` … */
  readonly code: string;
  readonly text: string;
  /** Virtual seconds. */
  readonly time: number;
  readonly at: readonly [number, number] | null;
}

export interface Warnings {
  readonly listed: readonly RaisedWarning[];
  /** All of them. */
  readonly count: number;
}

export class WarningFold implements EventFold {
  readonly wants: ReadonlySet<EventKind> = new Set<EventKind>(['warning.raised']);
  readonly #kept: RaisedWarning[] = [];
  #count = 0;

  see(event: TraceEvent): void {
    if (event.kind !== 'warning.raised') return;
    this.#count++;
    if (this.#kept.length >= MAXIMUM_KEPT) return;
    const { code, text, time, at } = event;
    this.#kept.push({ code, text, time, at });
  }

  /** The warnings so far, in order of time. */
  warnings(): Warnings {
    return { listed: [...this.#kept], count: this.#count };
  }
}

/** The warnings on `page`; `file` is the name of the source. Empty where there are none. */
export function renderWarnings({ listed, count }: Warnings, file: string, page: Page): string {
  if (count === 0) return '';
  const shown = listed.slice(0, MAXIMUM_LISTED);
  const rows = shown.map(({ code, text, time, at }) => [
    printable(code),
    formatSeconds(time),
    at === null ? '' : `${printable(file)}:${at[0]}`,
    printable(text),
  ]);
  const more = count - shown.length;
  return [
    page.style.heading('warnings'),
    ...renderTable(['kind', 'time', 'at', 'what'], rows, page),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}
