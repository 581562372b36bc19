// Random syntax trees as the parser could have made them: every kind of node, names that are soft
// keywords, strings full of quotes. Places are all the same; `withoutSpans` drops them.

import fc from 'fast-check';
import type * as tree from '../../src/lang/tree.ts';

const span = { line: 1, column: 1, endLine: 1, endColumn: 1 };

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

type Arb<Value> = fc.Arbitrary<Value>;
const name = fc.constantFrom('a', 'b', 'c', 'x1', '_', 'match', 'case', 'type', 'print', 'é', 'f');
const maybe = <Value>(one: Arb<Value>): Arb<Value | null> => fc.option(one, { nil: null, freq: 2 });
const some = <Value>(one: Arb<Value>, minLength = 0, maxLength = 3): Arb<Value[]> =>
  fc.array(one, { minLength, maxLength });

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...`a'"\\{}\n\t\r #!:=N`), maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const stringConstant = (value: string): tree.StringConstant => {
  return { kind: 'Constant', type: 'str', value, span };
};
const number: Arb<tree.Constant> = fc.oneof(
  fc
    .oneof(fc.nat(), fc.bigInt({ min: 2n ** 53n, max: 2n ** 200n }))
    .map((value): tree.Constant => ({ kind: 'Constant', type: 'int', value, span })),
  fc
    .double({ min: 0, noNaN: true })
    .map((value): tree.Constant => ({ kind: 'Constant', type: 'float', value: value + 0, span })),
);
const otherConstant = fc
  .constantFrom(...([true, false, null] as const), ...(['...'] as const))
  .map((value): tree.Constant => {
    if (value === '...') return { kind: 'Constant', type: 'Ellipsis', value: null, span };
    return { kind: 'Constant', type: value === null ? 'None' : 'bool', value, span };
  });
const constant = fc.oneof(number, text.map(stringConstant), otherConstant);
const nameNode: Arb<tree.Name> = name.map((id) => ({ kind: 'Name', id, span }));

const binaryOperator = fc.constantFrom<tree.BinaryOperator[]>(
  ...(['+', '-', '*', '/', '//', '%', '**', '@', '<<', '>>', '|', '^', '&'] as const),
);
const compareOperator = fc.constantFrom<tree.CompareOperator[]>(
  ...(['==', '!=', '<', '<=', '>', '>=', 'is', 'is not', 'in', 'not in'] as const),
);

/** Literal strings and fields in turn: two strings side by side would be one. */
function formatParts(
  value: Arb<tree.Expression>,
  spec: Arb<tree.JoinedStr | null>,
): Arb<tree.JoinedStr> {
  const documented = name.map((id): tree.FormattedValue => {
    const selfDocumenting = `${id} = `;
    const value: tree.Name = { kind: 'Name', id, span };
    const rest = { conversion: 'r', formatSpec: null, selfDocumenting, span } as const;
    return { kind: 'FormattedValue', value, ...rest };
  });
  const field = fc.record({
    kind: fc.constant('FormattedValue' as const),
    value,
    conversion: fc.constantFrom('r', 's', 'a', null),
    formatSpec: spec,
    selfDocumenting: fc.constant(null),
    span: fc.constant(span),
  });
  return some(fc.tuple(text, fc.oneof(field, documented)), 0, 2)
    .chain((pairs) => text.map((last) => [...pairs.flat(), last]))
    .map((parts): tree.JoinedStr => {
      const values = parts.flatMap((part): tree.JoinedStr['values'][number][] => {
        if (typeof part !== 'string') return [part];
        return part === '' ? [] : [stringConstant(part)];
      });
      return { kind: 'JoinedStr', values, span };
    });
}

