// The parameters of functions and lambdas (language reference 8.7): order, defaults and names are
// checked as CPython's grammar and symbol table do, with their messages.

import type { Cursor } from './cursor.ts';
import type { Parameter, Parameters } from './tree.ts';

interface Reading {
  positionalOnly: Parameter[];
  positional: Parameter[];
  keywordOnly: Parameter[];
  rest: Parameter | null;
  keywordRest: Parameter | null;
  /** Set by `*`, with or without a name. */
  hasStar: boolean;
  hasSlash: boolean;
}

/**
 * The parameters up to `)` of a function, or `:` of a lambda; that token is left.
 * @param owner a lambda's parameters have no annotations.
 */
export function parseParameters(cursor: Cursor, owner: 'function' | 'lambda'): Parameters {
  const reading: Reading = {
    positionalOnly: [],
    positional: [],
    keywordOnly: [],
    rest: null,
    keywordRest: null,
    hasStar: false,
    hasSlash: false,
  };
  const closer = owner === 'function' ? ')' : ':';
  while (!cursor.is(closer)) {
    if (reading.keywordRest !== null) {
      cursor.fail('arguments cannot follow var-keyword argument');
    }
    readOne(cursor, owner, closer, reading);
    if (!cursor.is(closer) && !cursor.accept(',')) {
      if (cursor.startsExpression()) cursor.fail('invalid syntax. Perhaps you forgot a comma?');
      cursor.unexpected(`',' or '${closer}'`);
    }
  }
  checkNames(cursor, reading);
  const { positionalOnly, positional, rest, keywordOnly, keywordRest } = reading;
  return { positionalOnly, positional, rest, keywordOnly, keywordRest, returns: null };
}

function readOne(
  cursor: Cursor,
  owner: 'function' | 'lambda',
  closer: string,
  reading: Reading,
): void {
  if (cursor.is('(')) {
    const whose = owner === 'function' ? 'Function' : 'Lambda expression';
    cursor.fail(`${whose} parameters cannot be parenthesized`);
  }
  if (cursor.is('/')) {
    slash(cursor, reading);
  } else if (cursor.accept('**')) {
    reading.keywordRest = parameter(cursor, owner, false);
    if (cursor.is('=')) cursor.fail('var-keyword argument cannot have default value');
  } else if (cursor.is('*')) {
    star(cursor, owner, closer, reading);
  } else {
    const one = parameter(cursor, owner, false);
    if (reading.hasStar) {
      reading.keywordOnly.push(one);
      return;
    }
    const all = [...reading.positionalOnly.slice(-1), ...reading.positional.slice(-1)];
    if (one.default === null && all.some((before) => before.default !== null)) {
      cursor.mistake('parameter without a default follows parameter with a default', one.span);
    }
    reading.positional.push(one);
  }
}

function slash(cursor: Cursor, reading: Reading): void {
  if (reading.hasSlash) cursor.fail('/ may appear only once');
  if (reading.hasStar) cursor.fail('/ must be ahead of *');
  if (reading.positional.length === 0) cursor.fail('at least one argument must precede /');
  cursor.at++;
  reading.hasSlash = true;
  reading.positionalOnly = reading.positional;
  reading.positional = [];
}

function star(
  cursor: Cursor,
  owner: 'function' | 'lambda',
  closer: string,
  reading: Reading,
): void {
  if (reading.hasStar) cursor.fail('* argument may appear only once');
  reading.hasStar = true;
  cursor.at++;
  if (cursor.is(closer)) cursor.fail('named arguments must follow bare *');
  if (!cursor.is(',')) {
    reading.rest = parameter(cursor, owner, true);
    if (cursor.is('=')) cursor.fail('var-positional argument cannot have default value');
  } else if (cursor.nextIs('**') || cursor.nextIs(closer)) {
    cursor.fail('named arguments must follow bare *');
  }
}

function parameter(cursor: Cursor, owner: 'function' | 'lambda', isRest: boolean): Parameter {
  const { start } = cursor;
  const isStarred = cursor.at > 0 && /^\*\*?$/.test(cursor.tokens.texts[cursor.at - 1]);
  const name = cursor.expectName('a parameter');
  let annotation: Parameter['annotation'] = null;
  if (owner === 'function' && cursor.accept(':')) {
    const starStart = cursor.start;
    if (isRest && cursor.accept('*')) {
      const value = cursor.grammar.operand(cursor);
      annotation = { kind: 'Starred', value, span: cursor.spanFrom(starStart) };
    } else annotation = cursor.grammar.expression(cursor);
  }
  let value: Parameter['default'] = null;
  if (!isStarred && cursor.accept('=')) {
    if (cursor.is(',') || cursor.is(')') || cursor.is(':')) {
      cursor.fail('expected default value expression');
    }
    value = cursor.grammar.expression(cursor);
  }
  return { name, annotation, default: value, span: cursor.spanFrom(start) };
}

function checkNames(cursor: Cursor, reading: Reading): void {
  const seen = new Set<string>();
  const { positionalOnly, positional, rest, keywordOnly, keywordRest } = reading;
  for (const one of [...positionalOnly, ...positional, rest, ...keywordOnly, keywordRest]) {
    if (one === null) continue;
    if (seen.has(one.name)) {
      cursor.mistake(`duplicate argument '${one.name}' in function definition`, one.span);
    }
    if (one.name === '__debug__') cursor.mistake('cannot assign to __debug__', one.span);
    seen.add(one.name);
  }
}
