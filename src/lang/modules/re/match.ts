// `re.Match`: what an expression has found, and its groups by number and name.
// Source: CPython 3.14 Modules/_sre/sre.c (match_methods).

import { IndexError } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { Dict } from '../../objects/dict.ts';
import { intOf } from '../../objects/numbers.ts';
import { Builtin, plainText, Tuple } from '../../values.ts';
import type { Found } from './matcher.ts';
import type { Pattern } from './pattern.ts';
import { expanded } from './template.ts';

export class Match {
  readonly pattern: Pattern;
  /** The text by its characters. */
  readonly characters: readonly string[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];
  readonly lastGroup: number;

  constructor(
    pattern: Pattern,
    subject: { readonly text: string; readonly characters: readonly string[] },
    { start, end, attempt }: Found,
    from: number,
    to: number,
  ) {
    this.pattern = pattern;
    this.text = subject.text;
    this.characters = subject.characters;
    this.start = start;
    this.end = end;
    this.from = from;
    this.to = to;
    this.#starts = [start, ...attempt.starts.slice(1)];
    this.#ends = [end, ...attempt.ends.slice(1)];
    this.lastGroup = attempt.lastGroup;
  }

  get groups(): number {
    return this.#starts.length - 1;
  }

  span(group: number): readonly [number, number] {
    return [this.#starts[group], this.#ends[group]];
  }

  /** The text of a group; null where it has not matched. */
  group(group: number): string | null {
    const [start, end] = this.span(group);
    return end < 0 ? null : this.characters.slice(start, end).join('');
  }

  /** The number of a group by its number or name. Throws IndexError. */
  numberOf(key: unknown): number {
    const name = plainText(key);
    const number = typeof name === 'string' ? this.pattern.names.get(name) : intOf(key);
    if (number === undefined || number < 0 || Number(number) > this.groups) {
      throw new IndexError('no such group');
    }
    return Number(number);
  }
}

export const matchClass = builtinClass('Match', undefined, 're');
matchClass.messageName = 're.Match';
matchClass.isFinal = true;
declareType(Match, matchClass);

function groupsBy(run: Interpreter, self: Match, missing: unknown): Dict {
  const dict = new Dict(run);
  for (const [name, number] of self.pattern.names) dict.set(name, self.group(number) ?? missing);
  return dict;
}

define(matchClass, [
  new Builtin('group(self, /, *groups)', (_run, self: Match, groups: readonly unknown[]) => {
    if (groups.length === 0) return self.group(0);
    const texts = groups.map((each) => self.group(self.numberOf(each)));
    return texts.length === 1 ? texts[0] : new Tuple(texts);
  }),
  new Builtin('groups(self, /, default=None)', (_run, self: Match, missing: unknown) => {
    const numbers = Array.from({ length: self.groups }, (_, index) => index + 1);
    return new Tuple(numbers.map((number) => self.group(number) ?? missing));
  }),
  new Builtin('groupdict(self, /, default=None)', groupsBy),
  new Builtin(
    'start(self, group=0, /)',
    (_run, self: Match, group: unknown) => self.span(self.numberOf(group))[0],
  ),
  new Builtin(
    'end(self, group=0, /)',
    (_run, self: Match, group: unknown) => self.span(self.numberOf(group))[1],
  ),
  new Builtin(
    'span(self, group=0, /)',
    (_run, self: Match, group: unknown) => new Tuple(self.span(self.numberOf(group))),
  ),
  new Builtin('expand(self, /, template)', (run, self: Match, template: unknown) =>
    expanded(run, self, run.objects.str(run, template)),
  ),
  new Builtin('__getitem__(self, key, /)', (_run, self: Match, key: unknown) =>
    self.group(self.numberOf(key)),
  ),
  new Builtin('__repr__(self, /)', (run, self: Match) => {
    const shown = run.objects.repr(run, self.group(0));
    return `<re.Match object; span=(${self.start}, ${self.end}), match=${shown}>`;
  }),
]);
defineGetters(matchClass, [
  new Getter('string', (_run, self: Match) => self.text),
  new Getter('re', (_run, self: Match) => self.pattern),
  new Getter('pos', (_run, self: Match) => self.from),
  new Getter('endpos', (_run, self: Match) => self.to),
  new Getter('lastindex', (_run, self: Match) => (self.lastGroup === 0 ? null : self.lastGroup)),
  new Getter('lastgroup', (_run, self: Match) => {
    const names = [...self.pattern.names];
    return names.find(([, number]) => number === self.lastGroup)?.[0] ?? null;
  }),
]);
