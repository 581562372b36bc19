// The syntax tree: one for YAML, JSON and Python text. Node names and fields are those of CPython's
// `ast` module (Parser/Python.asdl) in camelCase, so a reader who knows one knows the other. Nodes
// are plain frozen data; each carries the span that it was read from in the file that the user
// wrote.

import type { Span } from '../base/span.ts';
import type {
  BinaryOperator,
  Expression,
  Keyword,
  Lambda,
  Node,
  Parameters,
  Pattern,
} from './expression-tree.ts';

export type * from './expression-tree.ts';

export interface Module extends Node {
  readonly kind: 'Module';
  readonly body: readonly Statement[];
}

// ---- statements

export interface TypeParameter extends Node {
  readonly name: string;
  readonly sort: 'TypeVar' | 'TypeVarTuple' | 'ParamSpec';
  /** Evaluated when it is asked for, as the default is. */
  readonly bound: Lambda | null;
  readonly byDefault: Lambda | null;
}

/** `[T: int, *Ts, **P]`: a scope around what they stand before. */
export interface TypeParameters extends Node {
  readonly kind: 'TypeParameters';
  readonly parameters: readonly TypeParameter[];
}

/** `type X[T] = value`; the value is evaluated when it is asked for. */
export interface TypeAlias extends Node {
  readonly kind: 'TypeAlias';
  readonly name: string;
  readonly nameSpan: Span;
  readonly typeParameters: TypeParameters | null;
  readonly value: Lambda;
}

export interface FunctionDef extends Node {
  readonly kind: 'FunctionDef';
  readonly typeParameters?: TypeParameters;
  readonly name: string;
  readonly nameSpan: Span;
  readonly isAsync: boolean;
  readonly parameters: Parameters;
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
}

export interface ClassDef extends Node {
  readonly kind: 'ClassDef';
  readonly typeParameters?: TypeParameters;
  readonly name: string;
  readonly nameSpan: Span;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorators: readonly Expression[];
}

export interface Return extends Node {
  readonly kind: 'Return';
  readonly value: Expression | null;
}

export interface Delete extends Node {
  readonly kind: 'Delete';
  readonly targets: readonly Expression[];
}

/** `a = b = value`: every target, left to right. */
export interface Assign extends Node {
  readonly kind: 'Assign';
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface AugAssign extends Node {
  readonly kind: 'AugAssign';
  readonly target: Expression;
  readonly operator: BinaryOperator;
  readonly value: Expression;
}

/** `target: annotation = value`. The annotation is kept for printing and never evaluated. */
export interface AnnAssign extends Node {
  readonly kind: 'AnnAssign';
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
}

export interface For extends Node {
  readonly kind: 'For';
  readonly isAsync: boolean;
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface While extends Node {
  readonly kind: 'While';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

/** `elif` is an `If` alone in `orelse`, as in CPython. */
export interface If extends Node {
  readonly kind: 'If';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface WithItem {
  readonly context: Expression;
  readonly target: Expression | null;
}

export interface With extends Node {
  readonly kind: 'With';
  readonly isAsync: boolean;
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}

export interface MatchCase extends Node {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}

export interface Match extends Node {
  readonly kind: 'Match';
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

export interface Raise extends Node {
  readonly kind: 'Raise';
  readonly exception: Expression | null;
  readonly cause: Expression | null;
}

export interface ExceptHandler extends Node {
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}

/** `isStar` for `except*`. */
export interface Try extends Node {
  readonly kind: 'Try';
  readonly isStar: boolean;
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}

export interface Assert extends Node {
  readonly kind: 'Assert';
  readonly test: Expression;
  readonly message: Expression | null;
}

export interface Alias extends Node {
  readonly name: string;
  readonly asname: string | null;
}

export interface Import extends Node {
  readonly kind: 'Import';
  readonly names: readonly Alias[];
}

export interface ImportFrom extends Node {
  readonly kind: 'ImportFrom';
  readonly module: string;
  /** One alias named `*` for `from m import *`. */
  readonly names: readonly Alias[];
}

export interface Global extends Node {
  readonly kind: 'Global' | 'Nonlocal';
  readonly names: readonly string[];
}

export interface ExpressionStatement extends Node {
  readonly kind: 'Expr';
  readonly value: Expression;
}

export interface Simple extends Node {
  readonly kind: 'Pass' | 'Break' | 'Continue';
}

export type Statement =
  | FunctionDef
  | ClassDef
  | TypeAlias
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | ExpressionStatement
  | Simple;
