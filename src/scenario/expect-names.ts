// `result` and `error` are what main left behind, so they are known at the end only: in
// `expect.finally`. To the checker they are unknown names; here that is taken back where they
// stand in `finally`, and explained where they stand in another expectation.

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Position, Span } from '../base/span.ts';
import type { Expectations } from './scenario.ts';

/** The checker's diagnostics, with what is said of `result` and `error` set right. */
export function judgeOutcomeNames(
  expect: Expectations,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const name = /^name '(result|error)' is not defined$/.exec(diagnostic.message)?.[1];
    if (name === undefined) return [diagnostic];
    const isIn = (list: Expectations['always']) =>
      list.some(({ expression }) => contains(expression.span, diagnostic.span));
    if (isIn(expect.finally)) return [];
    if (!isIn(expect.always) && !isIn(expect.eventually)) return [diagnostic];
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
