// `re.Pattern`: a compiled expression and what it does with texts. Texts are looked at by code
// points. Source: CPython 3.14 Modules/_sre/sre.c (pattern_methods), Lib/re/__init__.py.

import { NotImplementedError, PyTypeError } from '../../../asyncio/exceptions.ts';
import { Octets } from '../../bytes/octets.ts';
import type { Interpreter } from '../../interpreter.ts';
import { isCallable } from '../../objects/callable.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { Dict } from '../../objects/dict.ts';
import { hash } from '../../objects/hash.ts';
import { toIndex } from '../../objects/index-of.ts';
import { PyIterator, STOP } from '../../objects/iterator.ts';
import { Structural } from '../../objects/structural.ts';
import { typeName } from '../../objects/type-of.ts';
import { Builtin, plainText, Tuple } from '../../values.ts';
import { Match } from './match.ts';
import { Matcher } from './matcher.ts';
import { parsePattern } from './parse.ts';
import { filled, parseTemplate } from './template.ts';
import { FLAGS } from './tree.ts';

interface Subject {
  readonly text: string;
  readonly characters: readonly string[];
  readonly codes: readonly number[];
}

function subjectOf(run: Interpreter, value: unknown): Subject {
  const text = plainText(value);
  if (value instanceof Octets) throw new NotImplementedError('bytes are not supported by re');
  if (typeof text !== 'string') {
    throw new PyTypeError(`expected string or bytes-like object, got '${typeName(value)}'`);
  }
  run.charge(text.length);
  const characters = Array.from(text);
  return { text, characters, codes: characters.map((each) => each.codePointAt(0) as number) };
}

export class Pattern extends Structural {
  readonly text: string;
  readonly flags: number;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  readonly #matcher: Matcher;

  /** Throws re.PatternError. */
  constructor(text: string, flags: number) {
    super();
    const expression = parsePattern(text, flags);
    this.text = text;
    this.flags = expression.flags;
    this.groups = expression.groups;
    this.names = expression.names;
    this.#matcher = new Matcher(expression);
  }

  override equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    if (!(other instanceof Pattern)) return undefined;
    return other.text === this.text && other.flags === this.flags;
  }

  override hash(run: Interpreter): number | bigint {
    return hash(run, this.text);
  }

  /** One match: at the beginning, of the whole, or anywhere. */
  one(
    run: Interpreter,
    value: unknown,
    from: unknown,
    to: unknown,
    where: 'match' | 'fullmatch' | 'search',
  ): Match | null {
    const subject = subjectOf(run, value);
    const [start, end] = boundsOf(run, subject, from, to);
    if (start > end) return null;
    const wanted = { isFull: where === 'fullmatch', notAt: -1 };
    const found =
      where === 'search'
        ? this.#matcher.search(run, subject.codes, start, end, -1)
        : this.#matcher.matchAt(run, subject.codes, start, end, wanted);
    return found === null ? null : new Match(this, subject, found, start, end);
  }

  /** All matches in order; none overlaps the one before. */
  *all(run: Interpreter, value: unknown, from: unknown = 0, to: unknown = null) {
    const subject = subjectOf(run, value);
    const [start, end] = boundsOf(run, subject, from, to);
    let at = start;
    let notAt = -1;
    while (at <= end) {
      const found = this.#matcher.search(run, subject.codes, at, end, notAt);
      if (found === null) return;
      yield new Match(this, subject, found, start, end);
      at = found.end;
      notAt = found.end === found.start ? found.end : -1;
    }
  }
}

function boundsOf(
  run: Interpreter,
  { characters }: Subject,
  from: unknown,
  to: unknown,
): readonly [number, number] {
  const size = characters.length;
  const start = Math.min(Math.max(Number(toIndex(run, from)), 0), size);
  const end = to === null ? size : Math.min(Math.max(Number(toIndex(run, to)), 0), size);
  return [start, end];
}

export const patternClass = builtinClass('Pattern', undefined, 're');
patternClass.messageName = 're.Pattern';
patternClass.isFinal = true;
declareType(Pattern, patternClass);

class MatchIterator extends PyIterator {
  readonly #matches: Iterator<Match>;

  constructor(matches: Iterator<Match>) {
    super();
    this.#matches = matches;
  }

  next(): unknown {
    const { done, value } = this.#matches.next();
    return done === true ? STOP : value;
  }
}
declareType(MatchIterator, builtinClass('callable_iterator'));

