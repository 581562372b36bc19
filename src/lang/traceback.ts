// An exception as CPython prints it: the frames it passed through, what it was caused by or raised
// in the handling of, the members of groups, its notes. Source: CPython Lib/traceback.py
// (TracebackException.format, StackSummary.format).

import { isGroup } from '../asyncio/exception-groups.ts';
import { BaseException, type TracebackEntry } from '../asyncio/exceptions.ts';
import { SimulationStop } from '../base/stop.ts';
import { typeOf } from './objects/type-of.ts';
import { formatFrame } from './traceback-frame.ts';
import { suggestionBehind } from './traceback-suggestions.ts';
import type { PyClass } from './values.ts';

/** Gives `str(value)`: the machine. */
export interface Shower {
  str(value: unknown): string;
}

/** Equal lines in a row that are shown. */
const REPEATED_SHOWN = 3;
/** Members of a group that are shown, and groups inside groups. */
const GROUP_WIDTH = 15;
const GROUP_DEPTH = 10;

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';

/** How much of a traceback is shown. */
export interface TracebackOptions {
  /** Frames: the first so many, or the last so many where it is negative. Default: all. */
  readonly limit?: number;
  /** Whether what led to the error is shown, too. Default true. */
  readonly chain?: boolean;
}

/**
 * The traceback of an error, every line with its end.
 * @param source the text of the program's file.
 */
export function formatTraceback(error: unknown, machine: Shower, source: string): string {
  return tracebackPieces(error, machine, source).join('');
}

/** The same in the pieces that `traceback.format_exception` gives: a title, each frame, … */
export function tracebackPieces(
  error: unknown,
  machine: Shower,
  source: string,
  options: TracebackOptions = {},
): string[] {
  return new Formatter(machine, source.split(/\r\n|\r|\n/u), options).format(error);
}

/** What an exception says of itself: its class, its message, its notes; every line with its end. */
export function headline(error: unknown, machine: Shower): string {
  return headlines(error, machine).join('');
}

/**
 * The same in pieces: the message, each line of a note.
 * @param knowsFrame whether the frame that raised it counts in guessing what was meant.
 */
export function headlines(error: unknown, machine: Shower, knowsFrame = true): string[] {
  const name = error instanceof BaseException ? nameOf(typeOf(error)) : 'Exception';
  const message = textOf(error, machine) + suggestionBehind(error, knowsFrame);
  const notes = error instanceof BaseException ? (error.notes ?? []) : [];
  const said = message === '' ? `${name}\n` : `${name}: ${message}\n`;
  return [said, ...notes.flatMap((note) => `${note}`.split('\n')).map((line) => `${line}\n`)];
}

function textOf(error: unknown, machine: Shower): string {
  try {
    return machine.str(error);
  } catch (thrown) {
    if (thrown instanceof SimulationStop) throw thrown;
    return '<exception str() failed>';
  }
}

class Formatter {
  readonly #machine: Shower;
  readonly #source: readonly string[];
  readonly #options: TracebackOptions;
  readonly #seen = new Set<unknown>();
  #depth = 0;
  #needsClose = false;

  constructor(machine: Shower, source: readonly string[], options: TracebackOptions) {
    this.#machine = machine;
    this.#source = source;
    this.#options = options;
  }

