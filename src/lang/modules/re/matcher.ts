// Matches an expression by going back where it fails, as CPython does: branches from left to right,
// repetition as its mode says. Every attempt is charged to the step of the program, so that an
// expression of exponential cost reaches the limit of operations instead of hanging the run.
// A repeated group is one frame of JavaScript's stack an iteration, and refused beyond a depth.
// Source: CPython 3.14 Modules/_sre/sre_lib.h (SRE(match)), by what it matches.

import { NotImplementedError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { characterTest, isWordCode, type Test } from './character-tests.ts';
import { type Expression, FLAGS, type Node, type Place, widthOf } from './tree.ts';

type Next = (at: number) => boolean;
/** Matches at a place and goes on with what follows; false where either fails. */
type Step = (state: Attempt, at: number, next: Next) => boolean;

/** Iterations of a repeated group inside one another. */
const DEEPEST = 500;

/** What one attempt to match knows: the text, the groups so far. */
export class Attempt {
  readonly run: Interpreter;
  readonly codes: readonly number[];
  readonly end: number;
  /** Start and end of each group by its number; -1 where it has not matched. */
  readonly starts: number[];
  readonly ends: number[];
  /** The group that was closed last; 0 for none. */
  lastGroup = 0;
  depth = 0;

  constructor(run: Interpreter, codes: readonly number[], end: number, groups: number) {
    this.run = run;
    this.codes = codes;
    this.end = end;
    this.starts = new Array<number>(groups + 1).fill(-1);
    this.ends = new Array<number>(groups + 1).fill(-1);
  }
}

function single(node: Node): Test | null {
  const isSingle = node.kind === 'character' || node.kind === 'set' || node.kind === 'any';
  return isSingle ? characterTest(node) : null;
}

function compile(node: Node): Step {
  const test = single(node);
  if (test !== null) {
    return (state, at, next) => at < state.end && test(state.codes[at]) && next(at + 1);
  }
  switch (node.kind) {
    case 'place': {
      const { place, flags } = node;
      return (state, at, next) => isAt(state, at, place, flags) && next(at);
    }
    case 'sequence':
      return sequence(node.items.map(compile));
    case 'choice':
      return choice(node.branches.map(compile));
    case 'group':
      return group(node.number, compile(node.body));
    case 'reference':
      return reference(node.number, (node.flags & FLAGS.IGNORECASE) !== 0);
    case 'repeat':
      return repeat(node);
    case 'atomic':
      return atomic(compile(node.body));
    case 'look':
      return look(node);
    case 'conditional': {
      const [yes, no] = [compile(node.yes), compile(node.no)];
      return (state, at, next) => (state.ends[node.number] >= 0 ? yes : no)(state, at, next);
    }
    default:
      return (_state, at, next) => next(at);
  }
}

function sequence(steps: readonly Step[]): Step {
  const from = (index: number): Step => {
    if (index === steps.length) return (_state, at, next) => next(at);
    const step = steps[index];
    if (index === steps.length - 1) return step;
    const rest = from(index + 1);
    return (state, at, next) => step(state, at, (after) => rest(state, after, next));
  };
  return from(0);
}

function choice(branches: readonly Step[]): Step {
  return (state, at, next) => {
    state.run.charge(1);
    return branches.some((branch) => branch(state, at, next));
  };
}

function group(number: number, body: Step): Step {
  return (state, at, next) => {
    const { starts, ends } = state;
    const before = [starts[number], ends[number], state.lastGroup];
    const isMatched = body(state, at, (after) => {
      const inner = [starts[number], ends[number], state.lastGroup];
      [starts[number], ends[number], state.lastGroup] = [at, after, number];
      if (next(after)) return true;
      [starts[number], ends[number], state.lastGroup] = inner;
      return false;
    });
    if (!isMatched) [starts[number], ends[number], state.lastGroup] = before;
    return isMatched;
  };
}

function reference(number: number, isLoose: boolean): Step {
  const lower = (code: number): string => String.fromCodePoint(code).toLowerCase();
  return (state, at, next) => {
    const { starts, ends, codes } = state;
    const size = ends[number] - starts[number];
    if (ends[number] < 0 || at + size > state.end) return false;
    for (let i = 0; i < size; i++) {
      const [a, b] = [codes[starts[number] + i], codes[at + i]];
      if (a !== b && !(isLoose && lower(a) === lower(b))) return false;
    }
    return next(at + size);
  };
}

type Again = (state: Attempt, at: number, count: number, lastAt: number, next: Next) => boolean;

function repeat(node: Node & { readonly kind: 'repeat' }): Step {
  const { body, least, most, mode } = node;
  const test = single(body);
  if (mode === 'possessive') return atomic(repeat({ ...node, mode: 'greedy' }));
  if (test !== null) return mode === 'lazy' ? lazyRun(test, node) : greedyRun(test, node);
  const step = compile(body);
  const isLazy = mode === 'lazy';
  /** `lastAt` is where the iteration before began: one that took nothing is the last. */
  const again: Again = (state, at, count, lastAt, next) => {
    state.run.charge(1);
    const more = (): boolean => {
      if (count >= most || (count >= least && at === lastAt)) return false;
      state.depth++;
      if (state.depth > DEEPEST) {
        throw new NotImplementedError(
          `a group of a regular expression that repeats more than ${DEEPEST} times is not supported`,
        );
      }
      const isMatched = step(state, at, (after) => again(state, after, count + 1, at, next));
      state.depth--;
      return isMatched;
    };
    if (count < least) return more();
    return isLazy ? next(at) || more() : more() || next(at);
  };
  return (state, at, next) => again(state, at, 0, -1, next);
}

type Bounds = { readonly least: number; readonly most: number };

function greedyRun(test: Test, { least, most }: Bounds): Step {
  return (state, at, next) => {
    const { codes, end } = state;
    const last = Math.min(end, at + most);
    let to = at;
    while (to < last && test(codes[to])) to++;
    state.run.charge(1 + to - at);
    for (; to >= at + least; to--) {
      state.run.charge(1);
      if (next(to)) return true;
    }
    return false;
  };
}

function lazyRun(test: Test, { least, most }: Bounds): Step {
  return (state, at, next) => {
    const { codes, end } = state;
    const last = Math.min(end, at + most);
    for (let to = at; ; to++) {
      state.run.charge(1);
      if (to >= at + least && next(to)) return true;
      if (to >= last || !test(codes[to])) return false;
    }
  };
}

function atomic(body: Step): Step {
  return (state, at, next) => {
    let found = -1;
    const isMatched = body(state, at, (after) => {
      found = after;
      return true;
    });
    return isMatched && next(found);
  };
}

function look({ body, isBehind, isNegated }: Node & { readonly kind: 'look' }): Step {
  const step = compile(body);
  const width = isBehind ? widthOf(body)[0] : 0;
  return (state, at, next) => {
    const from = at - width;
    const isThere = from >= 0 && step(state, from, (after) => !isBehind || after === at);
    return isThere !== isNegated && next(at);
  };
}

function isAt(state: Attempt, at: number, place: Place, flags: number): boolean {
  const { codes, end } = state;
  switch (place) {
    case 'start':
      return at === 0;
    case 'end':
      return at === end;
    case 'line-start':
      return at === 0 || codes[at - 1] === 10;
    case 'line-end':
      return at === end || codes[at] === 10;
    case 'last':
      return at === end || (at === end - 1 && codes[at] === 10);
    default: {
      const isAscii = (flags & FLAGS.ASCII) !== 0;
      const before = at > 0 && isWordCode(codes[at - 1], isAscii);
      const after = at < end && isWordCode(codes[at], isAscii);
      return (before !== after) === (place === 'word');
    }
  }
}

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly attempt: Attempt;
}

