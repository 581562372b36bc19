// Diagnostics as text for people: `file:line:column: error: message [code]`, the line of the file,
// an underline, the hint; in order of their places, with a count at the end. Everything that came
// from the file is made printable, tabs become spaces and wide characters count two, so the caret
// stands under what it means; a very long line is shown around the place only.

import { columnsOf } from './columns.ts';
import type { Diagnostic } from './diagnostic.ts';
import { printable } from './printable.ts';
import type { SourceFile } from './source-text.ts';

/** The parts that a terminal may colour. */
export type DiagnosticPart = 'place' | 'error' | 'warning' | 'code' | 'underline' | 'hint';

export interface RenderOptions {
  /** Puts colour around a part; without it the text is plain. */
  readonly paint?: (part: DiagnosticPart, text: string) => string;
  /** How many are shown in full; all are counted. 1000 where absent. */
  readonly limit?: number;
}

const tabColumns = 4;
/** Columns of a source line that are shown before its place and in all. */
const shownBefore = 60;
const shownColumns = 100;

/**
 * All diagnostics of one file.
 * @param name the file's name as the user gave it.
 * @returns lines ending in `\n`; the empty string where there is no diagnostic.
 */
export function renderDiagnostics(
  name: string,
  file: SourceFile,
  diagnostics: readonly Diagnostic[],
  options: RenderOptions = {},
): string {
  if (diagnostics.length === 0) return '';
  const sorted = sortDiagnostics(diagnostics);
  const lines = new Map<number, string>();
  const limit = options.limit ?? 1000;
  const blocks = sorted.slice(0, limit).map((diagnostic) => {
    const { line } = diagnostic.span;
    if (!lines.has(line)) lines.set(line, file.line(line));
    return renderBlock(name, lines.get(line)!, diagnostic, options);
  });
  const rest = sorted.length - blocks.length;
  const more = rest > 0 ? `${rest} more are not shown\n` : '';
  return `${blocks.join('')}${more}${countDiagnostics(sorted)}\n${explained(sorted)}`;
}

/** Where the warnings are explained, in their order: each code is an anchor there. */
function explained(diagnostics: readonly Diagnostic[]): string {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  const codes = [...new Set(warnings.map(({ code }) => code))];
  return codes.length === 0 ? '' : `why: ${codes.map((code) => `notes.md#${code}`).join(', ')}\n`;
}

/** By place; at one place errors before warnings; what was said twice is left out. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const unique = diagnostics.filter(({ span, code, message }) => {
    const key = `${span.line}:${span.column}:${code}:${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return unique.sort(
    (a, b) =>
      a.span.line - b.span.line ||
      a.span.column - b.span.column ||
      Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
}

/** `2 errors, 1 warning`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const parts: string[] = [];
  if (errors > 0) parts.push(errors === 1 ? '1 error' : `${errors} errors`);
  if (warnings > 0) parts.push(warnings === 1 ? '1 warning' : `${warnings} warnings`);
  return parts.join(', ');
}

/** One diagnostic: its headline, the source line with an underline, the hint. */
export function renderDiagnostic(
  name: string,
  file: SourceFile,
  diagnostic: Diagnostic,
  options: RenderOptions = {},
): string {
  return renderBlock(name, file.line(diagnostic.span.line), diagnostic, options);
}

function renderBlock(
  name: string,
  source: string,
  diagnostic: Diagnostic,
  options: RenderOptions,
): string {
  const paint = options.paint ?? ((_part, text) => text);
  const { span, severity } = diagnostic;
  const place = paint('place', `${printable(name)}:${span.line}:${span.column}:`);
  const message = printable(diagnostic.message);
  const code = paint('code', `[${diagnostic.code}]`);
  const lines = [`${place} ${paint(severity, `${severity}:`)} ${message} ${code}`];
  if (source.trim() !== '') {
    const endColumn = span.endLine === span.line ? span.endColumn : Infinity;
    const picture = drawLine(source, span.column, endColumn);
    lines.push(`    ${picture.line}`, `    ${picture.indent}${paint('underline', picture.carets)}`);
  }
  if (diagnostic.hint !== undefined) {
    lines.push(`    ${paint('hint', `hint: ${printable(diagnostic.hint)}`)}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * The line as shown, and what stands under it. Columns are code points from 1, the end excluded.
 */
function drawLine(source: string, column: number, endColumn: number) {
  // Of a very long line only the surroundings are looked at: a JSON file may be one line.
  const skipped = Math.max(0, column - 1 - shownColumns);
  const start = unitOffset(source, skipped);
  const near = source.slice(start, start + 2 * (column - skipped) + 2 * shownColumns);
  const picture = drawNear(Array.from(near), column - skipped, endColumn - skipped, skipped > 0);
  const isCut = picture.isCut || start + near.length < source.length;
  return { ...picture, line: `${picture.line}${isCut ? '…' : ''}`.trimEnd() };
}

/** The offset in UTF-16 units of a code point. */
function unitOffset(source: string, points: number): number {
  let offset = 0;
  for (let left = points; left > 0 && offset < source.length; left--) {
    const unit = source.charCodeAt(offset);
    const next = source.charCodeAt(offset + 1);
    const isPair = unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
    offset += isPair ? 2 : 1;
  }
  return offset;
}

function drawNear(characters: string[], column: number, endColumn: number, isLater: boolean) {
  const shown: string[] = [];
  let width = 0;
  for (const character of characters) {
    const spaces = tabColumns - (width % tabColumns);
    const text = character === '\t' ? ' '.repeat(spaces) : printable(character);
    shown.push(text);
    width += columnsOf(text);
  }
  const first = Math.min(column - 1, shown.length);
  const from = startOfWindow(shown, first);
  const cutBefore = isLater || from > 0 ? '…' : '';
  const before = cutBefore + shown.slice(from, first).join('');
  const room = shownColumns - columnsOf(before);
  let after = '';
  let marked = 0;
  let index = first;
  for (; index < shown.length; index++) {
    if (columnsOf(after) + columnsOf(shown[index]!) > room) break;
    after += shown[index]!;
    if (index < endColumn - 1) marked = columnsOf(after.trimEnd());
  }
  return {
    line: before + after,
    indent: ' '.repeat(columnsOf(before)),
    carets: '^'.repeat(Math.max(1, marked)),
    isCut: index < shown.length,
  };
}

/** The first character to show so that at most `shownBefore` columns stand before the place. */
function startOfWindow(shown: readonly string[], first: number): number {
  let columns = 0;
  let from = first;
  while (from > 0 && columns + columnsOf(shown[from - 1]!) <= shownBefore) {
    from--;
    columns += columnsOf(shown[from]!);
  }
  return from;
}
