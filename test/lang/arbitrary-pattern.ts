// Random patterns as the parser could have made them: wildcards and captures stand where nothing
// after them would be unreachable. Captures all have one name until `distinct` gives each its own.

import fc from 'fast-check';
import type * as tree from '../../src/lang/tree.ts';
import {
  type Arb,
  name,
  nameNode,
  number,
  some,
  span,
  stringConstant,
  text,
} from './arbitrary-node.ts';

/** In a pattern `_` is the wildcard and nothing else. */
const ownName = nameNode.filter(({ id }) => id !== '_');
const dotted = fc
  .tuple(ownName, some(name, 1, 2))
  .map(([first, rest]) =>
    rest.reduce<tree.Expression>(
      (value, each) => ({ kind: 'Attribute', value, name: each, nameSpan: span, span }),
      first,
    ),
  );
const patternName = name.filter((id) => id !== '_');
const patternLiteral: Arb<tree.Expression> = fc.oneof(
  number,
  text.map(stringConstant),
  number.map((operand): tree.Expression => ({ kind: 'UnaryOp', operator: '-', operand, span })),
  dotted,
);

const { pattern } = fc.letrec<{ pattern: tree.Pattern; refutable: tree.Pattern }>((tie) => {
  const part = tie('pattern');
  const leaf: Arb<tree.Pattern> = fc.oneof(
    patternLiteral.map((value): tree.Pattern => ({ kind: 'MatchValue', value, span })),
    fc
      .constantFrom(true, false, null)
      .map((value): tree.Pattern => ({ kind: 'MatchSingleton', value, span })),
  );
  const sequence = (inner: Arb<tree.Pattern>): Arb<tree.Pattern> =>
    fc.tuple(some(inner), fc.boolean()).map(([all, hasStar]) => {
      const star: tree.Pattern = { kind: 'MatchStar', name: null, span };
      return { kind: 'MatchSequence', patterns: hasStar ? [...all, star] : all, span };
    });
  return {
    refutable: fc.oneof({ depthSize: 'small' }, leaf, sequence(tie('refutable'))),
    pattern: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.constant<tree.Pattern>({ kind: 'MatchAs', pattern: null, name: null, span }),
      fc.constant<tree.Pattern>({ kind: 'MatchAs', pattern: null, name: 'capture', span }),
      sequence(part),
      some(tie('refutable'), 2).map(
        (patterns): tree.Pattern => ({ kind: 'MatchOr', patterns, span }),
      ),
      part.map(
        (inner): tree.Pattern => ({ kind: 'MatchAs', pattern: inner, name: 'capture', span }),
      ),
      fc.tuple(some(fc.tuple(patternLiteral, part)), fc.boolean()).map(
        ([all, hasRest]): tree.Pattern => ({
          kind: 'MatchMapping',
          keys: all.map(([key]) => key),
          patterns: all.map(([, value]) => value),
          rest: hasRest ? 'capture' : null,
          span,
        }),
      ),
      fc
        .tuple(
          fc.oneof(ownName, dotted),
          some(part),
          fc.uniqueArray(patternName, { maxLength: 2 }),
          part,
        )
        .map(
          ([cls, patterns, keywordNames, value]): tree.Pattern => ({
            kind: 'MatchClass',
            ...{
              cls,
              patterns,
              keywordNames,
              keywordPatterns: keywordNames.map(() => value),
              span,
            },
          }),
        ),
    ),
  };
});

/** Gives every capture of a pattern a name of its own. */
export function distinct(one: tree.Pattern, next: () => string): tree.Pattern {
  const all = (parts: readonly tree.Pattern[]) => parts.map((part) => distinct(part, next));
  switch (one.kind) {
    case 'MatchAs': {
      const inner = one.pattern === null ? null : distinct(one.pattern, next);
      return { ...one, pattern: inner, name: one.name === null ? null : next() };
    }
    case 'MatchMapping':
      return { ...one, patterns: all(one.patterns), rest: one.rest === null ? null : next() };
    case 'MatchSequence':
      return { ...one, patterns: all(one.patterns) };
    case 'MatchClass':
      return { ...one, patterns: all(one.patterns), keywordPatterns: all(one.keywordPatterns) };
    default:
      return one;
  }
}

export const arbitraryPattern: Arb<tree.Pattern> = pattern;
