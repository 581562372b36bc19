// The patterns of `match` (language reference 8.6.4), with the checks that CPython's compiler makes
// on one pattern: names bound twice, alternatives that bind different names, unreachable parts.

import type { Span } from '../base/span.ts';
import type { Cursor } from './cursor.ts';
import { irrefutable } from './header.ts';
import { number } from './parse-primary.ts';
import { parseStrings } from './parse-string.ts';
import { expressionName } from './parse-target.ts';
import type { Expression, Pattern } from './tree.ts';

/** The pattern after `case`: one, or a sequence without brackets. */
export function parsePattern(cursor: Cursor): Pattern {
  const { start } = cursor;
  const first = starOrAs(cursor);
  let pattern = first;
  if (cursor.is(',')) {
    const patterns = [first];
    while (cursor.accept(',')) {
      if (cursor.is(':') || cursor.is('if') || cursor.kind === 'newline') break;
      patterns.push(starOrAs(cursor));
    }
    pattern = sequence(cursor, patterns, start);
  } else if (first.kind === 'MatchStar') {
    pattern = cursor.fail("can't use starred pattern here", first.span);
  }
  boundNames(cursor, pattern);
  return pattern;
}

function sequence(cursor: Cursor, patterns: readonly Pattern[], start: number): Pattern {
  const span = cursor.spanFrom(start);
  if (patterns.filter((one) => one.kind === 'MatchStar').length > 1) {
    cursor.mistake('multiple starred names in sequence pattern', span);
  }
  return { kind: 'MatchSequence', patterns, span };
}

function starOrAs(cursor: Cursor): Pattern {
  if (!cursor.is('*')) return asPattern(cursor);
  const { start } = cursor;
  cursor.at++;
  const name = cursor.expectName('a name after *');
  return { kind: 'MatchStar', name: name === '_' ? null : name, span: cursor.spanFrom(start) };
}

function asPattern(cursor: Cursor): Pattern {
  cursor.enter();
  const { start } = cursor;
  const pattern = orPattern(cursor);
  cursor.leave();
  if (!cursor.accept('as')) return pattern;
  const target = cursor.grammar.primary(cursor);
  const span = cursor.spanFrom(start);
  if (target.kind !== 'Name') {
    const message = `cannot use ${expressionName(target)} as pattern target`;
    return cursor.fail(message, target.span);
  }
  if (target.id === '_') cursor.mistake("cannot use '_' as a target", target.span);
  return { kind: 'MatchAs', pattern, name: target.id, span };
}

function orPattern(cursor: Cursor): Pattern {
  const { start } = cursor;
  const first = closed(cursor);
  if (!cursor.is('|')) return first;
  const patterns = [first];
  while (cursor.accept('|')) patterns.push(closed(cursor));
  for (const pattern of patterns.slice(0, -1)) {
    const caught = irrefutable(pattern);
    if (caught === null) continue;
    const what = caught === '_' ? 'wildcard' : `name capture '${caught}'`;
    cursor.mistake(`${what} makes remaining patterns unreachable`, pattern.span);
  }
  return { kind: 'MatchOr', patterns, span: cursor.spanFrom(start) };
}

function closed(cursor: Cursor): Pattern {
  const { start, kind } = cursor;
  if (kind === 'name') return nameOrClass(cursor);
  if (kind === 'number' || kind === 'string' || kind === 'fstringStart' || cursor.is('-')) {
    const value = literal(cursor);
    return { kind: 'MatchValue', value, span: cursor.spanFrom(start) };
  }
  switch (cursor.text) {
    case 'None':
    case 'True':
    case 'False': {
      const value = cursor.is('None') ? null : cursor.is('True');
      cursor.at++;
      return { kind: 'MatchSingleton', value, span: cursor.spanFrom(start) };
    }
    case '(':
      return brackets(cursor, ')');
    case '[':
      return brackets(cursor, ']');
    case '{':
      return mapping(cursor);
    default:
      return cursor.unexpected('a pattern');
  }
}

/** A number with or without a minus, or strings. */
function literal(cursor: Cursor): Expression {
  const { start } = cursor;
  if (cursor.kind === 'string' || cursor.kind === 'fstringStart') {
    const value = parseStrings(cursor);
    if (value.kind === 'JoinedStr') {
      cursor.mistake('patterns may only match literals and attribute lookups', value.span);
    }
    return value;
  }
  const isNegative = cursor.accept('-');
  if (cursor.kind !== 'number') cursor.unexpected('a number');
  const operand = number(cursor);
  const value: Expression = isNegative
    ? { kind: 'UnaryOp', operator: '-', operand, span: cursor.spanFrom(start) }
    : operand;
  if (cursor.is('+') || cursor.is('-')) {
    cursor.at++;
    if (cursor.kind !== 'number') cursor.unexpected('a number');
    number(cursor);
  }
  return value;
}

function dottedName(cursor: Cursor): Expression {
  const { start } = cursor;
  const id = cursor.expectName('a name');
  let value: Expression = { kind: 'Name', id, span: cursor.spanFrom(start) };
  while (cursor.accept('.')) {
    const nameSpan = cursor.tokenSpan();
    const name = cursor.expectName("a name after '.'");
    value = { kind: 'Attribute', value, name, nameSpan, span: cursor.spanFrom(start) };
  }
  return value;
}

