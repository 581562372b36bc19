// What a regular expression is once it is read: a tree of plain data. Characters are code points.
// Source: CPython 3.14 Lib/re/_parser.py (its opcodes, by what they mean).

/** A kind of character, `\d` or `\w`; upper case for all others. */
export type Category = 'd' | 'D' | 's' | 'S' | 'w' | 'W';

/** A part of a set in brackets: a range of characters, or a category. */
export type SetPart = readonly [from: number, to: number] | Category;

export type Place = 'start' | 'end' | 'line-start' | 'line-end' | 'last' | 'word' | 'no-word';

export type Node =
  | { readonly kind: 'character'; readonly code: number; readonly flags: number }
  | {
      readonly kind: 'set';
      readonly parts: readonly SetPart[];
      readonly isNegated: boolean;
      readonly flags: number;
    }
  | { readonly kind: 'any'; readonly flags: number }
  | { readonly kind: 'place'; readonly place: Place; readonly flags: number }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly branches: readonly Node[] }
  | { readonly kind: 'group'; readonly number: number; readonly body: Node }
  | { readonly kind: 'reference'; readonly number: number; readonly flags: number }
  | {
      readonly kind: 'repeat';
      readonly body: Node;
      readonly least: number;
      readonly most: number;
      readonly mode: 'greedy' | 'lazy' | 'possessive';
    }
  | { readonly kind: 'atomic'; readonly body: Node }
  | {
      readonly kind: 'look';
      readonly body: Node;
      readonly isBehind: boolean;
      readonly isNegated: boolean;
    }
  | {
      readonly kind: 'conditional';
      readonly number: number;
      readonly yes: Node;
      readonly no: Node;
    };

/** A whole expression. */
export interface Expression {
  readonly node: Node;
  readonly flags: number;
  /** How many groups there are. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

export const FLAGS = {
  IGNORECASE: 2,
  LOCALE: 4,
  MULTILINE: 8,
  DOTALL: 16,
  UNICODE: 32,
  VERBOSE: 64,
  DEBUG: 128,
  ASCII: 256,
} as const;

/** The least and the most characters that a node takes. */
export function widthOf(node: Node): readonly [least: number, most: number] {
  switch (node.kind) {
    case 'character':
    case 'set':
    case 'any':
      return [1, 1];
    case 'sequence': {
      const widths = node.items.map(widthOf);
      return [widths.reduce((sum, [a]) => sum + a, 0), widths.reduce((sum, [, b]) => sum + b, 0)];
    }
    case 'choice': {
      const widths = node.branches.map(widthOf);
      return [Math.min(...widths.map(([a]) => a)), Math.max(...widths.map(([, b]) => b))];
    }
    case 'group':
    case 'atomic':
      return widthOf(node.body);
    case 'repeat': {
      const [least, most] = widthOf(node.body);
      return [least * node.least, most === 0 ? 0 : most * node.most];
    }
    case 'conditional': {
      const [a, b] = [widthOf(node.yes), widthOf(node.no)];
      return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
    }
    case 'reference':
      return [0, Number.POSITIVE_INFINITY];
    default:
      return [0, 0];
  }
}