/** The text with `count` matches replaced, all for 0; and how many were. */
export function substituted(
  run: Interpreter,
  self: Pattern,
  by: unknown,
  value: unknown,
  count: unknown,
): readonly [text: string, made: number] {
  const most = Number(toIndex(run, count));
  const template = plainText(by);
  const parts = typeof template === 'string' ? parseTemplate(template, self) : null;
  if (parts === null && !isCallable(by)) {
    throw new PyTypeError(`decoding to str: need a bytes-like object, ${typeName(by)} found`);
  }
  const { characters, text } = subjectOf(run, value);
  let result = '';
  let at = 0;
  let made = 0;
  for (const match of self.all(run, text)) {
    if (most > 0 && made >= most) break;
    result += characters.slice(at, match.start).join('');
    result += parts === null ? textFrom(run, run.call(by, [match])) : filled(parts, match);
    at = match.end;
    made++;
  }
  return [result + characters.slice(at).join(''), made];
}

function textFrom(run: Interpreter, value: unknown): string {
  const text = plainText(value);
  if (typeof text === 'string') return text;
  const shown = run.objects.typeName(value);
  throw new PyTypeError(`expected str instance, ${shown} found`);
}

function split(run: Interpreter, self: Pattern, value: unknown, count: unknown): unknown[] {
  const most = Number(toIndex(run, count));
  const { characters, text } = subjectOf(run, value);
  const parts: unknown[] = [];
  let at = 0;
  let made = 0;
  for (const match of self.all(run, text)) {
    if (most > 0 && made >= most) break;
    parts.push(characters.slice(at, match.start).join(''));
    for (let group = 1; group <= self.groups; group++) parts.push(match.group(group));
    at = match.end;
    made++;
  }
  parts.push(characters.slice(at).join(''));
  return parts;
}

/** What findall gives of a match: its text, its one group, or all its groups. */
function shownOf(match: Match): unknown {
  if (match.groups === 0) return match.group(0);
  if (match.groups === 1) return match.group(1) ?? '';
  const numbers = Array.from({ length: match.groups }, (_, index) => index + 1);
  return new Tuple(numbers.map((number) => match.group(number) ?? ''));
}

const RANGE = 'string, pos=0, endpos=None';

const finder = (name: 'match' | 'fullmatch' | 'search'): Builtin =>
  new Builtin(`${name}(self, /, ${RANGE})`, (run, self: Pattern, text: unknown, from, to) =>
    self.one(run, text, from, to, name),
  );

define(patternClass, [
  finder('match'),
  finder('fullmatch'),
  finder('search'),
  new Builtin(`findall(self, /, ${RANGE})`, (run, self: Pattern, text: unknown, from, to) =>
    Array.from(self.all(run, text, from, to), shownOf),
  ),
  new Builtin(`finditer(self, /, ${RANGE})`, (run, self: Pattern, text: unknown, from, to) => {
    subjectOf(run, text);
    return new MatchIterator(self.all(run, text, from, to));
  }),
  new Builtin(
    'sub(self, /, repl, string, count=0)',
    (run, self: Pattern, by, text, count) => substituted(run, self, by, text, count)[0],
  ),
  new Builtin(
    'subn(self, /, repl, string, count=0)',
    (run, self: Pattern, by, text, count) => new Tuple(substituted(run, self, by, text, count)),
  ),
  new Builtin('split(self, /, string, maxsplit=0)', split),
  new Builtin('__repr__(self, /)', (run, self: Pattern) => {
    const names = Object.entries(FLAGS).sort(([, a], [, b]) => a - b);
    const given = names.filter(([name, bit]) => name !== 'UNICODE' && (self.flags & bit) !== 0);
    const shown = given.map(([name]) => `re.${name}`).join('|');
    const text = Array.from(run.objects.repr(run, self.text)).slice(0, 200).join('');
    return `re.compile(${text}${shown === '' ? '' : `, ${shown}`})`;
  }),
]);
defineGetters(patternClass, [
  new Getter('pattern', (_run, self: Pattern) => self.text),
  new Getter('flags', (_run, self: Pattern) => self.flags),
  new Getter('groups', (_run, self: Pattern) => self.groups),
  new Getter('groupindex', (run, self: Pattern) => {
    const dict = new Dict(run);
    for (const [name, number] of self.names) dict.set(name, number);
    return dict;
  }),
]);
