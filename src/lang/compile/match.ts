// `match`. A pattern becomes tests that jump to the next case; names are bound where CPython binds
// them: after the whole pattern has matched. Source: CPython Python/codegen.c (codegen_pattern),
// Python/ceval.c (_PyEval_MatchClass, _PyEval_MatchKeys).

import { AttributeError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Frame } from '../machine/frame.ts';
import { getAttribute } from '../objects/attributes.ts';
import {
  boolClass,
  dictClass,
  floatClass,
  frozensetClass,
  intClass,
  listClass,
  setClass,
  strClass,
  tupleClass,
} from '../objects/classes.ts';
import { equal } from '../objects/compare.ts';
import { Dict } from '../objects/dict.ts';
import { toArray } from '../objects/iteration.ts';
import { repr } from '../objects/repr.ts';
import { isInstance, isSubclass, typeName, typeOf } from '../objects/type-of.ts';
import type { Match, MatchCase, Pattern } from '../tree.ts';
import { PyClass, Range, Tuple } from '../values.ts';
import { branch } from './branching.ts';
import { Label } from './builder.ts';
import type { Context } from './context.ts';
import { writeName } from './names.ts';
import type { Evaluate } from './operand.ts';

/** A pattern as a test; captured values go to `captures`. */
type Matcher = (frame: Frame, subject: unknown, captures: unknown[]) => boolean;

export function compileMatch(c: Context, node: Match): void {
  const { builder } = c;
  const end = new Label();
  const subject = builder.temporary();
  c.into(node.subject, subject);
  for (const each of node.cases) compileCase(c, each, subject, end);
  builder.place(end);
}

function compileCase(c: Context, node: MatchCase, subject: number, end: Label): void {
  const { builder } = c;
  const next = new Label();
  const names: string[] = [];
  const matches = matcher(c, node.pattern, names);
  const writes = names.map((name) => writeName(c, name));
  builder.emit(node.pattern.span, (pc) => {
    const [here, other] = [pc + 1, next.pc];
    return (frame) => {
      const captures: unknown[] = [];
      frame.at = null;
      if (!matches(frame, frame.slots[subject], captures)) return other;
      writes.forEach((write, index) => {
        write(frame, captures[index]);
      });
      return here;
    };
  });
  if (node.guard !== null) branch(c, node.guard, true, next);
  c.statements(node.body);
  builder.jump(node.span, end);
  builder.place(next);
}

function capture(names: string[], name: string): number {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}

function matcher(c: Context, node: Pattern, names: string[]): Matcher {
  switch (node.kind) {
    case 'MatchValue': {
      const { evaluate } = c.expression(node.value);
      return (frame, subject) => equal(frame.machine, subject, evaluate(frame));
    }
    case 'MatchSingleton': {
      const { value } = node;
      return (_frame, subject) => subject === value;
    }
    case 'MatchSequence':
      return sequenceMatcher(c, node.patterns, names);
    case 'MatchMapping':
      return mappingMatcher(c, node, names);
    case 'MatchClass':
      return classMatcher(c, node, names);
    case 'MatchStar':
      throw new Error('a star pattern is part of a sequence');
    case 'MatchAs':
      return asMatcher(c, node, names);
    default: {
      const options = node.patterns.map((each) => matcher(c, each, names));
      return (frame, subject, captures) =>
        options.some((option) => option(frame, subject, captures));
    }
  }
}

function asMatcher(c: Context, node: Pattern & { kind: 'MatchAs' }, names: string[]): Matcher {
  const inner = node.pattern === null ? null : matcher(c, node.pattern, names);
  const index = node.name === null ? -1 : capture(names, node.name);
  return (frame, subject, captures) => {
    if (inner !== null && !inner(frame, subject, captures)) return false;
    if (index >= 0) captures[index] = subject;
    return true;
  };
}

/** Lists, tuples, ranges and the like, but no text. */
function sequenceItems(frame: Frame, subject: unknown): readonly unknown[] | null {
  if (Array.isArray(subject)) return subject;
  if (subject instanceof Tuple) return subject.items;
  if (subject instanceof Range) return toArray(frame.machine, subject);
  return typeOf(subject).name === 'deque' ? toArray(frame.machine, subject) : null;
}

function sequenceMatcher(c: Context, patterns: readonly Pattern[], names: string[]): Matcher {
  const star = patterns.findIndex((each) => each.kind === 'MatchStar');
  const starred = star < 0 ? null : (patterns[star] as Pattern & { kind: 'MatchStar' });
  const matchers = patterns.map((each) =>
    each.kind === 'MatchStar' ? null : matcher(c, each, names),
  );
  const starName = starred === null || starred.name === null ? -1 : capture(names, starred.name);
  const after = patterns.length - star - 1;
  return (frame, subject, captures) => {
    const items = sequenceItems(frame, subject);
    if (items === null) return false;
    if (star < 0 ? items.length !== patterns.length : items.length < patterns.length - 1) {
      return false;
    }
    for (let i = 0; i < matchers.length; i++) {
      const match = matchers[i];
      if (match === null) continue;
      const at = star >= 0 && i > star ? items.length - (patterns.length - i) : i;
      if (!match(frame, items[at], captures)) return false;
    }
    if (starName >= 0) captures[starName] = items.slice(star, items.length - after);
    return true;
  };
}