function nameOrClass(cursor: Cursor): Pattern {
  const { start } = cursor;
  // `_` is the wildcard before it is anything else: no class and no module.
  if (cursor.accept('_')) {
    return { kind: 'MatchAs', pattern: null, name: null, span: cursor.spanFrom(start) };
  }
  const value = dottedName(cursor);
  if (cursor.is('(')) return classPattern(cursor, value, start);
  const span = cursor.spanFrom(start);
  if (value.kind !== 'Name') return { kind: 'MatchValue', value, span };
  return { kind: 'MatchAs', pattern: null, name: value.id, span };
}

function brackets(cursor: Cursor, closer: ')' | ']'): Pattern {
  const { start } = cursor;
  cursor.at++;
  const patterns: Pattern[] = [];
  let hasComma = false;
  while (!cursor.accept(closer)) {
    patterns.push(starOrAs(cursor));
    if (cursor.accept(closer)) break;
    if (!cursor.accept(',')) cursor.unexpected(`',' or '${closer}'`);
    hasComma = true;
  }
  const isGroup = closer === ')' && patterns.length === 1 && !hasComma;
  if (isGroup && patterns[0].kind !== 'MatchStar') return patterns[0];
  return sequence(cursor, patterns, start);
}

function mapping(cursor: Cursor): Pattern {
  const { start } = cursor;
  cursor.at++;
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  while (!cursor.accept('}')) {
    if (rest !== null) cursor.fail("invalid syntax: '**' has to be the last of a mapping pattern");
    if (cursor.accept('**')) {
      if (cursor.is('_')) cursor.fail("invalid syntax: '**_' is not allowed, it is the default");
      rest = cursor.expectName('a name after **');
    } else {
      keys.push(mappingKey(cursor));
      cursor.expect(':');
      patterns.push(asPattern(cursor));
    }
    if (cursor.accept('}')) break;
    if (!cursor.accept(',')) cursor.unexpected("',' or '}'");
  }
  return { kind: 'MatchMapping', keys, patterns, rest, span: cursor.spanFrom(start) };
}

function mappingKey(cursor: Cursor): Expression {
  if (cursor.is('None') || cursor.is('True') || cursor.is('False')) {
    return cursor.grammar.primary(cursor);
  }
  if (cursor.kind !== 'name') {
    const isLiteral = cursor.kind === 'number' || cursor.kind === 'string' || cursor.is('-');
    if (!isLiteral) cursor.unexpected('a literal or a dotted name');
    return literal(cursor);
  }
  const key = dottedName(cursor);
  if (key.kind === 'Name') {
    const message = 'invalid syntax: a key has to be a literal or a dotted name';
    cursor.fail(message, key.span);
  }
  return key;
}

function classPattern(cursor: Cursor, cls: Expression, start: number): Pattern {
  cursor.at++;
  const patterns: Pattern[] = [];
  const keywordNames: string[] = [];
  const seen = new Set<string>();
  const keywordPatterns: Pattern[] = [];
  while (!cursor.accept(')')) {
    const isWildcard = cursor.is('_') && patterns.length > 0;
    if (cursor.kind === 'name' && cursor.nextIs('=') && !isWildcard) {
      if (seen.has(cursor.text)) {
        const message = `attribute name repeated in class pattern: ${cursor.text}`;
        cursor.mistake(message, cursor.tokenSpan());
      }
      seen.add(cursor.text);
      keywordNames.push(cursor.text);
      cursor.at += 2;
      keywordPatterns.push(asPattern(cursor));
    } else {
      const pattern = asPattern(cursor);
      if (keywordNames.length > 0) {
        cursor.mistake('positional patterns follow keyword patterns', pattern.span);
      }
      patterns.push(pattern);
    }
    if (cursor.accept(')')) break;
    if (!cursor.accept(',')) cursor.unexpected("',' or ')'");
  }
  const span = cursor.spanFrom(start);
  return { kind: 'MatchClass', cls, patterns, keywordNames, keywordPatterns, span };
}

/** The names that a pattern binds; reports those bound twice and alternatives that differ. */
function boundNames(cursor: Cursor, pattern: Pattern): Set<string> {
  if (pattern.kind === 'MatchOr') {
    const all = pattern.patterns.map((one) => boundNames(cursor, one));
    const first = all[0];
    const caught = pattern.patterns.slice(0, -1).some((one) => irrefutable(one) !== null);
    const isDifferent =
      !caught &&
      all.some((names) => names.size !== first.size || [...names].some((name) => !first.has(name)));
    if (isDifferent) cursor.mistake('alternative patterns bind different names', pattern.span);
    return first;
  }
  const names = new Set<string>();
  const bind = (name: string, span: Span): void => {
    if (names.has(name)) {
      cursor.mistake(`multiple assignments to name '${name}' in pattern`, span);
    }
    names.add(name);
  };
  for (const part of partsOf(pattern)) {
    for (const name of boundNames(cursor, part)) bind(name, part.span);
  }
  if (pattern.kind === 'MatchAs' || pattern.kind === 'MatchStar') {
    if (pattern.name !== null) bind(pattern.name, pattern.span);
  } else if (pattern.kind === 'MatchMapping' && pattern.rest !== null) {
    bind(pattern.rest, pattern.span);
  }
  return names;
}

function partsOf(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case 'MatchSequence':
    case 'MatchMapping':
      return pattern.patterns;
    case 'MatchClass':
      return [...pattern.patterns, ...pattern.keywordPatterns];
    case 'MatchAs':
      return pattern.pattern === null ? [] : [pattern.pattern];
    default:
      return [];
  }
}
