// Compound statements in two parts: headers (`if x > 1`, `except TimeoutError as e`) and blocks.
// Python text and scenario files differ only in how a block is attached to its header, so both read
// headers with parse-compound.ts and put statements together with `assemble` here, which holds the
// rules for the order of clauses and CPython's messages.

import { join, type Span } from '../base/span.ts';
import type {
  ClassDef,
  ExceptHandler,
  Expression,
  For,
  FunctionDef,
  If,
  Match,
  MatchCase,
  Pattern,
  Statement,
  Try,
  While,
  With,
} from './tree.ts';

/** The header that opens a statement: its node with empty blocks. */
export type Opening = FunctionDef | ClassDef | For | While | If | With | Match | Try;

/** The header of a further clause. */
export type Clause = { readonly span: Span } & (
  | { readonly kind: 'elif'; readonly test: Expression }
  | { readonly kind: 'else' | 'finally' }
  | {
      readonly kind: 'except';
      readonly isStar: boolean;
      readonly type: Expression | null;
      readonly name: string | null;
    }
  | { readonly kind: 'case'; readonly pattern: Pattern; readonly guard: Expression | null }
);

export type Header = Opening | Clause;

/** A clause with its block. */
export interface ClauseBlock {
  readonly clause: Clause;
  readonly body: readonly Statement[];
}

/** An `if` may have this many `elif`s: each is a level of the tree. */
export const elifLimit = 500;

type Mistake = (message: string, span: Span, hint?: string, code?: string) => void;

/** Whether a header continues a statement rather than opens one. */
export function isClause(header: Header): header is Clause {
  return header.kind[0] === header.kind[0].toLowerCase();
}

/**
 * What CPython calls the statement or clause of a header in its messages.
 * @returns for example `'if' statement` or `function definition`.
 */
export function headerName(header: Header): string {
  switch (header.kind) {
    case 'FunctionDef':
      return 'function definition';
    case 'ClassDef':
      return 'class definition';
    case 'except':
      return header.isStar ? "'except*' statement" : "'except' statement";
    default:
      return `'${header.kind.toLowerCase()}' statement`;
  }
}

/**
 * Puts a compound statement together.
 * @param opening its header.
 * @param body the opening's block; empty for `match`, whose cases are clauses.
 * @param clauses the further clauses in the order of the text.
 * @param mistake takes what is wrong with the clauses; the statement comes out without them.
 */
export function assemble(
  opening: Opening,
  body: readonly Statement[],
  clauses: readonly ClauseBlock[],
  mistake: Mistake,
): Statement {
  const end =
    clauses.length > 0 ? endOf(clauses[clauses.length - 1]) : (body.at(-1)?.span ?? opening.span);
  const span = join(opening.span, end);
  switch (opening.kind) {
    case 'If':
      return assembleIf({ ...opening, body, span }, clauses, mistake);
    case 'For':
    case 'While':
      return { ...opening, body, orelse: onlyElse(opening, clauses, mistake), span };
    case 'Try':
      return assembleTry({ ...opening, body, span }, clauses, mistake);
    case 'Match':
      return { ...opening, cases: cases(clauses, mistake), span };
    default:
      refuse(opening, clauses, mistake);
      return { ...opening, body, span };
  }
}

function endOf(block: ClauseBlock): Span {
  return block.body[block.body.length - 1]?.span ?? block.clause.span;
}

function refuse(opening: Header, clauses: readonly ClauseBlock[], mistake: Mistake): void {
  for (const { clause } of clauses) {
    mistake(
      `invalid syntax: '${clause.kind}' does not belong to ${headerName(opening)}`,
      clause.span,
    );
  }
}

