// The syntax tree's expressions, parameters and patterns; statements are in tree.ts, which gives
// out all of them. Names and fields are those of CPython's `ast` module (Parser/Python.asdl).

import type { Span } from '../base/span.ts';

/** What every node has. */
export interface Node {
  readonly span: Span;
}

// ---- parameters and arguments

export interface Parameter extends Node {
  readonly name: string;
  readonly annotation: Expression | null;
  readonly default: Expression | null;
}

/** In CPython's order: positional-only, positional, `*args`, keyword-only, `**kwargs`. */
export interface Parameters {
  readonly positionalOnly: readonly Parameter[];
  readonly positional: readonly Parameter[];
  readonly rest: Parameter | null;
  readonly keywordOnly: readonly Parameter[];
  readonly keywordRest: Parameter | null;
  readonly returns: Expression | null;
}

/** `name=value` in a call; `name` is null for `**value`. */
export interface Keyword extends Node {
  readonly name: string | null;
  readonly value: Expression;
}

// ---- expressions

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '//'
  | '%'
  | '**'
  | '@'
  | '<<'
  | '>>'
  | '|'
  | '^'
  | '&';
export type CompareOperator =
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'is'
  | 'is not'
  | 'in'
  | 'not in';

export interface BoolOp extends Node {
  readonly kind: 'BoolOp';
  readonly operator: 'and' | 'or';
  readonly values: readonly Expression[];
}

export interface NamedExpr extends Node {
  readonly kind: 'NamedExpr';
  readonly target: Name;
  readonly value: Expression;
}

export interface BinOp extends Node {
  readonly kind: 'BinOp';
  readonly left: Expression;
  readonly operator: BinaryOperator;
  readonly right: Expression;
}

export interface UnaryOp extends Node {
  readonly kind: 'UnaryOp';
  readonly operator: 'not' | '-' | '+' | '~';
  readonly operand: Expression;
}

export interface Lambda extends Node {
  readonly kind: 'Lambda';
  readonly parameters: Parameters;
  readonly body: Expression;
}

export interface IfExp extends Node {
  readonly kind: 'IfExp';
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

/** A key is null for `**value`. */
export interface DictDisplay extends Node {
  readonly kind: 'Dict';
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}

export interface Sequence extends Node {
  readonly kind: 'Set' | 'List' | 'Tuple';
  readonly elements: readonly Expression[];
}

export interface Comprehension {
  readonly isAsync: boolean;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
}

export interface ElementComprehension extends Node {
  readonly kind: 'ListComp' | 'SetComp' | 'GeneratorExp';
  readonly element: Expression;
  readonly generators: readonly Comprehension[];
}

export interface DictComp extends Node {
  readonly kind: 'DictComp';
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}

export interface Await extends Node {
  readonly kind: 'Await';
  readonly value: Expression;
}

export interface Yield extends Node {
  readonly kind: 'Yield';
  readonly value: Expression | null;
}

export interface YieldFrom extends Node {
  readonly kind: 'YieldFrom';
  readonly value: Expression;
}

/** `left op0 c0 op1 c1 …`, each operand evaluated once. */
export interface Compare extends Node {
  readonly kind: 'Compare';
  readonly left: Expression;
  readonly operators: readonly CompareOperator[];
  readonly comparators: readonly Expression[];
}

export interface Call extends Node {
  readonly kind: 'Call';
  readonly callee: Expression;
  /** May hold `Starred`. */
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

/** `{value!r:spec}` of an f-string. */
export interface FormattedValue extends Node {
  readonly kind: 'FormattedValue';
  readonly value: Expression;
  readonly conversion: 'r' | 's' | 'a' | null;
  readonly formatSpec: JoinedStr | null;
  /** For `{expr=}`: the text before the value, the equals sign and its spaces included. */
  readonly selfDocumenting: string | null;
}

/** An f-string: literal strings and formatted values, in order. */
export interface JoinedStr extends Node {
  readonly kind: 'JoinedStr';
  readonly values: readonly (StringConstant | FormattedValue)[];
}

export interface StringConstant extends Node {
  readonly kind: 'Constant';
  readonly type: 'str';
  readonly value: string;
}

/** The octets as characters of the codes 0 to 255. */
export interface BytesConstant extends Node {
  readonly kind: 'Constant';
  readonly type: 'bytes';
  readonly value: string;
}

/** An integer is a number while it is safe, else a bigint, as at run time (see values.ts). */
export interface IntConstant extends Node {
  readonly kind: 'Constant';
  readonly type: 'int';
  readonly value: number | bigint;
}

export interface FloatConstant extends Node {
  readonly kind: 'Constant';
  readonly type: 'float';
  readonly value: number;
}

export interface OtherConstant extends Node {
  readonly kind: 'Constant';
  readonly type: 'bool' | 'None' | 'Ellipsis';
  readonly value: boolean | null;
}

export type Constant = StringConstant | BytesConstant | IntConstant | FloatConstant | OtherConstant;

export interface Attribute extends Node {
  readonly kind: 'Attribute';
  readonly value: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}

export interface Subscript extends Node {
  readonly kind: 'Subscript';
  readonly value: Expression;
  readonly index: Expression;
}

export interface Starred extends Node {
  readonly kind: 'Starred';
  readonly value: Expression;
}

export interface Name extends Node {
  readonly kind: 'Name';
  readonly id: string;
}

export interface SliceExpression extends Node {
  readonly kind: 'Slice';
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | DictDisplay
  | Sequence
  | ElementComprehension
  | DictComp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | SliceExpression;

// ---- patterns of `match`

export type Pattern =
  | (Node & { readonly kind: 'MatchValue'; readonly value: Expression })
  | (Node & { readonly kind: 'MatchSingleton'; readonly value: boolean | null })
  | (Node & { readonly kind: 'MatchSequence'; readonly patterns: readonly Pattern[] })
  | (Node & {
      readonly kind: 'MatchMapping';
      readonly keys: readonly Expression[];
      readonly patterns: readonly Pattern[];
      readonly rest: string | null;
    })
  | (Node & {
      readonly kind: 'MatchClass';
      readonly cls: Expression;
      readonly patterns: readonly Pattern[];
      readonly keywordNames: readonly string[];
      readonly keywordPatterns: readonly Pattern[];
    })
  | (Node & { readonly kind: 'MatchStar'; readonly name: string | null })
  | (Node & {
      readonly kind: 'MatchAs';
      readonly pattern: Pattern | null;
      readonly name: string | null;
    })
  | (Node & { readonly kind: 'MatchOr'; readonly patterns: readonly Pattern[] });
