// What becomes of a warning: the filters of a run, the last added first, and what was shown before.
// A filter's message is the beginning of a text; patterns are refused, for want of `re`.
// Source: CPython 3.14 Lib/_py_warnings.py (simplefilter, filterwarnings, warn_explicit).

import * as exceptions from '../../../asyncio/exceptions.ts';
import { NotImplementedError, PyTypeError, ValueError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { exceptionClassOf } from '../../objects/exception-classes.ts';
import { isSubclass } from '../../objects/type-of.ts';
import { PyClass, PyModule } from '../../values.ts';

export const warningClass = exceptionClassOf(exceptions.Warning);

const ACTIONS = ['default', 'error', 'ignore', 'always', 'all', 'module', 'once'] as const;
export type Action = (typeof ACTIONS)[number];

export interface Filter {
  readonly action: Action;
  /** How the text begins, in small letters; empty for any. */
  readonly message: string;
  readonly category: PyClass;
  /** The module that is warned about; empty for any. */
  readonly module: string;
  /** Its line; 0 for any. */
  readonly line: number;
}

function ignoring(category: typeof exceptions.Warning, action: Action, module = ''): Filter {
  return { action, message: '', category: exceptionClassOf(category), module, line: 0 };
}

/** CPython's own, without debug mode. */
const DEFAULTS: readonly Filter[] = [
  ignoring(exceptions.DeprecationWarning, 'default', '__main__'),
  ignoring(exceptions.DeprecationWarning, 'ignore'),
  ignoring(exceptions.PendingDeprecationWarning, 'ignore'),
  ignoring(exceptions.ImportWarning, 'ignore'),
  ignoring(exceptions.ResourceWarning, 'ignore'),
];

/** A warning that is about to be shown. */
export interface Notice {
  readonly text: string;
  readonly category: PyClass;
  readonly module: string;
  readonly line: number;
}

/** Keeps what a run has set up and shown. */
export class WarningsModule extends PyModule {
  filters: readonly Filter[] = DEFAULTS;
  /** Takes what would be shown, in `catch_warnings(record=True)`; null to write it out. */
  recorder: ((message: unknown, notice: Notice, file: string) => void) | null = null;
  #shown = new Set<string>();
  readonly #shownOnce = new Set<string>();

  /** With other filters, what was shown may be shown again. */
  use(filters: readonly Filter[]): void {
    this.filters = filters;
    this.#shown = new Set();
  }

  add(filter: Filter, isLast: boolean): void {
    const others = this.filters.filter((each) => !isSame(each, filter));
    if (isLast) this.use(this.filters.length > others.length ? this.filters : [...others, filter]);
    else this.use([filter, ...others]);
  }

  /** What to do with a warning, by the first filter that speaks of it. */
  actionFor({ text, category, module, line }: Notice): Action {
    const found = this.filters.find(
      (each) =>
        text.toLowerCase().startsWith(each.message) &&
        isSubclass(category, each.category) &&
        (each.module === '' || module === each.module) &&
        (each.line === 0 || each.line === line),
    );
    return found?.action ?? 'default';
  }

  /** Whether it is to be shown now; notes that it was. */
  isNews(action: Action, notice: Notice): boolean {
    if (action === 'always' || action === 'all') return true;
    const { text, category, line } = notice;
    const place = action === 'once' ? '' : action === 'module' ? 0 : line;
    const key = `${category.module}.${category.qualname}\n${place}\n${text}`;
    const shown = action === 'once' ? this.#shownOnce : this.#shown;
    if (shown.has(key)) return false;
    shown.add(key);
    return true;
  }
}

function isSame(a: Filter, b: Filter): boolean {
  const keys = ['action', 'message', 'category', 'module', 'line'] as const;
  return keys.every((key) => a[key] === b[key]);
}

/** The module of a run. */
export function warningsOf(run: Interpreter): WarningsModule {
  return run.modules?.get('warnings') as WarningsModule;
}

/** A name of an action. Throws ValueError. */
export function checkAction(run: Interpreter, action: unknown): Action {
  const found = ACTIONS.find((each) => each === action);
  if (found !== undefined) return found;
  throw new ValueError(`invalid action: ${run.objects.repr(run, action)}`);
}

/** A class of warnings. Throws TypeError. */
export function checkCategory(category: unknown): PyClass {
  if (category instanceof PyClass && isSubclass(category, warningClass)) return category;
  throw new PyTypeError('category must be a Warning subclass');
}

/** The beginning of a text that a filter asks for. */
export function checkPattern(pattern: unknown, what: string): string {
  if (typeof pattern !== 'string') throw new PyTypeError(`${what} must be a string`);
  const start = pattern.replace(/^\.\*$|\.\*$/, '');
  if (!/[\\^$*+?(){}[\]|]/.test(start)) return start.toLowerCase();
  throw new NotImplementedError(
    `a pattern as ${what} is not supported: write the beginning of the text`,
  );
}
