// What the checkers found, as text: the rule, when, and what happened, one finding a paragraph.

import { wrap } from '../base/columns.ts';
import { printable } from '../base/printable.ts';
import type { Violation } from '../trace/finding.ts';
import type { Page } from './page.ts';
import { formatSeconds } from './seconds.ts';

/** Findings that are listed. */
export const MAXIMUM_LISTED = 20;

/** The violations on `page`, without a final line feed; empty where there are none. */
export function renderViolations(violations: readonly Violation[], page: Page): string {
  const lines = violations.slice(0, MAXIMUM_LISTED).flatMap(({ rule, time, message }) => {
    const text = `${printable(rule)} at ${formatSeconds(time)}: ${printable(message)}`;
    return wrap(text, page.width - 2).map((line, i) =>
      i === 0 ? page.style.bad(line) : `  ${line}`,
    );
  });
  const more = violations.length - MAXIMUM_LISTED;
  if (more > 0) lines.push(`and ${more} more`);
  return lines.join('\n');
}
