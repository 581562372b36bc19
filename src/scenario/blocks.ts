// Blocks of a scenario as statements: a list whose items are simple statements (texts) and
// compound ones (mappings from headers to blocks), or one text of several lines. The headers are
// read and put together by the same code as Python text (lang/parse.ts, lang/header.ts). Every
// mistake is reported and the rest is still read; where YAML misread Python, the advice is that of
// yaml-traps.ts.

import type { Diagnostic, Report } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/source-text.ts';
import { spanBetween } from '../base/source-text.ts';
import { assemble, type ClauseBlock, type Header, isClause } from '../lang/header.ts';
import { parseHeader, parseModule, parseStatement } from '../lang/parse.ts';
import type { Statement } from '../lang/tree.ts';
import type { DocumentNode, Entry, MappingNode, ScalarNode, SequenceNode } from './document.ts';
import { reportError, reportExpected } from './fields.ts';
import { isComplete } from './python-shape.ts';
import {
  colonTrap,
  commaTrap,
  commentTrap,
  dashWithoutSpace,
  findTrap,
  foldTrap,
  headerStart,
  type Trap,
} from './yaml-traps.ts';

/** What reading a scenario's code needs. */
export interface Context {
  readonly file: SourceFile;
  readonly report: Report;
  /** Whether the file is YAML, and so may have fallen into its traps. */
  readonly isYaml: boolean;
  /** How many more texts may be looked at for traps: each look costs a line or a list. */
  readonly advice: { left: number };
}

/** A context for one file. */
export function newContext(file: SourceFile, report: Report, isYaml: boolean): Context {
  return { file, report, isYaml, advice: { left: 200 } };
}

function mayAdvise({ isYaml, advice }: Context): boolean {
  if (!isYaml || advice.left <= 0) return false;
  advice.left--;
  return true;
}

/** The statements of a block; what is wrong is reported and left out. */
export function readBlock(context: Context, node: DocumentNode): readonly Statement[] {
  if (node.kind === 'broken') return [];
  if (node.kind === 'scalar' && node.type === 'string') return readTextBlock(context, node);
  if (node.kind === 'scalar' && node.type === 'null') {
    reportError(context.report, 'block', 'expected a block', node.span, 'an empty one is [pass]');
    return [];
  }
  if (node.kind !== 'sequence') {
    const toList = context.isYaml ? 'put a dash before' : 'put it into [ ]';
    const hint = node.kind === 'mapping' ? `a block is a list: ${toList}` : undefined;
    reportExpected(context.report, 'a list of statements', node, hint);
    return [];
  }
  if (node.items.length === 0) {
    const message = 'a block needs at least one statement';
    reportError(context.report, 'block', message, node.span, 'an empty one is [pass]');
  }
  const statements: Statement[] = [];
  let skipped = -1;
  for (const [index, item] of node.items.entries()) {
    if (item.start < skipped) continue;
    const cutAt = reportCut(context, node, index);
    if (cutAt >= 0) skipped = cutAt;
    else statements.push(...readItem(context, item));
  }
  return statements;
}