  format(error: unknown): string[] {
    const pieces: string[] = [];
    for (const [link, each] of this.#chain(error).reverse()) {
      if (link !== '') pieces.push(this.#emit(link));
      pieces.push(...(isGroup(each) ? this.#group(each) : this.#single(each)));
    }
    return pieces;
  }

  /** The error and what led to it, each with the words that stand before the one after it. */
  #chain(error: unknown): [string, unknown][] {
    const chain: [string, unknown][] = [];
    let each: unknown = error;
    for (;;) {
      this.#seen.add(each);
      const next = this.#before(each);
      chain.push([next === null ? '' : next[0], each]);
      if (next === null) return chain;
      each = next[1];
    }
  }

  #before(error: unknown): [string, BaseException] | null {
    if (!(error instanceof BaseException) || this.#options.chain === false) return null;
    const { cause, context, suppressContext } = error;
    if (cause !== null) return this.#seen.has(cause) ? null : [CAUSE, cause];
    if (context === null || suppressContext || this.#seen.has(context)) return null;
    return [CONTEXT, context];
  }

  #single(error: unknown): string[] {
    const stack = this.#shownStack(error);
    const pieces = stack === null ? [] : ['Traceback (most recent call last):\n', ...stack];
    pieces.push(...headlines(error, this.#machine));
    return pieces.map((each) => this.#emit(each));
  }

  /** The frames of an error that are shown; null where it has no traceback. */
  #shownStack(error: unknown): string[] | null {
    const { limit } = this.#options;
    if (!(error instanceof BaseException) || error.traceback === null || limit === 0) return null;
    if (limit === undefined) return this.#stack(error.traceback);
    const { traceback } = error;
    return this.#stack(limit > 0 ? traceback.slice(0, limit) : traceback.slice(limit));
  }

  #stack(entries: readonly TracebackEntry[]): string[] {
    const pieces: string[] = [];
    let count = 0;
    entries.forEach((entry, index) => {
      const last = index === 0 ? null : entries[index - 1];
      if (last === null || !isSamePlace(last, entry)) {
        pieces.push(...repeated(count));
        count = 0;
      }
      count++;
      if (count <= REPEATED_SHOWN) pieces.push(formatFrame(entry, this.#source));
    });
    return [...pieces, ...repeated(count)];
  }

  #group(group: BaseException & { readonly exceptions: readonly unknown[] }): string[] {
    if (this.#depth > GROUP_DEPTH) {
      return [this.#emit(`... (max_group_depth is ${GROUP_DEPTH})\n`)];
    }
    const isTop = this.#depth === 0;
    if (isTop) this.#depth = 1;
    const pieces: string[] = [];
    const stack = this.#shownStack(group);
    if (stack !== null) {
      const title = 'Exception Group Traceback (most recent call last):\n';
      pieces.push(this.#emit(title, isTop ? '+' : '|'));
      pieces.push(...stack.map((each) => this.#emit(each)));
    }
    pieces.push(...headlines(group, this.#machine).map((each) => this.#emit(each)));
    pieces.push(...this.#members(group.exceptions));
    if (isTop) this.#depth = 0;
    return pieces;
  }

  #members(members: readonly unknown[]): string[] {
    const pieces: string[] = [];
    const shown = members.length <= GROUP_WIDTH ? members.length : GROUP_WIDTH + 1;
    this.#needsClose = false;
    for (let i = 0; i < shown; i++) {
      const isLast = i === shown - 1;
      if (isLast) this.#needsClose = true;
      const isCut = i >= GROUP_WIDTH;
      const title = isCut ? '...' : String(i + 1);
      const dashes = '-'.repeat(16);
      pieces.push(`${this.#indent()}${i === 0 ? '+-' : '  '}+${dashes} ${title} ${dashes}\n`);
      this.#depth++;
      if (isCut) {
        const left = members.length - GROUP_WIDTH;
        pieces.push(this.#emit(`and ${left} more exception${left > 1 ? 's' : ''}\n`));
      } else {
        pieces.push(...this.format(members[i]));
      }
      if (isLast && this.#needsClose) {
        pieces.push(`${this.#indent()}+${'-'.repeat(36)}\n`);
        this.#needsClose = false;
      }
      this.#depth--;
    }
    return pieces;
  }

  #indent(): string {
    return ' '.repeat(2 * this.#depth);
  }

  #emit(text: string, margin = '|'): string {
    if (this.#depth === 0) return text;
    const prefix = `${this.#indent()}${margin} `;
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => `${prefix}${line}\n`)
      .join('');
  }
}

function isSamePlace(a: TracebackEntry, b: TracebackEntry): boolean {
  return a.file === b.file && a.line === b.line && a.function === b.function;
}

function repeated(count: number): string[] {
  const more = count - REPEATED_SHOWN;
  if (more <= 0) return [];
  return [`  [Previous line repeated ${more} more time${more > 1 ? 's' : ''}]\n`];
}

function nameOf(cls: PyClass): string {
  const isPlain = cls.module === 'builtins' || cls.module === '__main__';
  return isPlain ? cls.qualname : `${cls.module}.${cls.qualname}`;
}