function mappingMatcher(
  c: Context,
  node: Pattern & { kind: 'MatchMapping' },
  names: string[],
): Matcher {
  const keys: Evaluate[] = node.keys.map((key) => c.expression(key).evaluate);
  const matchers = node.patterns.map((each) => matcher(c, each, names));
  const rest = node.rest === null ? -1 : capture(names, node.rest);
  return (frame, subject, captures) => {
    if (!(subject instanceof Dict) || subject.size < keys.length) return false;
    const evaluated = keys.map((key) => key(frame));
    const values = valuesAt(frame, subject, evaluated);
    if (values === null) return false;
    for (let i = 0; i < matchers.length; i++) {
      if (!matchers[i](frame, values[i], captures)) return false;
    }
    if (rest >= 0) {
      const others = subject.copy();
      for (const key of evaluated) others.take(key);
      captures[rest] = others;
    }
    return true;
  };
}

/** All values before any is matched, as in CPython; null where a key is missing. */
function valuesAt(frame: Frame, subject: Dict, keys: readonly unknown[]): unknown[] | null {
  const seen = new Dict(frame.machine);
  const values: unknown[] = [];
  for (const key of keys) {
    if (seen.get(key) !== undefined) {
      const shown = repr(frame.machine, key);
      throw new ValueError(`mapping pattern checks duplicate key (${shown})`);
    }
    seen.set(key, true);
    const value = subject.get(key);
    if (value === undefined) return null;
    values.push(value);
  }
  return values;
}

/** Classes whose one positional pattern is the subject itself. */
const SELF_MATCHING: ReadonlySet<PyClass> = new Set([
  boolClass,
  dictClass,
  floatClass,
  frozensetClass,
  intClass,
  listClass,
  setClass,
  strClass,
  tupleClass,
]);

function classMatcher(
  c: Context,
  node: Pattern & { kind: 'MatchClass' },
  names: string[],
): Matcher {
  const cls = c.expression(node.cls).evaluate;
  const positional = node.patterns.map((each) => matcher(c, each, names));
  const keyword = node.keywordPatterns.map((each) => matcher(c, each, names));
  const keywordNames = node.keywordNames.map((name) => c.mangle(name));
  return (frame, subject, captures) => {
    const wanted = cls(frame);
    if (!(wanted instanceof PyClass)) {
      throw new PyTypeError('called match pattern must be a class');
    }
    if (!isInstance(subject, wanted)) return false;
    const isSelf = positional.length > 0 && isSelfMatching(wanted);
    if (isSelf && positional.length > 1) throw tooManyPatterns(wanted, 1, positional.length);
    const first = isSelf ? [] : positionalNames(wanted, positional.length);
    const values: unknown[] = isSelf ? [subject] : [];
    const seen = new Set<string>();
    for (const name of [...first, ...keywordNames]) {
      if (seen.has(name)) {
        const doubled = `${wanted.name}() got multiple sub-patterns for attribute`;
        throw new PyTypeError(`${doubled} ${repr(frame.machine, name)}`);
      }
      seen.add(name);
      const value = attributeOrNothing(frame, subject, name);
      if (value === undefined) return false;
      values.push(value);
    }
    return [...positional, ...keyword].every((match, index) =>
      match(frame, values[index], captures),
    );
  };
}

function isSelfMatching(cls: PyClass): boolean {
  if (cls.lookup('__match_args__') !== undefined) return false;
  return [...SELF_MATCHING].some((each) => isSubclass(cls, each));
}

function positionalNames(cls: PyClass, count: number): readonly string[] {
  if (count === 0) return [];
  const names = cls.lookup('__match_args__') ?? new Tuple([]);
  if (!(names instanceof Tuple)) {
    const type = typeName(names);
    throw new PyTypeError(`${cls.name}.__match_args__ must be a tuple (got ${type})`);
  }
  const allowed = names.items;
  if (allowed.length < count) throw tooManyPatterns(cls, allowed.length, count);
  return allowed.slice(0, count).map((name) => {
    if (typeof name === 'string') return name;
    throw new PyTypeError(`__match_args__ elements must be strings (got ${typeName(name)})`);
  });
}

function tooManyPatterns(cls: PyClass, allowed: number, count: number): PyTypeError {
  const plural = allowed === 1 ? '' : 's';
  return new PyTypeError(
    `${cls.name}() accepts ${allowed} positional sub-pattern${plural} (${count} given)`,
  );
}

function attributeOrNothing(frame: Frame, subject: unknown, name: string): unknown {
  try {
    frame.machine.accesses?.attribute(subject, name, false, frame.code.spans[frame.pc]);
    return getAttribute(frame.machine, subject, name);
  } catch (error) {
    if (error instanceof AttributeError) return undefined;
    throw error;
  }
}
