// Where in a failing expression the carets of a traceback point: the operator of a binary
// operation, the brackets of a subscript, the parentheses of a call. Source: CPython
// Lib/traceback.py (_extract_caret_anchors_from_line_segment, _should_show_carets).

import { SourceFile } from '../base/source-text.ts';
import type { Span } from '../base/span.ts';
import { parseExpression, parseModule } from './parse.ts';
import type { Expression } from './tree.ts';

/** From `left` (inclusive) to `right` (exclusive) stands `^`, around it `~`. Lines count from 0. */
export interface Anchors {
  readonly leftLine: number;
  readonly leftColumn: number;
  readonly rightLine: number;
  readonly rightColumn: number;
}

/** A character of a text, by line and code point. */
interface Place {
  readonly line: number;
  readonly column: number;
}

class Segment {
  /** Code points by line. */
  readonly lines: readonly (readonly string[])[];

  constructor(text: string) {
    this.lines = text.split('\n').map((line) => Array.from(line));
  }

  /** The place itself or the first character after it; null at the end. */
  valid({ line, column }: Place): Place | null {
    let [at, from] = [line, column];
    while (at < this.lines.length && from >= this.lines[at].length) {
      from = 0;
      at++;
    }
    return at < this.lines.length ? { line: at, column: from } : null;
  }

  /**
   * The first character from `place` on that `stop` takes; comments and line ends are passed over.
   */
  until(place: Place | null, stop: (character: string) => boolean): Place | null {
    let at = place;
    while (at !== null) {
      const character = this.lines[at.line][at.column];
      if (character === '\\' || character === '#')
        at = this.valid({ line: at.line + 1, column: 0 });
      else if (stop(character)) return at;
      else at = this.valid({ line: at.line, column: at.column + 1 });
    }
    return null;
  }
}

/** The expression was parsed on its own lines inside parentheses. */
function endOf(span: Span): Place {
  return { line: span.endLine - 2, column: span.endColumn - 1 };
}

function startOf(span: Span): Place {
  return { line: span.line - 2, column: span.column - 1 };
}

/** The anchors of a text that is an expression; null where there are none. */
export function anchorsOf(text: string): Anchors | null {
  let failed = false;
  const node = parseExpression(new SourceFile(`(\n${text}\n)`), () => {
    failed = true;
  });
  if (failed || node === null) return null;
  const segment = new Segment(text);
  switch (node.kind) {
    case 'BinOp':
      return operatorAnchors(segment, node.left, node.right);
    case 'Subscript':
      return bracketAnchors(segment, node.value, node, '[');
    case 'Call':
      return bracketAnchors(segment, node.callee, node, '(');
    default:
      return null;
  }
}

function operatorAnchors(segment: Segment, left: Expression, right: Expression): Anchors | null {
  const from = segment.valid(endOf(left.span));
  const at = segment.until(from, (character) => !/\s/u.test(character) && character !== ')');
  if (at === null) return null;
  let end = at.column + 1;
  const operand = startOf(right.span);
  const next = segment.lines[at.line][end];
  const isBefore = operand.line > at.line || end < operand.column;
  if (next !== undefined && isBefore && !/[\s\\#]/u.test(next)) end++;
  return { leftLine: at.line, leftColumn: at.column, rightLine: at.line, rightColumn: end };
}

function bracketAnchors(
  segment: Segment,
  before: Expression,
  whole: Expression,
  bracket: string,
): Anchors | null {
  const from = segment.valid(endOf(before.span));
  const left = segment.until(from, (character) => character === bracket);
  if (left === null) return null;
  const right = endOf(whole.span);
  return {
    leftLine: left.line,
    leftColumn: left.column,
    rightLine: right.line,
    rightColumn: right.column,
  };
}

/**
 * Whether the lines are one statement whose call is all that matters: `return f(x)`, `y = f(x)`.
 * Carets under it would say nothing.
 */
export function isPlainCall(lines: readonly string[], start: number, end: number): boolean {
  let failed = false;
  const module = parseModule(new SourceFile(lines.join('\n')), () => {
    failed = true;
  });
  const [statement] = module.body;
  if (failed || statement === undefined) return false;
  let call: Expression | null = null;
  if (statement.kind === 'Return' && statement.value?.kind === 'Call') {
    if (statement.value.callee.kind === 'Name') call = statement.value;
  } else if (statement.kind === 'Assign' && statement.value.kind === 'Call') {
    const isName = statement.targets.length === 1 && statement.targets[0].kind === 'Name';
    if (isName) call = statement.value;
  }
  if (call === null) return false;
  const { line, endLine, column, endColumn } = call.span;
  const isAll = line === 1 && endLine === lines.length;
  return isAll && column - 1 === start && endColumn - 1 === end;
}