/** How an attempt has to end. */
export interface Wanted {
  /** Whether the whole text has to match. */
  readonly isFull: boolean;
  /** A place at which a match must not end: where the last one has ended without a character. */
  readonly notAt: number;
}

/** An expression ready to match. */
export class Matcher {
  readonly #step: Step;
  readonly #groups: number;
  readonly #least: number;

  constructor({ node, groups }: Expression) {
    this.#step = compile(node);
    this.#groups = groups;
    this.#least = widthOf(node)[0];
  }

  /** The match that begins at a place; null for none. */
  matchAt(run: Interpreter, codes: readonly number[], at: number, end: number, wanted: Wanted) {
    run.charge(1);
    const attempt = new Attempt(run, codes, end, this.#groups);
    let stop = -1;
    const isMatched = this.#step(attempt, at, (after) => {
      if (wanted.isFull && after !== end) return false;
      if (after === at && after === wanted.notAt) return false;
      stop = after;
      return true;
    });
    return isMatched ? { start: at, end: stop, attempt } : null;
  }

  /** The first match from a place on; null for none. */
  search(
    run: Interpreter,
    codes: readonly number[],
    from: number,
    end: number,
    notAt: number,
  ): Found | null {
    for (let at = from; at + this.#least <= end; at++) {
      const found = this.matchAt(run, codes, at, end, { isFull: false, notAt });
      if (found !== null) return found;
    }
    return null;
  }
}
