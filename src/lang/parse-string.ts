// Strings and f-strings: adjacent literals become one node, as in CPython's `ast`. An f-string's
// fields hold tokens of the same token list (PEP 701), so nested quotes and positions need no care.
// `{x=}` keeps its text in the node, because the text of the expression is part of the value.

import { spanBetween } from '../base/source-text.ts';
import type { Span } from '../base/span.ts';
import type { Cursor } from './cursor.ts';
import { meetAsPair, unescapeBody } from './parse-literal.ts';
import { decodePrefix } from './scan-string.ts';
import type { Expression, FormattedValue, JoinedStr, StringConstant } from './tree.ts';

type Part = StringConstant | FormattedValue;

/** How the literal that is being read was opened. */
interface Opening {
  readonly isFormat: boolean;
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  readonly name: string;
  readonly quote: string;
  /** The offset of the first character after the quotes. */
  readonly bodyStart: number;
}

/** One or more adjacent string literals; the current token starts the first of them. */
export function parseStrings(cursor: Cursor): Expression {
  const { start } = cursor;
  const parts: Part[] = [];
  let isFormat = false;
  let plain = 0;
  let bytes = 0;
  while (cursor.kind === 'string' || cursor.kind === 'fstringStart') {
    const opening = readOpening(cursor);
    if (opening.isBytes) bytes++;
    else plain++;
    if (opening.isFormat) {
      isFormat = true;
      parseFormatString(cursor, opening, parts);
    } else {
      addText(cursor, parts, opening.bodyStart, cursor.end - opening.quote.length, opening);
      cursor.at++;
    }
  }
  const span = cursor.spanFrom(start);
  if (bytes > 0 && plain > 0) cursor.mistake('cannot mix bytes and nonbytes literals', span);
  if (isFormat) return { kind: 'JoinedStr', values: parts, span };
  const value = parts.length === 0 ? '' : (parts[0] as StringConstant).value;
  return { kind: 'Constant', type: bytes > 0 ? 'bytes' : 'str', value, span };
}