const { expression, target, place } = fc.letrec<{
  expression: tree.Expression;
  starred: tree.Expression;
  place: tree.Expression;
  target: tree.Expression;
}>((tie) => {
  const inner = tie('expression');
  const element = fc.oneof(
    { weight: 4, arbitrary: inner },
    { weight: 1, arbitrary: tie('starred') },
  );
  const node = <Kind extends tree.Expression['kind']>(
    kind: Kind,
    fields: { [Key in string]: Arb<unknown> },
  ): Arb<tree.Expression> =>
    fc
      .record({ kind: fc.constant(kind), ...fields, span: fc.constant(span) })
      .map((one) => one as unknown as tree.Expression);
  const generators = some(
    fc.record({
      isAsync: fc.boolean(),
      target: tie('target'),
      iterable: inner,
      conditions: some(inner, 0, 2),
    }),
    1,
    2,
  );
  const slice = node('Slice', { lower: maybe(inner), upper: maybe(inner), step: maybe(inner) });
  const index = fc.oneof(
    inner,
    slice,
    node('Tuple', { elements: some(fc.oneof(inner, slice, tie('starred')), 1) }),
  );
  const keywords = fc
    .uniqueArray(fc.tuple(maybe(name), inner), { selector: ([one]) => one ?? {}, maxLength: 2 })
    .map((all) => all.map(([one, value]) => ({ name: one, value, span })));
  const spec = maybe(formatParts(inner, fc.constant(null)));
  return {
    starred: node('Starred', { value: inner }),
    place: fc.oneof(
      { depthSize: 'small' },
      nameNode,
      node('Attribute', { value: inner, name, nameSpan: fc.constant(span) }),
      node('Subscript', { value: inner, index }),
    ),
    target: fc.oneof(
      { depthSize: 'small' },
      tie('place'),
      fc
        .tuple(fc.constantFrom('Tuple', 'List'), some(tie('target'), 0, 2), maybe(tie('place')))
        .map(([kind, before, rest]): tree.Expression => {
          const star = rest === null ? [] : [{ kind: 'Starred', value: rest, span } as const];
          return { kind: kind as 'Tuple', elements: [...before, ...star], span };
        }),
    ),
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(nameNode, constant),
      tie('place'),
      node('BoolOp', { operator: fc.constantFrom('and', 'or'), values: some(inner, 2) }),
      node('NamedExpr', { target: nameNode, value: inner }),
      node('BinOp', { left: inner, operator: binaryOperator, right: inner }),
      node('UnaryOp', { operator: fc.constantFrom('not', '-', '+', '~'), operand: inner }),
      node('Lambda', { parameters: parameters(inner, false), body: inner }),
      node('IfExp', { test: inner, body: inner, orelse: inner }),
      some(fc.tuple(maybe(inner), inner)).map(
        (all): tree.Expression => ({
          kind: 'Dict',
          keys: all.map(([key]) => key),
          values: all.map(([, value]) => value),
          span,
        }),
      ),
      node('Set', { elements: some(element, 1) }),
      node('List', { elements: some(element) }),
      node('Tuple', { elements: some(element) }),
      node('ListComp', { element: inner, generators }),
      node('SetComp', { element: inner, generators }),
      node('GeneratorExp', { element: inner, generators }),
      node('DictComp', { key: inner, value: inner, generators }),
      node('Await', { value: inner }),
      node('Yield', { value: maybe(inner) }),
      node('YieldFrom', { value: inner }),
      some(fc.tuple(compareOperator, inner), 1).chain((all) =>
        node('Compare', {
          left: inner,
          operators: fc.constant(all.map(([operator]) => operator)),
          comparators: fc.constant(all.map(([, value]) => value)),
        }),
      ),
      node('Call', { callee: inner, args: some(element), keywords }),
      formatParts(inner, spec),
    ),
  };
});

