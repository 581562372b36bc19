// Python text to the syntax tree: modules, blocks and the way on after a mistake. Every broken
// statement is reported, and the rest is still read; what is returned then lacks the broken parts,
// so a tree may be used only if no error was reported. Pieces of scenario files (a statement, an
// expression, a header) are read with the same code.

import type { Diagnostic, Report } from '../base/diagnostic.ts';
import type { SourceText } from '../base/source-text.ts';
import { Cursor, expressionDepthLimit, ParseFailure } from './cursor.ts';
import { hintForOperator, hintForWord } from './foreign-spelling.ts';
import type { Clause, ClauseBlock, Header } from './header.ts';
import { assemble, headerName, isClause } from './header.ts';
import { isTooDeep } from './nesting.ts';
import { parseHeader as parseHeaderAt, startsHeader } from './parse-compound.ts';
import { grammar } from './parse-expression.ts';
import { parseSimpleStatement } from './parse-statement.ts';
import { suggest } from './suggest.ts';
import { keywords } from './token.ts';
import { tokenize } from './tokenize.ts';
import type { Expression, Module, Statement } from './tree.ts';

/**
 * A whole module, or a block of statements that stands in a scenario file.
 * @param report takes every mistake; the module is then what could be read.
 */
export function parseModule(source: SourceText, report: Report): Module {
  const body: Statement[] = [];
  const found = new Findings();
  statements(newCursor(source, found.add), body);
  found.reportTo(report);
  const end = source.position(source.text.length);
  const span = { line: 1, column: 1, endLine: end.line, endColumn: end.column };
  const start = source.position(0);
  return { kind: 'Module', body, span: { ...span, ...start } };
}

/**
 * One simple statement.
 * @returns null after reporting a mistake, or what is no simple statement.
 */
export function parseStatement(source: SourceText, report: Report): Statement | null {
  return piece(source, report, (cursor) => {
    if (startsHeader(cursor) || cursor.is('@') || isMatchLine(cursor)) {
      const hint = 'write it as a mapping: the header is the key, its block the value';
      cursor.fail(`expected a simple statement, found ${cursor.describe()}`, undefined, hint);
    }
    const statement = simpleStatement(cursor);
    if (cursor.is(';')) {
      cursor.fail("invalid syntax: unexpected ';'", undefined, 'write each statement on its own');
    }
    return statement;
  });
}

/** One expression, or null after reporting a mistake. */
export function parseExpression(source: SourceText, report: Report): Expression | null {
  return piece(source, report, (cursor) => {
    const first = cursor.at;
    const expression = cursor.grammar.starExpressions(cursor);
    if (expression.kind === 'Starred') {
      cursor.fail("can't use starred expression here", expression.span);
    }
    if (cursor.is('=')) {
      const hint = "'=' assigns; to compare, write '=='";
      cursor.fail("invalid syntax: expected an expression, found '='", undefined, hint);
    }
    guardDepth(cursor, first, { kind: 'Expr', value: expression });
    return expression;
  });
}

/**
 * The header of a compound statement or of one of its clauses, without the colon. Its node has
 * empty blocks; `assemble` (header.ts) attaches the blocks and clauses.
 */
export function parseHeader(source: SourceText, report: Report): Header | null {
  return piece(source, report, (cursor) => {
    const first = cursor.at;
    const header = parseHeaderAt(cursor, true);
    if (cursor.is(':')) {
      cursor.fail("invalid syntax: unexpected ':'", undefined, 'leave out the colon at the end');
    }
    guardDepth(cursor, first, header);
    return header;
  });
}

function newCursor(source: SourceText, report: Report): Cursor {
  return new Cursor(source, tokenize(source, report), grammar, report);
}

/** A text that is no Python at all has a mistake in every line; so many are enough. */
const findingsLimit = 1000;

/** Diagnostics on their way out, in the order of their places and not without end. */
class Findings {
  readonly #diagnostics: Diagnostic[] = [];
  #surplus = 0;
  hasError = false;