function readOpening(cursor: Cursor): Opening {
  const head = cursor.source.text.slice(cursor.start, cursor.start + 5);
  const [start, quote] = /^[a-zA-Z]*('''|"""|'|")/.exec(head) as RegExpExecArray;
  return { ...decodePrefix(start, quote), quote, bodyStart: cursor.start + start.length };
}

/** Appends the text between two offsets, joined with a text directly before it. */
function addText(
  cursor: Cursor,
  parts: Part[],
  from: number,
  to: number,
  opening: Opening,
  inSpec = false,
): void {
  const span = spanBetween(cursor.source, from, to);
  let text = cursor.source.text.slice(from, to).replace(/\r\n?/g, '\n');
  if (opening.isFormat && !inSpec) text = text.replace(/\{\{|\}\}/g, (braces) => braces[0]);
  let value = text;
  if (opening.isBytes && /[^\0-\x7f]/.test(text)) {
    cursor.mistake('bytes can only contain ASCII literal characters', span);
  }
  if (!opening.isRaw) {
    const unescaped = unescapeBody(text, opening.isBytes);
    value = unescaped.value;
    if (unescaped.error !== null) cursor.mistake(unescaped.error, span);
    if (unescaped.unsupported !== null) {
      cursor.unsupported(`${unescaped.unsupported} is not supported`, span);
    }
    for (const { offset, size } of unescaped.dubious) {
      const sequence = text.slice(offset, offset + size);
      warnOfEscape(cursor, sequence, Math.min(from + offset, to - 1));
    }
  }
  appendText(cursor, parts, value, span);
}

function appendText(cursor: Cursor, parts: Part[], value: string, span: Span): void {
  if (value === '') return;
  const last = parts[parts.length - 1];
  if (last?.kind !== 'Constant') {
    parts.push({ kind: 'Constant', type: 'str', value, span });
    return;
  }
  if (meetAsPair(last.value, value)) {
    cursor.unsupported('a pair of surrogate escapes is not supported', span);
  }
  const joined = { ...last.span, endLine: span.endLine, endColumn: span.endColumn };
  parts[parts.length - 1] = { ...last, value: last.value + value, span: joined };
}

function warnOfEscape(cursor: Cursor, sequence: string, offset: number): void {
  const kind = /^\\[0-7]/.test(sequence) ? 'octal escape' : 'escape';
  cursor.warn(
    `"${sequence}" is an invalid ${kind} sequence. Such sequences will not work in the future. ` +
      `Did you mean "\\${sequence}"? A raw string is also an option.`,
    spanBetween(cursor.source, offset, offset + sequence.length),
  );
}

function parseFormatString(cursor: Cursor, opening: Opening, parts: Part[]): void {
  const first = cursor.at;
  cursor.at++;
  while (cursor.kind !== 'fstringEnd') {
    if (cursor.kind === 'fstringMiddle') {
      addText(cursor, parts, cursor.start, cursor.end, opening);
      cursor.at++;
    } else if (cursor.is('{')) {
      parseField(cursor, opening, parts);
    } else {
      cursor.unexpected();
    }
  }
  cursor.at++;
  if (opening.name === 't') {
    cursor.unsupported(
      'template strings are not supported',
      spanBetween(cursor.source, cursor.tokens.starts[first], cursor.previousEnd),
      "use an f-string, with the prefix 'f'",
    );
  }
}

/** `{value=!r:spec}`; the current token is the brace. */
function parseField(cursor: Cursor, opening: Opening, parts: Part[]): void {
  const { start } = cursor;
  const name = `${opening.name}-string`;
  cursor.at++;
  const valueAt = cursor.at;
  for (const text of ['}', '!', ':', '=']) {
    if (cursor.is(text)) cursor.fail(`${name}: valid expression required before '${text}'`);
  }
  if (cursor.is('lambda')) {
    cursor.fail(`${name}: lambda expressions are not allowed without parentheses`);
  }
  if (cursor.isKind('keyword') && !cursor.startsExpression() && !cursor.is('yield')) {
    cursor.fail(`${name}: expecting a valid expression after '{'`);
  }
  const value = cursor.grammar.yieldOrStarExpressions(cursor);
  if (value.kind === 'Starred') cursor.mistake("can't use starred expression here", value.span);
  const isDocumented = cursor.accept('=');
  const valueEnd = cursor.at;
  const selfDocumenting = isDocumented ? sourceOf(cursor, valueAt, valueEnd) : null;
  const conversion = cursor.is('!') ? parseConversion(cursor, name) : null;
  const formatSpec = cursor.is(':') ? parseSpec(cursor, opening) : null;
  if (!cursor.is('}')) {
    if (!isDocumented && conversion === null && cursor.startsExpression()) {
      cursor.fail('invalid syntax. Perhaps you forgot a comma?');
    }
    const rest = conversion === null ? "'!', or ':', or '}'" : "':' or '}'";
    const expected = isDocumented || conversion !== null ? rest : `'=', or ${rest}`;
    cursor.fail(`${name}: expecting ${formatSpec === null ? expected : "'}'"}`);
  }
  cursor.at++;
  // CPython has lost what follows a `!` of the expression where it shows text and specification.
  const mark =
    conversion === null && formatSpec !== null ? markWithin(cursor, valueAt, valueEnd) : -1;
  const isCut = selfDocumenting !== null && mark >= 0;
  const span = cursor.spanFrom(start);
  if (isCut) appendText(cursor, parts, sourceOf(cursor, valueAt, mark), span);
  parts.push({
    kind: 'FormattedValue',
    value,
    // `{x=}` shows the repr unless a specification asks for a format.
    conversion: conversion ?? (isDocumented && formatSpec === null ? 'r' : null),
    formatSpec,
    selfDocumenting: isCut ? null : selfDocumenting,
    span,
  });
}

/** The first `!=` outside of brackets between two tokens; -1 for none. */
function markWithin({ tokens }: Cursor, first: number, end: number): number {
  let depth = 0;
  for (let index = first; index < end; index++) {
    const text = tokens.texts[index];
    if (text === '!=' && depth === 0) return index;
    if ('([{'.includes(text)) depth++;
    if (')]}'.includes(text)) depth--;
  }
  return -1;
}

function parseConversion(cursor: Cursor, name: string): 'r' | 's' | 'a' {
  const { end } = cursor;
  cursor.at++;
  const { text } = cursor;
  if (cursor.kind !== 'name' && cursor.kind !== 'keyword') {
    cursor.fail(`${name}: missing conversion character`);
  }
  if (cursor.start !== end) {
    cursor.fail(`${name}: conversion type must come right after the exclamation mark`);
  }
  if (text !== 'r' && text !== 's' && text !== 'a') {
    const expected = "expected 's', 'r', or 'a'";
    cursor.fail(`${name}: invalid conversion character '${text}': ${expected}`);
  }
  cursor.at++;
  return text;
}

function parseSpec(cursor: Cursor, opening: Opening): JoinedStr {
  const { start } = cursor;
  cursor.at++;
  const values: Part[] = [];
  for (;;) {
    if (cursor.kind === 'fstringMiddle') {
      addText(cursor, values, cursor.start, cursor.end, opening, true);
      cursor.at++;
    } else if (cursor.is('{')) {
      parseField(cursor, opening, values);
    } else {
      const span = cursor.spanFrom(start);
      return { kind: 'JoinedStr', values, span };
    }
  }
}

/** The text from a token to another without comments, as `{x=}` prints it. */
function sourceOf(cursor: Cursor, first: number, end: number): string {
  const { starts, ends } = cursor.tokens;
  const { text } = cursor.source;
  const parts = [text.slice(ends[first - 1], starts[first])];
  for (let index = first; index < end; index++) {
    parts.push(text.slice(starts[index], ends[index]));
    parts.push(text.slice(ends[index], starts[index + 1]).replace(/#[^\r\n]*/g, ''));
  }
  return parts.join('').replace(/\r\n?/g, '\n');
}
