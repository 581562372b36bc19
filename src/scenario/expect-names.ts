// Names that expectations have and a program has not. `result` and `error` are what main left
// behind, so they are known at the end only, in `expect.finally`; `now` is known in each of them,
// also in those of a Python file. To the checker these are unknown names; here that is taken back
// where they are known, and explained where they are not.

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Position, Span } from '../base/span.ts';
import type { Expectations } from './scenario.ts';

/** The checker's diagnostics, with what is said of these names set right. */
export function judgeOutcomeNames(
  expect: Expectations,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const name = /^name '(result|error|now)' is not defined$/.exec(diagnostic.message)?.[1];
    if (name === undefined) return [diagnostic];
    const isIn = (list: Expectations['always']) =>
      list.some(({ expression }) => contains(expression.span, diagnostic.span));
    if (isIn(expect.finally)) return [];
    if (!isIn(expect.always) && !isIn(expect.eventually)) return [diagnostic];
    if (name === 'now') return [];
    const message = `'${name}' is known only when main has ended`;
    return [{ ...diagnostic, message, hint: 'move the expectation to expect.finally' }];
  });
}

function contains(outer: Span, inner: Span): boolean {
  const end = { line: outer.endLine, column: outer.endColumn };
  return (
    !isBefore(inner, outer) && !isBefore(end, { line: inner.endLine, column: inner.endColumn })
  );
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