function assembleIf(statement: If, clauses: readonly ClauseBlock[], mistake: Mistake): If {
  const last = clauses[clauses.length - 1];
  const hasElse = last?.clause.kind === 'else';
  const branches = hasElse ? clauses.slice(0, -1) : clauses;
  let orelse: readonly Statement[] = hasElse ? last.body : [];
  const end = last === undefined ? statement.span : endOf(last);
  if (branches.length > elifLimit) {
    const span = branches[elifLimit].clause.span;
    mistake(`too many 'elif' clauses (the limit is ${elifLimit})`, span, undefined, 'nesting');
    return statement;
  }
  for (let index = branches.length - 1; index >= 0; index--) {
    const { clause, body } = branches[index];
    if (clause.kind === 'else' && branches[index + 1]?.clause.kind === 'elif') {
      mistake("'elif' block follows an 'else' block", branches[index + 1].clause.span);
      continue;
    }
    if (clause.kind !== 'elif') {
      refuse(statement, [branches[index]], mistake);
      continue;
    }
    const span = join(clause.span, end);
    orelse = [{ kind: 'If', test: clause.test, body, orelse, span }];
  }
  return { ...statement, orelse };
}

function onlyElse(
  opening: Opening,
  clauses: readonly ClauseBlock[],
  mistake: Mistake,
): readonly Statement[] {
  const first = clauses[0];
  if (first?.clause.kind !== 'else') {
    refuse(opening, clauses, mistake);
    return [];
  }
  refuse(opening, clauses.slice(1), mistake);
  return first.body;
}

function assembleTry(statement: Try, clauses: readonly ClauseBlock[], mistake: Mistake): Try {
  const handlers: ExceptHandler[] = [];
  let orelse: readonly Statement[] = [];
  let finalbody: readonly Statement[] = [];
  let isStar: boolean | null = null;
  let stage = 0;
  for (const block of clauses) {
    const { clause, body } = block;
    const next = { except: 1, else: 2, finally: 3, elif: 0, case: 0 }[clause.kind];
    const isInOrder = next > stage || (next === 1 && stage === 1);
    if (!isInOrder || (next === 2 && handlers.length === 0)) {
      mistake(`invalid syntax: '${clause.kind}' is out of place in 'try' statement`, clause.span);
      continue;
    }
    stage = next;
    if (clause.kind === 'else') orelse = body;
    else if (clause.kind === 'finally') finalbody = body;
    else if (clause.kind === 'except') {
      if (isStar !== null && isStar !== clause.isStar) {
        mistake("cannot have both 'except' and 'except*' on the same 'try'", clause.span);
      }
      isStar ??= clause.isStar;
      const span = join(clause.span, endOf(block));
      handlers.push({ type: clause.type, name: clause.name, body, span });
    }
  }
  // A missing block has been reported already.
  if (clauses.length === 0 && statement.body.length > 0) {
    mistake("expected 'except' or 'finally' block", statement.span);
  }
  for (const handler of handlers.slice(0, -1)) {
    if (handler.type === null) mistake("default 'except:' must be last", handler.span);
  }
  return { ...statement, isStar: isStar ?? false, handlers, orelse, finalbody };
}

function cases(clauses: readonly ClauseBlock[], mistake: Mistake): MatchCase[] {
  const result: MatchCase[] = [];
  for (const block of clauses) {
    const { clause, body } = block;
    if (clause.kind !== 'case') {
      mistake(`invalid syntax: expected 'case', found '${clause.kind}'`, clause.span);
      continue;
    }
    const span = join(clause.span, endOf(block));
    result.push({ pattern: clause.pattern, guard: clause.guard, body, span });
  }
  result.slice(0, -1).forEach(({ pattern, guard }) => {
    const catchAll = guard === null ? irrefutable(pattern) : null;
    if (catchAll === null) return;
    const what = catchAll === '_' ? 'wildcard' : `name capture '${catchAll}'`;
    mistake(`${what} makes remaining patterns unreachable`, pattern.span);
  });
  return result;
}

/** The name (or `_`) of a pattern that takes every value, else null. */
export function irrefutable(pattern: Pattern): string | null {
  if (pattern.kind === 'MatchAs') {
    return pattern.pattern === null ? (pattern.name ?? '_') : irrefutable(pattern.pattern);
  }
  if (pattern.kind !== 'MatchOr') return null;
  return irrefutable(pattern.patterns[pattern.patterns.length - 1]);
}
