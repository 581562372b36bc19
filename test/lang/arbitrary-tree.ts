// Random syntax trees as the parser could have made them: every kind of node.

import fc from 'fast-check';
import type * as tree from '../../src/lang/tree.ts';
import {
  type Arb,
  binaryOperator,
  compareOperator,
  constant,
  maybe,
  name,
  nameNode,
  node,
  some,
  span,
  stringConstant,
  text,
} from './arbitrary-node.ts';
import { arbitraryPattern, distinct } from './arbitrary-pattern.ts';

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

/** What stands for a type; `yield`, `await` and `:=` may not be in it. */
const annotation = fc.oneof(
  nameNode,
  constant,
  node('BinOp', { left: nameNode, operator: fc.constant('|'), right: nameNode }),
  node('Subscript', { value: nameNode, index: nameNode }),
);

/** What is evaluated when it is asked for: a function without parameters. */
const lazy = node('Lambda', {
  parameters: fc.constant({
    ...{ positionalOnly: [], positional: [], rest: null },
    ...{ keywordOnly: [], keywordRest: null, returns: null },
  }),
  body: annotation,
});

/** Only a plain one has a bound; those with defaults come last. */
const typeParameter = fc
  .record({
    name,
    sort: fc.constantFrom('TypeVar', 'TypeVarTuple', 'ParamSpec'),
    bound: maybe(lazy),
    byDefault: maybe(lazy),
    span: fc.constant(span),
  })
  .map((one): tree.TypeParameter => (one.sort === 'TypeVar' ? one : { ...one, bound: null }));
const typeParameters = fc
  .uniqueArray(typeParameter, { selector: (one) => one.name, minLength: 1, maxLength: 3 })
  .map((all): tree.TypeParameters => {
    const required = all.filter(({ byDefault }) => byDefault === null);
    const optional = all.filter(({ byDefault }) => byDefault !== null);
    return { kind: 'TypeParameters', parameters: [...required, ...optional], span };
  });

/** A definition, with type parameters or without. */
function defined<Node extends tree.FunctionDef | tree.ClassDef>(plain: Arb<Node>): Arb<Node> {
  const generic = fc.tuple(plain, typeParameters);
  return fc.oneof(
    plain,
    generic.map(([one, given]) => ({ ...one, typeParameters: given })),
  );
}

/** A case with a guard may stand anywhere. */
const matchCase = (body: Arb<tree.Statement[]>): Arb<tree.MatchCase> =>
  fc
    .record({ pattern: arbitraryPattern, guard: expression, body, span: fc.constant(span) })
    .map((one) => {
      let count = 0;
      return { ...one, pattern: distinct(one.pattern, () => `n${count++}`) };
    });

const alias = fc.record({ name, asname: maybe(name), span: fc.constant(span) });

const { statement } = fc.letrec<{ statement: tree.Statement }>((tie) => {
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
      node('Pass', {}),
      node('Break', {}),
      node('Continue', {}),
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
      node('TypeAlias', {
        ...{ name, nameSpan },
        typeParameters: maybe(typeParameters),
        value: lazy,
      }),
      defined(
        node('FunctionDef', {
          ...{ name, nameSpan, isAsync, body, decorators },
          parameters: parameters(expression, true),
        }),
      ),
      defined(
        node('ClassDef', {
          ...{ name, nameSpan, keywords, body, decorators },
          bases: some(expression, 0, 2),
        }),
      ),
    ),
  };
});

export const arbitraryExpression: Arb<tree.Expression> = expression;
export const arbitraryModule: Arb<tree.Module> = some(statement, 0, 4).map((body) => {
  return { kind: 'Module', body, span };
});
