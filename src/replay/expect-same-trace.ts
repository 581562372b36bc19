// For tests: two traces that have to be of the same run. What is thrown where they are not is an
// Error whose message is the difference, which every test runner shows.

import { renderDiff } from '../report/diff/render-diff.ts';
import { diffTraces } from '../report/diff/trace-diff.ts';
import { plainPage } from '../report/page.ts';

/**
 * Checks that two traces are of the same run, event for event.
 * @param actual and `expected` are their texts, as `record` gives them.
 * Throws an Error with the difference, and TraceError for what is no whole trace.
 */
export function expectSameTrace(actual: string, expected: string): void {
  if (actual === expected) return;
  const text = renderDiff(diffTraces(expected, actual), ['expected', 'actual'], plainPage);
  throw new Error(`the traces differ\n${text}`);
}
