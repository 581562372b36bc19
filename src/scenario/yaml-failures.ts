// What to say where the YAML parser gives up: its reasons in our words, and the causes that stand
// before the place where it noticed - a quote or bracket that opens there, a key without a space
// after its colon, a key that is indented further than the one above it. Source: the messages of
// js-yaml; YAML 1.2.2, chapters 6.1 (indentation) and 7.

import { maxNesting } from './document.ts';
import { closingBracket, isComplete } from './python-shape.ts';
import { keyWithoutSpace } from './yaml-traps.ts';

export interface Failure {
  readonly position: number;
  readonly reason: string;
}

/** What is said of a failure, and where. */
export interface Explanation {
  readonly place: number;
  readonly message: string;
  readonly hint?: string;
}

const sameColumn = 'the keys of one mapping begin in the same column';

const reasons: readonly (readonly [start: string, message: string, hint?: string])[] = [
  ['tab characters must not', 'YAML forbids tabs in indentation', 'indent with spaces'],
  ['nesting exceeded', `the file is nested more than ${maxNesting} levels deep`],
  [
    'bad indentation of a mapping entry',
    'this line does not fit the indentation of its mapping',
    sameColumn,
  ],
  [
    'bad indentation of a sequence entry',
    'this line does not fit the indentation of its list',
    'the dashes of one list stand in the same column',
  ],
  ['the stream contains non-printable', 'control character in the file', 'write it as an escape'],
  ['null byte', 'control character in the file', 'write it as an escape'],
  ["expected ':' after a mapping key", "expected ':' after this key"],
  ['can not read a block mapping entry', "expected ':' after the key, in the same line"],
  ['deficient indentation', 'a quote or a bracket that opens before this line is not closed'],
  ['missed comma', "expected ',' or the closing bracket"],
  ['unexpected end of the stream within a flow', 'the closing bracket is missing'],
  ['unexpected end of the stream within a single', 'the closing single quote is missing'],
  ['unexpected end of the stream within a double', 'the closing double quote is missing'],
  [
    'end of the stream or a document separator',
    'this line does not fit the indentation of the lines before it',
    sameColumn,
  ],
  ['unknown escape', 'unknown escape in double quotes', 'a backslash itself is written \\\\'],
];

/** js-yaml's reason in our words, with what to do. */
export function explain(text: string, { position, reason }: Failure): Explanation {
  const known = reasons.find(([start]) => reason.startsWith(start));
  if (known === undefined) return { place: position, message: `this is not YAML: ${reason}` };
  const [, message, hint] = known;
  const advice = hint === sameColumn ? adviceForColumn(text, position) : hint;
  return { place: position, message, ...(advice === undefined ? {} : { hint: advice }) };
}

function adviceForColumn(text: string, position: number): string {
  const { start } = lineAt(text, position);
  const line = text.slice(start, start + 2000).trimStart();
  if (line.startsWith('- ')) return 'the dashes of one list stand in the same column';
  const clause = /^(?:else|elif|except|finally)\b/.exec(line)?.[0];
  if (clause === undefined) return sameColumn;
  const opener = clause === 'else' || clause === 'elif' ? 'if' : 'try';
  return `'${clause}' begins in the column of the '${opener}' that it belongs to`;
}

/** Lines that are looked at for a cause. */
const mostLines = 200;

/**
 * The cause of a failure where it stands before the place of the failure.
 * @returns null where the place itself is the best that can be told.
 */
export function findCause(text: string, position: number, reason: string): Explanation | null {
  if (/^(?:deficient indentation|unexpected end of the stream within)/.test(reason)) {
    return opener(text, position);
  }
  if (/^(?:bad indentation of a mapping|end of the stream or a document|can not read)/.test(reason))
    return keyAbove(text, position);
  return null;
}

interface Line {
  readonly start: number;
  /** Without indentation, dashes and the blanks at the end. */
  readonly content: string;
  /** Offset of the content. */
  readonly from: number;
}

function lineAt(text: string, position: number): Line {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  const next = text.indexOf('\n', start);
  const line = text.slice(start, Math.min(next < 0 ? text.length : next, start + 2000));
  const before = /^[ \t]*(?:-[ \t]+)*/.exec(line)![0].length;
  return { start, from: start + before, content: line.slice(before).trimEnd() };
}

/** The nearest value before a place that begins with a quote or bracket and is not closed. */
function opener(text: string, position: number): Explanation | null {
  let offset = Math.min(position, text.length);
  for (let lines = 0; lines < mostLines && offset >= 0; lines++) {
    const { start, from, content } = lineAt(text, offset);
    const key = /^(?:[A-Za-z_][\w-]*):[ \t]+/.exec(content)?.[0].length ?? 0;
    const value = content.slice(key);
    if (/^["'[{]/.test(value) && !isComplete(value) && from + key < position) {
      const place = from + key;
      const isQuote = /^["']/.test(value);
      const closes = !isQuote && closingBracket(text, place, text.length) >= 0;
      const what = isQuote ? 'quote' : 'bracket';
      const hint = closes
        ? 'indent the lines up to the closing bracket'
        : `close the ${what} at the end of its line`;
      return { place, message: `the closing ${what} is missing`, hint };
    }
    offset = start - 1;
  }
  return null;
}

/** A key without a space after its colon in the line above, or one that stands further left. */
function keyAbove(text: string, position: number): Explanation | null {
  const line = lineAt(text, position);
  let offset = line.start - 1;
  while (offset > 0 && lineAt(text, offset).content === '') offset = lineAt(text, offset).start - 1;
  if (offset < 0) return null;
  const above = lineAt(text, offset);
  const hint = keyWithoutSpace(above.content);
  if (hint !== null) {
    const place = above.from + above.content.indexOf(':') + 1;
    return { place, message: 'expected a space after the colon of the key', hint };
  }
  const key = /^[A-Za-z_]\w*:(?=\s|$)/;
  const isDeeper = line.from - line.start > above.from - above.start;
  const hasValue = /^[A-Za-z_]\w*:[ \t]+[^|>\s]/.test(above.content);
  if (!isDeeper || !hasValue || !key.test(line.content)) return null;
  const message = 'this key is indented further than the one above it';
  return { place: line.from, message, hint: sameColumn };
}