function readTextBlock(context: Context, node: ScalarNode): readonly Statement[] {
  const text = context.file.text.slice(node.start, node.end);
  if (context.isYaml && node.style === 'plain' && /^-\w[^\r\n]*$/.test(text)) {
    const { message, hint } = dashWithoutSpace(text);
    reportError(context.report, 'yaml-trap', message, node.span, hint);
    return [];
  }
  const { body } = withTraps(context, node, (report) => parseModule(node.source, report));
  if (body.length === 0 && !/\S/.test(node.source.text.replace(/#.*/g, ''))) {
    reportError(context.report, 'block', 'expected a statement', node.span, 'write pass');
  }
  return body;
}

function readItem(context: Context, node: DocumentNode): readonly Statement[] {
  switch (node.kind) {
    case 'broken':
      return [];
    case 'mapping': {
      const statement = readCompound(context, node);
      return statement === null ? [] : [statement];
    }
    case 'sequence':
      return reportSequence(context, node);
    case 'scalar': {
      if (node.type !== 'string') {
        const hint = node.type === 'null' ? 'write pass, or take the dash away' : undefined;
        reportExpected(context.report, 'a statement', node, hint);
        return [];
      }
      if (node.style === 'block' || node.source.text.includes('\n')) {
        return readTextBlock(context, node);
      }
      const statement = withTraps(context, node, (report) => parseStatement(node.source, report));
      return statement === null ? [] : [statement];
    }
  }
}

/** A statement that begins with `[` is a list to YAML. */
function reportSequence(context: Context, node: SequenceNode): readonly Statement[] {
  const trap =
    node.isFlow && mayAdvise(context) ? findTrap(context.file.text, node.start, '') : null;
  if (trap === null || trap.place !== node.start) {
    reportExpected(context.report, 'a statement', node);
  } else reportTrap(context, trap);
  return [];
}

function reportTrap(context: Context, trap: Trap): void {
  const span = spanBetween(context.file, trap.place, trap.place + 1);
  reportError(context.report, 'yaml-trap', trap.message, span, trap.hint);
}

/**
 * Reports an item of a flow list that YAML ended at a comma inside brackets.
 * @returns where the whole item ends, or -1 where it is not cut.
 */
export function reportCut(context: Context, list: SequenceNode, index: number): number {
  const item = list.items[index]!;
  if (!context.isYaml || !list.isFlow || item.kind !== 'scalar' || item.style !== 'plain')
    return -1;
  if (isComplete(item.source.text) || !mayAdvise(context)) return -1;
  const trap = commaTrap(context.file.text, item.start, item.end, list.end);
  if (trap === null) return -1;
  reportTrap(context, trap);
  return trap.end;
}

/**
 * Parses a plain text; if that fails and YAML had cut a `#` off or joined lines, the trap is told
 * instead of what the parser made of the rest.
 */
export function withTraps<Result>(
  context: Context,
  node: ScalarNode,
  parse: (report: Report) => Result,
): Result {
  const diagnostics: Diagnostic[] = [];
  const result = parse((diagnostic) => diagnostics.push(diagnostic));
  const hasError = diagnostics.some(({ severity }) => severity === 'error');
  const mayBeTrapped = hasError && node.style === 'plain' && mayAdvise(context);
  const { text } = context.file;
  const trap = mayBeTrapped
    ? (commentTrap(text, node.start, node.end) ?? foldTrap(text, node.start, node.end))
    : null;
  if (trap !== null) reportTrap(context, trap);
  else for (const diagnostic of diagnostics) context.report(diagnostic);
  return result;
}

/** Whether a key looks like the header of a compound statement or clause. */
function looksLikeHeader(text: string): boolean {
  return headerStart.test(text) && !/^\s*(?:match|case)\s*(?:[=.,)[\]]|$)/.test(text);
}

/** A mapping of a block: one compound statement. */
function readCompound(context: Context, node: MappingNode): Statement | null {
  const [first, ...others] = node.entries;
  if (first === undefined) {
    reportExpected(context.report, 'a statement', node);
    return null;
  }
  if (first.key.type !== 'string' || !looksLikeHeader(first.key.source.text)) {
    reportNoHeader(context, node, first);
    return null;
  }
  return readStatement(context, first, others);
}

function reportNoHeader(context: Context, node: MappingNode, { key }: Entry): void {
  const { text } = context.file;
  const mayBeTrapped = key.style === 'plain' && key.start === node.start && mayAdvise(context);
  const trap = mayBeTrapped ? colonTrap(text, key.start) : null;
  if (trap !== null && !node.isFlow) {
    reportTrap(context, trap);
    return;
  }
  const start = node.isFlow && mayAdvise(context) ? findTrap(text, node.start, '') : null;
  if (start !== null && start.place === node.start) {
    reportTrap(context, start);
    return;
  }
  const message = `expected the header of a compound statement, found '${key.source.text}'`;
  const hint = 'a mapping is one compound statement: if, for, while, try, with, def, async …';
  reportError(context.report, 'header', message, key.span, hint);
}

/**
 * A compound statement from its header, its block and its further clauses.
 * @returns null where the header or a clause cannot be read; the blocks are read for their
 * mistakes.
 */
export function readStatement(
  context: Context,
  { key, value }: Entry,
  others: readonly Entry[],
): Statement | null {
  const { report } = context;
  const header = readHeader(context, key);
  const isMatch = header?.kind === 'Match';
  const body = isMatch ? [] : readBlock(context, value);
  const cases = isMatch ? readClauses(context, casesOf(context, value)) : [];
  const clauses = readClauses(context, others);
  if (header === null) return null;
  if (isClause(header)) {
    const opener = header.kind === 'except' || header.kind === 'finally' ? 'try' : 'if';
    const message = `'${header.kind}' without '${opener}'`;
    const clause = `a clause is a further key of the mapping that begins with '${opener}'`;
    const hint = context.isYaml ? `${clause}: take the dash away` : clause;
    reportError(report, 'header', message, key.span, hint);
    return null;
  }
  return assemble(header, body, [...cases, ...clauses], (message, span, hint, code) =>
    reportError(report, code ?? 'syntax', message, span, hint),
  );
}

/** The entries of a `match` block: a mapping from `case …` to blocks. */
function casesOf(context: Context, node: DocumentNode): readonly Entry[] {
  if (node.kind === 'mapping') return node.entries;
  reportExpected(context.report, "a mapping from 'case …' to blocks", node);
  return [];
}

function readClauses(context: Context, entries: readonly Entry[]): readonly ClauseBlock[] {
  const clauses: ClauseBlock[] = [];
  for (const { key, value } of entries) {
    const clause = readHeader(context, key);
    const body = readBlock(context, value);
    if (clause === null) continue;
    if (isClause(clause)) clauses.push({ clause, body });
    else {
      const message = `expected a clause, found a new statement '${key.source.text}'`;
      const own = 'each compound statement is a list item of its own';
      const hint = context.isYaml ? `${own}: put a dash before it` : own;
      reportError(context.report, 'header', message, key.span, hint);
    }
  }
  return clauses;
}

/** A key as a header. */
export function readHeader(context: Context, key: ScalarNode): Header | null {
  if (key.type !== 'string') {
    reportExpected(context.report, 'the header of a compound statement', key);
    return null;
  }
  const { text } = key.source;
  const mayBeCut = key.style === 'plain' && !isComplete(text) && mayAdvise(context);
  const trap = mayBeCut ? colonTrap(context.file.text, key.start) : null;
  if (trap === null) return withTraps(context, key, (report) => parseHeader(key.source, report));
  reportTrap(context, trap);
  return null;
}
