// Statements as the blocks of a scenario: simple ones as texts, compound ones as mappings from
// their headers. What has no such form (classes, match, decorators, two clauses that read the
// same) is written as a block of text. Reading a block back gives the same statements, spans
// apart.

import { printStatement } from '../lang/print.ts';
import type { ExceptHandler, If, Statement, Try } from '../lang/tree.ts';
import { yamlBlock, yamlScalar } from './print-yaml.ts';

/** A header or clause with its block. */
interface Part {
  readonly header: string;
  readonly body: readonly Statement[];
}

const nowhere = { line: 1, column: 1, endLine: 1, endColumn: 1 };
const pass: Statement = { kind: 'Pass', span: nowhere };

/** The lines of a block's items, each beginning with `indent`. */
export function printItems(body: readonly Statement[], indent: string): string[] {
  return body.flatMap((statement) => printItem(statement, indent));
}

function printItem(statement: Statement, indent: string): string[] {
  const parts = partsOf(statement);
  if (parts !== null && !isAmbiguous(parts)) {
    return printParts(parts, `${indent}- `, `${indent}  `);
  }
  const text = printStatement(statement);
  const isSimple = parts === null && !text.includes('\n') && !isCompound(statement);
  if (isSimple) return [`${indent}- ${yamlScalar(text)}`];
  // A text of one line is read as a simple statement, so a compound one must have two.
  const block = text.includes('\n') ? yamlBlock(text, `${indent}    `) : null;
  return [`${indent}- ${block ?? yamlScalar(`${text}\n`)}`];
}

/** The clauses of a compound statement as entries of a mapping. */
export function printParts(parts: readonly Part[], first: string, indent: string): string[] {
  return parts.flatMap(({ header, body }, index) => [
    `${index === 0 ? first : indent}${yamlScalar(header)}:`,
    ...printItems(body, `${indent}  `),
  ]);
}

/** Whether a mapping cannot hold the clauses: a key may occur once. */
export function isAmbiguous(parts: readonly Part[]): boolean {
  return new Set(parts.map(({ header }) => header)).size < parts.length;
}

function isCompound({ kind }: Statement): boolean {
  return kind === 'ClassDef' || kind === 'Match' || kind === 'FunctionDef';
}

/** A compound statement as its clauses; null for a simple one and for what is written as text. */
export function partsOf(statement: Statement): readonly Part[] | null {
  switch (statement.kind) {
    case 'FunctionDef':
      if (statement.decorators.length > 0) return null;
      return [{ header: headerOf({ ...statement, body: [pass] }), body: statement.body }];
    case 'For':
    case 'While': {
      const header = headerOf({ ...statement, body: [pass], orelse: [] });
      return [{ header, body: statement.body }, ...elsePart(statement.orelse)];
    }
    case 'With':
      return [{ header: headerOf({ ...statement, body: [pass] }), body: statement.body }];
    case 'If':
      return partsOfIf(statement);
    case 'Try':
      return partsOfTry(statement);
    default:
      return null;
  }
}

/** A class as an entry of `define:`; null where it has decorators. */
export function partsOfClass(statement: Statement): readonly Part[] | null {
  if (statement.kind !== 'ClassDef' || statement.decorators.length > 0) return null;
  return [{ header: headerOf({ ...statement, body: [pass] }), body: statement.body }];
}

/** The first line of a statement, without its colon. */
function headerOf(statement: Statement): string {
  return lineOf(statement, 0);
}

function lineOf(statement: Statement, index: number): string {
  return printStatement(statement).split('\n')[index]!.replace(/:$/, '');
}

function elsePart(body: readonly Statement[]): readonly Part[] {
  return body.length === 0 ? [] : [{ header: 'else', body }];
}

function partsOfIf(statement: If): readonly Part[] {
  const parts: Part[] = [];
  let word = 'if';
  for (let each: If = statement; ; word = 'elif') {
    const header = headerOf({ ...each, body: [pass], orelse: [] });
    parts.push({ header: header.replace(/^if/, word), body: each.body });
    const [next] = each.orelse;
    if (each.orelse.length !== 1 || next?.kind !== 'If') {
      return [...parts, ...elsePart(each.orelse)];
    }
    each = next;
  }
}

function partsOfTry(statement: Try): readonly Part[] {
  const { handlers, finalbody } = statement;
  const clause = (handler: ExceptHandler) =>
    lineOf(
      {
        ...statement,
        body: [pass],
        handlers: [{ ...handler, body: [pass] }],
        orelse: [],
        finalbody: [],
      },
      2,
    );
  return [
    { header: 'try', body: statement.body },
    ...handlers.map((handler) => ({ header: clause(handler), body: handler.body })),
    ...elsePart(statement.orelse),
    ...(finalbody.length === 0 ? [] : [{ header: 'finally', body: finalbody }]),
  ];
}