  readonly add: Report = this.#add.bind(this);

  #add(diagnostic: Diagnostic): void {
    this.hasError ||= diagnostic.severity === 'error';
    if (this.#diagnostics.length < findingsLimit) this.#diagnostics.push(diagnostic);
    else this.#surplus++;
  }

  reportTo(report: Report): void {
    this.#diagnostics.sort(
      ({ span: one }, { span: other }) => one.line - other.line || one.column - other.column,
    );
    this.#diagnostics.forEach(report);
    const last = this.#diagnostics[this.#diagnostics.length - 1];
    if (this.#surplus === 0) return;
    const message = `${this.#surplus} more diagnostics are left out`;
    report({ severity: 'error', code: 'syntax', message, span: last.span });
  }
}

/** Reads a text that holds one thing and nothing else; blank space around it does not count. */
function piece<Result>(
  source: SourceText,
  report: Report,
  read: (cursor: Cursor) => Result,
): Result | null {
  const from = /^\s*/.exec(source.text)?.[0].length ?? 0;
  const text = source.text.trim();
  const inner: SourceText = { text, position: (offset) => source.position(offset + from) };
  const found = new Findings();
  const cursor = newCursor(inner, found.add);
  try {
    const result = read(cursor);
    if (cursor.isKind('newline')) cursor.at++;
    if (!cursor.isKind('end')) cursor.unexpected();
    return found.hasError ? null : result;
  } catch (failure) {
    if (failure instanceof ParseFailure) return null;
    throw failure;
  } finally {
    found.reportTo(report);
  }
}

/** Statements up to the end of the block, whose dedent is left. */
function statements(cursor: Cursor, body: Statement[]): void {
  while (!cursor.isKind('dedent') && !cursor.isKind('end')) {
    if (cursor.isKind('newline')) cursor.at++;
    else if (cursor.isKind('indent')) {
      // After a line whose tabs and spaces cannot be compared there is no indentation to judge.
      if (!cursor.tokens.inconsistent.has(cursor.start)) {
        cursor.mistake('unexpected indent', cursor.tokenSpan(), undefined, 'indentation');
      }
      indented(cursor, body);
    } else statement(cursor, body);
  }
}

/** An indent, statements and the dedent. */
function indented(cursor: Cursor, body: Statement[]): void {
  cursor.at++;
  statements(cursor, body);
  if (cursor.isKind('dedent')) cursor.at++;
}

function statement(cursor: Cursor, body: Statement[]): void {
  if (startsHeader(cursor) || cursor.is('@') || isMatchLine(cursor)) {
    const result = compound(cursor);
    if (result !== null) body.push(result);
    return;
  }
  if (attempt(cursor, () => simpleLine(cursor, body)) !== null) return;
  // An indented block after a broken line is most likely its own: read it for its mistakes.
  if (cursor.isKind('indent')) indented(cursor, []);
}

/** Runs a parser; after its failure the rest of the line is skipped and the result is null. */
function attempt<Result>(cursor: Cursor, read: () => Result): Result | null {
  cursor.resetDepth();
  try {
    return read();
  } catch (failure) {
    if (!(failure instanceof ParseFailure)) throw failure;
    while (!cursor.isKind('newline') && !cursor.isKind('end')) cursor.at++;
    if (cursor.isKind('newline')) cursor.at++;
    return null;
  }
}

/** Simple statements between semicolons, and the end of their line. */
function simpleLine(cursor: Cursor, body: Statement[]): true {
  do {
    body.push(simpleStatement(cursor));
  } while (cursor.accept(';') && !cursor.isKind('newline'));
  if (!cursor.isKind('newline')) leftover(cursor, body.pop()!);
  cursor.at++;
  return true;
}