function parameters(value: Arb<tree.Expression>, isTyped: boolean): Arb<tree.Parameters> {
  const annotation = isTyped ? maybe(value) : fc.constant(null);
  const one = fc.record({ name, annotation, default: maybe(value), span: fc.constant(span) });
  const names = { selector: (each: tree.Parameter) => each.name, minLength: 0, maxLength: 5 };
  const returns = isTyped ? maybe(value) : fc.constant(null);
  const split = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.boolean(), fc.boolean());
  return fc
    .tuple(fc.uniqueArray(one, names), split, returns)
    .map(([all, [first, second, third, hasRest, hasLast], type]) => {
      const queue = [...all];
      const bare = (each: tree.Parameter | undefined): tree.Parameter | null =>
        each === undefined ? null : { ...each, default: null };
      const rest = hasRest ? bare(queue.pop()) : null;
      const keywordRest = hasLast ? bare(queue.pop()) : null;
      let hasDefault = false;
      const ordered = queue.splice(0, first + second).map((each) => {
        hasDefault ||= each.default !== null;
        return hasDefault && each.default === null
          ? { ...each, default: stringConstant('') }
          : each;
      });
      const keywordOnly = queue.splice(0, third);
      const [positionalOnly, positional] = [ordered.slice(0, first), ordered.slice(first)];
      return { positionalOnly, positional, rest, keywordOnly, keywordRest, returns: type };
    });
}

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
function distinct(one: tree.Pattern, next: () => string): tree.Pattern {
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

/** A case with a guard may stand anywhere. */
const matchCase = (body: Arb<tree.Statement[]>): Arb<tree.MatchCase> =>
  fc.record({ pattern, guard: expression, body, span: fc.constant(span) }).map((one) => {
    let count = 0;
    return { ...one, pattern: distinct(one.pattern, () => `n${count++}`) };
  });

const alias = fc.record({ name, asname: maybe(name), span: fc.constant(span) });

const { statement } = fc.letrec<{ statement: tree.Statement }>((tie) => {
  const node = (
    kind: tree.Statement['kind'],
    fields: { [Key in string]: Arb<unknown> } = {},
  ): Arb<tree.Statement> =>
    fc
      .record({ kind: fc.constant(kind), ...fields, span: fc.constant(span) })
      .map((one) => one as unknown as tree.Statement);
  const body = some(tie('statement'), 1, 2);
  const orelse = some(tie('statement'), 0, 2);
  const isAsync = fc.boolean();
  const decorators = some(expression, 0, 1);
  const nameSpan = fc.constant(span);
  const handlers = fc
    .boolean()
    .chain((isStar) =>
      some(fc.record({ type: expression, name: maybe(name), body, span: nameSpan }), 1, 2).map(
        (all) => ({ isStar, handlers: all }),
      ),
    );
  const keywords = some(
    fc.record({ name: fc.constant(null), value: expression, span: nameSpan }),
    0,
    1,
  );
  return {
    statement: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      node('Expr', { value: expression }),
      node('Pass'),
      node('Break'),
      node('Continue'),
      node('Return', { value: maybe(expression) }),
      node('Delete', { targets: some(place, 1) }),
      node('Assign', { targets: some(target, 1, 2), value: expression }),
      node('AugAssign', { target: place, operator: binaryOperator, value: expression }),
      node('AnnAssign', { target: place, annotation: expression, value: maybe(expression) }),
      node('Raise', { exception: fc.constant(null), cause: fc.constant(null) }),
      node('Raise', { exception: expression, cause: maybe(expression) }),
      node('Assert', { test: expression, message: maybe(expression) }),
      node('Import', { names: some(alias, 1) }),
      node('ImportFrom', {
        module: fc.constantFrom('a', 'a.b', '.', '..', '...', '.a.b', '....c'),
        names: fc.oneof(some(alias, 1), fc.constant([{ name: '*', asname: null, span }])),
      }),
      node('Global', { names: some(name, 1) }),
      node('Nonlocal', { names: some(name, 1) }),
      node('If', { test: expression, body, orelse }),
      node('While', { test: expression, body, orelse }),
      node('For', { isAsync, target, iterable: expression, body, orelse }),
      node('With', {
        ...{ isAsync, body },
        items: some(fc.record({ context: expression, target: maybe(target) }), 1, 2),
      }),
      fc
        .tuple(handlers, body, orelse, orelse)
        .map(([caught, main, otherwise, finalbody]): tree.Statement => {
          return { kind: 'Try', ...caught, body: main, orelse: otherwise, finalbody, span };
        }),
      fc.tuple(body, body).map(([main, finalbody]): tree.Statement => {
        const rest = { isStar: false, handlers: [], orelse: [], span };
        return { kind: 'Try', ...rest, body: main, finalbody };
      }),
      node('Match', { subject: expression, cases: some(matchCase(body), 1, 2) }),
      node('FunctionDef', {
        ...{ name, nameSpan, isAsync, body, decorators },
        parameters: parameters(expression, true),
      }),
      node('ClassDef', {
        name,
        nameSpan,
        bases: some(expression, 0, 2),
        keywords,
        body,
        decorators,
      }),
    ),
  };
});

export const arbitraryExpression: Arb<tree.Expression> = expression;
export const arbitraryPattern: Arb<tree.Pattern> = pattern;
export const arbitraryModule: Arb<tree.Module> = some(statement, 0, 4).map((body) => {
  return { kind: 'Module', body, span };
});
