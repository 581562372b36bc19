// What random syntax trees are made of: nodes of a kind with all its fields, names that are soft
// keywords, strings full of quotes, numbers. Places are all the same; `withoutSpans` drops them.

import fc from 'fast-check';
import type * as tree from '../../src/lang/tree.ts';

export const span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** A node without its places. */
export function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span' && key !== 'nameSpan')
      .map(([key, inner]) => [key, withoutSpans(inner)]),
  );
}

export type Arb<Value> = fc.Arbitrary<Value>;
export const name = fc.constantFrom(
  'a',
  'b',
  'c',
  'x1',
  '_',
  'match',
  'case',
  'type',
  'print',
  'é',
  'f',
);
export const maybe = <Value>(one: Arb<Value>): Arb<Value | null> =>
  fc.option(one, { nil: null, freq: 2 });
export const some = <Value>(one: Arb<Value>, minLength = 0, maxLength = 3): Arb<Value[]> =>
  fc.array(one, { minLength, maxLength });

export const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...`a'"\\{}\n\t\r #!:=N`), maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
export const stringConstant = (value: string): tree.StringConstant => {
  return { kind: 'Constant', type: 'str', value, span };
};
export const number: Arb<tree.Constant> = fc.oneof(
  fc
    .oneof(fc.nat(), fc.bigInt({ min: 2n ** 53n, max: 2n ** 200n }))
    .map((value): tree.Constant => ({ kind: 'Constant', type: 'int', value, span })),
  fc
    .double({ min: 0, noNaN: true })
    .map((value): tree.Constant => ({ kind: 'Constant', type: 'float', value: value + 0, span })),
);
export const otherConstant = fc
  .constantFrom(...([true, false, null] as const), ...(['...'] as const))
  .map((value): tree.Constant => {
    if (value === '...') return { kind: 'Constant', type: 'Ellipsis', value: null, span };
    return { kind: 'Constant', type: value === null ? 'None' : 'bool', value, span };
  });
export const constant = fc.oneof(number, text.map(stringConstant), otherConstant);
export const nameNode: Arb<tree.Name> = name.map((id) => ({ kind: 'Name', id, span }));

export const binaryOperator = fc.constantFrom<tree.BinaryOperator[]>(
  ...(['+', '-', '*', '/', '//', '%', '**', '@', '<<', '>>', '|', '^', '&'] as const),
);
export const compareOperator = fc.constantFrom<tree.CompareOperator[]>(
  ...(['==', '!=', '<', '<=', '>', '>=', 'is', 'is not', 'in', 'not in'] as const),
);

type Kind = (tree.Expression | tree.Statement)['kind'];
/** The nodes of a kind; some share one interface. */
type NodeOf<K extends Kind, Node = tree.Expression | tree.Statement> = Node extends {
  readonly kind: infer Kinds;
}
  ? K extends Kinds
    ? Node
    : never
  : never;
/** What a node holds besides its kind and place. */
type Fields<Node> = {
  [Name in keyof Node as Name extends 'kind' | 'span' ? never : Name]: Arb<Node[Name]>;
};

/** Nodes of a kind, with all that the tree gives it. */
export function node<K extends Kind>(kind: K, fields: Fields<NodeOf<K>>): Arb<NodeOf<K>> {
  // With its kind and place it is whole again, which the compiler cannot follow.
  const whole: Arb<unknown> = fc.record({
    kind: fc.constant(kind),
    ...fields,
    span: fc.constant(span),
  });
  return whole as Arb<NodeOf<K>>;
}