/** Gives up at what follows a whole statement on its line, with the best guess of its cause. */
function leftover(cursor: Cursor, before: Statement): never {
  if (cursor.is('=')) {
    const hint = "'=' assigns; to compare, write '=='";
    cursor.fail("invalid syntax: unexpected '='", undefined, hint);
  }
  if (before.kind === 'Raise' && cursor.is(',') && before.exception?.kind === 'Name') {
    cursor.unexpected(undefined, `Python 3 writes: raise ${before.exception.id}(…)`);
  }
  if (before.kind === 'Expr' && before.value.kind === 'Name') {
    const hint = hintForWord(before.value.id);
    if (hint !== undefined) cursor.fail('invalid syntax', before.value.span, hint);
    const near = suggest(before.value.id, keywords);
    if (near !== null) {
      cursor.fail(`invalid syntax. Did you mean '${near}'?`, before.value.span);
    }
  }
  return cursor.unexpected();
}

function simpleStatement(cursor: Cursor): Statement {
  const first = cursor.at;
  const result = parseSimpleStatement(cursor);
  guardDepth(cursor, first, result);
  return result;
}

/** Refuses a tree that is too deep; only a long text can make one. */
function guardDepth(cursor: Cursor, first: number, node: object): void {
  if (cursor.at - first <= expressionDepthLimit || !isTooDeep(node)) return;
  const message = `expression nested too deeply (the limit is ${expressionDepthLimit})`;
  cursor.mistake(message, cursor.tokenSpan(first), undefined, 'nesting');
  throw new ParseFailure();
}

