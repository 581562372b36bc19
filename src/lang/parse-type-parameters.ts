// Type parameters, `[T: int, *Ts, **P = …]`, and the statement `type X = …` (PEP 695). Bounds,
// defaults and values are read as functions without parameters, since they are evaluated when they
// are first asked for.

import type { Span } from '../base/span.ts';
import type { Cursor } from './cursor.ts';
import type {
  Expression,
  Lambda,
  Parameters,
  Statement,
  TypeParameter,
  TypeParameters,
} from './tree.ts';

const NO_PARAMETERS: Parameters = {
  positionalOnly: [],
  positional: [],
  rest: null,
  keywordOnly: [],
  keywordRest: null,
  returns: null,
};

function lazy(body: Expression): Lambda {
  return { kind: 'Lambda', parameters: NO_PARAMETERS, body, span: body.span };
}

/** `[…]` at the current token; null where there is none. */
export function parseTypeParameters(cursor: Cursor): TypeParameters | null {
  if (!cursor.is('[')) return null;
  const { start } = cursor;
  cursor.at++;
  const parameters: TypeParameter[] = [];
  while (!cursor.is(']')) {
    const parameter = typeParameter(cursor);
    if (parameters.some(({ name }) => name === parameter.name)) {
      cursor.mistake(`duplicate type parameter '${parameter.name}'`, parameter.span);
    }
    if (parameter.byDefault === null && parameters.at(-1)?.byDefault) {
      const message = 'follows default type parameter';
      cursor.mistake(`non-default type parameter '${parameter.name}' ${message}`, parameter.span);
    }
    parameters.push(parameter);
    if (!cursor.accept(',')) break;
  }
  if (parameters.length === 0) {
    cursor.fail('Type parameter list cannot be empty', cursor.spanFrom(start));
  }
  cursor.expect(']');
  return { kind: 'TypeParameters', parameters, span: cursor.spanFrom(start) };
}

function typeParameter(cursor: Cursor): TypeParameter {
  const { start } = cursor;
  const mark = cursor.is('*') || cursor.is('**') ? cursor.text : '';
  if (mark !== '') cursor.at++;
  const name = cursor.expectName('the name of a type parameter');
  const sort = mark === '' ? 'TypeVar' : mark === '*' ? 'TypeVarTuple' : 'ParamSpec';
  const { span } = { span: cursor.spanFrom(start) };
  if (mark !== '' && cursor.is(':')) refuseBound(cursor, sort, span);
  const bound = cursor.accept(':') ? lazy(cursor.grammar.expression(cursor)) : null;
  const { expression, starExpression } = cursor.grammar;
  const value = sort === 'TypeVarTuple' ? starExpression : expression;
  const byDefault = cursor.accept('=') ? lazy(value(cursor)) : null;
  return { name, sort, bound, byDefault, span };
}

function refuseBound(cursor: Cursor, sort: string, span: Span): never {
  return cursor.fail(`cannot use bound with ${sort}`, span);
}

/** `type X[T] = …`; the current token is `type`, and a name follows. */
export function parseTypeAlias(cursor: Cursor): Statement {
  const { start } = cursor;
  cursor.at++;
  const nameSpan = cursor.tokenSpan();
  const name = cursor.expectName('the name of the type');
  const typeParameters = parseTypeParameters(cursor);
  cursor.expect('=');
  const value = lazy(cursor.grammar.expression(cursor));
  return { kind: 'TypeAlias', name, nameSpan, typeParameters, value, span: cursor.spanFrom(start) };
}
