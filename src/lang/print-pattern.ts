// Patterns of `match` as Python text. Sequences are written in brackets; only alternatives and `as`
// need parentheses inside one another.

import { printExpression } from './print-expression.ts';
import type { Pattern } from './tree.ts';

/** A pattern as Python text, for the top or for a place between commas. */
export function printPattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'MatchValue':
      return printExpression(pattern.value);
    case 'MatchSingleton':
      return pattern.value === null ? 'None' : pattern.value ? 'True' : 'False';
    case 'MatchStar':
      return `*${pattern.name ?? '_'}`;
    case 'MatchSequence':
      return `[${pattern.patterns.map(printPattern).join(', ')}]`;
    case 'MatchMapping': {
      const parts = pattern.patterns.map((part, index) => {
        return `${printExpression(pattern.keys[index])}: ${printPattern(part)}`;
      });
      if (pattern.rest !== null) parts.push(`**${pattern.rest}`);
      return `{${parts.join(', ')}}`;
    }
    case 'MatchClass': {
      const parts = pattern.patterns.map(printPattern);
      pattern.keywordPatterns.forEach((part, index) => {
        parts.push(`${pattern.keywordNames[index]}=${printPattern(part)}`);
      });
      return `${printExpression(pattern.cls)}(${parts.join(', ')})`;
    }
    case 'MatchOr':
      return pattern.patterns.map(printClosed).join(' | ');
    default:
      if (pattern.pattern === null) return pattern.name ?? '_';
      return `${printAlternatives(pattern.pattern)} as ${pattern.name}`;
  }
}

/** A part of alternatives. */
function printClosed(pattern: Pattern): string {
  const text = printPattern(pattern);
  const isLoose =
    pattern.kind === 'MatchOr' || (pattern.kind === 'MatchAs' && pattern.pattern !== null);
  return isLoose ? `(${text})` : text;
}

/** What `as` gives a name to. */
function printAlternatives(pattern: Pattern): string {
  return pattern.kind === 'MatchOr' ? printPattern(pattern) : printClosed(pattern);
}
