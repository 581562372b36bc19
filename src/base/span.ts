// Places in a source text. Lines and columns count from 1; a column counts code points, as
// CPython's tracebacks do. A span is half open: `endColumn` is the column after the last character.

/** A place in a source file. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a source file, from its first character to the place after its last. */
export interface Span extends Position {
  readonly endLine: number;
  readonly endColumn: number;
}

/** The span that reaches from the start of `first` to the end of `last`. */
export function join(first: Span, last: Span): Span {
  return {
    line: first.line,
    column: first.column,
    endLine: last.endLine,
    endColumn: last.endColumn,
  };
}

/** Whether a span is a part of another, or all of it. */
export function contains(outer: Span, inner: Span): boolean {
  const startsBefore = (one: Position, other: Position) =>
    one.line < other.line || (one.line === other.line && one.column <= other.column);
  const endOf = ({ endLine, endColumn }: Span) => ({ line: endLine, column: endColumn });
  return startsBefore(outer, inner) && startsBefore(endOf(inner), endOf(outer));
}