/** Whether the line is `match …:`, the one place where `match` is a keyword. */
function isMatchLine(cursor: Cursor): boolean {
  if (!cursor.isKind('name') || cursor.text !== 'match') return false;
  const { kinds, texts } = cursor.tokens;
  let index = cursor.at + 1;
  const startsSubject = /^(?:|\(|\[|\{|-|\+|~|\*|\.\.\.|not|lambda|await|None|True|False)$/;
  if (kinds[index] !== 'name' && !startsSubject.test(texts[index])) return false;
  while (kinds[index] !== 'newline' && kinds[index] !== 'end') index++;
  return texts[index - 1] === ':' && index - 1 > cursor.at + 1;
}

/** A compound statement with its blocks, or null if its header is broken. */
function compound(cursor: Cursor): Statement | null {
  const decorators = cursor.is('@') ? readDecorators(cursor) : [];
  if (decorators === null) return null;
  const isMatch = isMatchLine(cursor);
  const first = cursor.at;
  const header = attempt(cursor, () => {
    const result = parseHeaderAt(cursor, isMatch);
    guardDepth(cursor, first, result);
    if (!cursor.is(':') && !cursor.isKind('newline')) expectColon(cursor);
    return result;
  });
  const body: Statement[] = [];
  const clauses: ClauseBlock[] = [];
  if (header?.kind === 'Match') readCases(cursor, header, clauses);
  else block(cursor, header, first, body);
  const areWhole = header !== null && !takesClauses(header) ? true : readClauses(cursor, clauses);
  if (header === null) return null;
  if (isClause(header)) {
    const opener = header.kind === 'except' || header.kind === 'finally' ? 'try' : 'if';
    const without = `'${header.kind}' without '${opener}'`;
    cursor.mistake(`invalid syntax: ${without}`, cursor.tokenSpan(first));
    return null;
  }
  if (!areWhole) return null;
  const result = assemble(header, body, clauses, (...mistake) => cursor.mistake(...mistake));
  if (result.kind !== 'FunctionDef' && result.kind !== 'ClassDef') return result;
  return { ...result, decorators };
}

function takesClauses(header: Header): boolean {
  return /^(?:If|For|While|Try)$/.test(header.kind);
}

function expectColon(cursor: Cursor): never {
  if (cursor.isKind('operator') || cursor.startsExpression()) cursor.unexpected("':'");
  const isElseIf = cursor.is('if') && cursor.tokens.texts[cursor.at - 1] === 'else';
  const hint = isElseIf ? hintForOperator('else', 'if') : undefined;
  return cursor.fail("expected ':'", undefined, hint);
}

/** `@expression` lines; null if something else than a definition follows. */
function readDecorators(cursor: Cursor): Expression[] | null {
  const decorators: Expression[] = [];
  let areWhole = true;
  while (cursor.is('@')) {
    const decorator = attempt(cursor, () => {
      const first = cursor.at;
      cursor.at++;
      const result = cursor.grammar.namedExpression(cursor);
      guardDepth(cursor, first, { kind: 'Expr', value: result });
      if (!cursor.isKind('newline')) cursor.unexpected();
      cursor.at++;
      return result;
    });
    if (decorator === null) areWhole = false;
    else decorators.push(decorator);
  }
  const isDefinition = cursor.is('def') || cursor.is('class');
  if (isDefinition || (cursor.is('async') && cursor.nextIs('def'))) return decorators;
  const message = 'invalid syntax: expected a function or a class after a decorator';
  if (areWhole) cursor.mistake(message, cursor.place());
  return null;
}

/** The colon and the block of a header; `first` is the header's first token. */
function block(cursor: Cursor, header: Header | null, first: number, body: Statement[]): void {
  if (header === null) {
    // The broken header's line has been skipped.
    if (cursor.isKind('indent')) indented(cursor, body);
    return;
  }
  if (!cursor.accept(':')) cursor.mistake("expected ':'", cursor.place());
  if (!cursor.isKind('newline')) {
    attempt(cursor, () => {
      if (startsHeader(cursor)) cursor.unexpected();
      simpleLine(cursor, body);
    });
    return;
  }
  cursor.at++;
  if (cursor.isKind('indent')) indented(cursor, body);
  else if (!cursor.isKind('error')) missingBlock(cursor, header, first);
}

function missingBlock(cursor: Cursor, header: Header, first: number): void {
  const { line } = cursor.position(cursor.tokens.starts[first]);
  const message = `expected an indented block after ${headerName(header)} on line ${line}`;
  cursor.mistake(message, cursor.place(), undefined, 'indentation');
}

/** The clauses that continue a statement, whether or not they fit it; false if one is broken. */
function readClauses(cursor: Cursor, clauses: ClauseBlock[]): boolean {
  let areWhole = true;
  while (/^(?:elif|else|except|finally)$/.test(cursor.text) && cursor.isKind('keyword')) {
    if (!readClause(cursor, clauses)) areWhole = false;
  }
  return areWhole;
}

/** One clause with its block; false if its header is broken. */
function readClause(cursor: Cursor, clauses: ClauseBlock[]): boolean {
  const first = cursor.at;
  const clause = attempt(cursor, () => {
    const result = parseHeaderAt(cursor, true) as Clause;
    guardDepth(cursor, first, result);
    if (!cursor.is(':') && !cursor.isKind('newline')) expectColon(cursor);
    return result;
  });
  const body: Statement[] = [];
  block(cursor, clause, first, body);
  if (clause === null) return false;
  clauses.push({ clause, body });
  return true;
}

/** The indented cases of a `match`. */
function readCases(cursor: Cursor, header: Header, clauses: ClauseBlock[]): void {
  const { line } = header.span;
  cursor.accept(':');
  if (cursor.isKind('newline')) cursor.at++;
  if (cursor.isKind('error')) return;
  if (!cursor.isKind('indent')) {
    const message = `expected an indented block after 'match' statement on line ${line}`;
    cursor.mistake(message, cursor.place(), undefined, 'indentation');
    return;
  }
  cursor.at++;
  while (!cursor.isKind('dedent') && !cursor.isKind('end')) {
    if (cursor.isKind('newline')) cursor.at++;
    else if (cursor.is('case')) readClause(cursor, clauses);
    else {
      // After a case without a block this line is most likely that block.
      const isReported = clauses.length > 0 && clauses[clauses.length - 1].body.length === 0;
      if (!isReported) attempt(cursor, () => cursor.unexpected("'case'"));
      else attempt(cursor, () => simpleLine(cursor, []));
      if (cursor.isKind('indent')) indented(cursor, []);
    }
  }
  if (cursor.isKind('dedent')) cursor.at++;
}
