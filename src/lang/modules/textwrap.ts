// Module `textwrap`: fill, wrap, shorten, dedent and indent. Left out: class TextWrapper, whose
// options the functions take, and fix_sentence_endings.
// Source: CPython 3.14 Lib/textwrap.py.

import { NotImplementedError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { invoke } from '../objects/native-class.ts';
import { quantityOf } from '../objects/numbers.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { codePoints, lengthOf } from '../text/quote.ts';
import { PyModule, plainText } from '../values.ts';

const BLANK = '[\\t\\n\\v\\f\\r ]';
const WORD = '[\\p{L}\\p{N}_]';
const LETTER = '[\\p{L}_]';
const INNER = '[\\p{L}\\p{N}_!"\'&.,?]';
const DASHES = `(?<=${INNER})-{2,}(?=${WORD})`;
const HYPHEN = `-(?:(?<=${LETTER}{2}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})`;
const WORD_END = `(?=${BLANK}|$)|(?<=${INNER})(?=-{2,}${WORD})`;
/** Blanks, a dash between words, a word or the part of one up to a hyphen. */
const PIECES = new RegExp(
  `${BLANK}+|${DASHES}|[^\\t\\n\\v\\f\\r ]+?(?:${HYPHEN}|${WORD_END})`,
  'gu',
);
const BLANKS_OR_WORDS = new RegExp(`${BLANK}+|[^\\t\\n\\v\\f\\r ]+`, 'g');

interface Options {
  readonly width: number;
  readonly initialIndent: string;
  readonly subsequentIndent: string;
  readonly expandsTabs: boolean;
  readonly tabSize: number;
  readonly replacesBlanks: boolean;
  readonly breaksLongWords: boolean;
  readonly dropsBlanks: boolean;
  readonly breaksOnHyphens: boolean;
  readonly maxLines: number | null;
  readonly placeholder: string;
}

const PARAMETERS =
  "initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True, " +
  'fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, ' +
  "break_on_hyphens=True, tabsize=8, max_lines=None, placeholder=' [...]'";

function textOf(value: unknown): string {
  const text = plainText(value);
  if (typeof text === 'string') return text;
  throw new PyTypeError('a str is required');
}

function optionsOf(run: Interpreter, width: unknown, given: readonly unknown[]): Options {
  const [initial, subsequent, expands, replaces, fixes, longWords, drops, hyphens] = given;
  const [tabSize, maxLines, placeholder] = given.slice(8);
  if (truthy(run, fixes)) {
    throw new NotImplementedError('textwrap with fix_sentence_endings is not supported');
  }
  return {
    width: Number(quantityOf(width)),
    initialIndent: textOf(initial),
    subsequentIndent: textOf(subsequent),
    expandsTabs: truthy(run, expands),
    tabSize: Number(tabSize),
    replacesBlanks: truthy(run, replaces),
    breaksLongWords: truthy(run, longWords),
    dropsBlanks: truthy(run, drops),
    breaksOnHyphens: truthy(run, hyphens),
    maxLines: maxLines === null ? null : Number(maxLines),
    placeholder: textOf(placeholder),
  };
}

/** The text in pieces between which a line may end. */
function piecesOf(run: Interpreter, given: string, options: Options): string[] {
  let text = given;
  if (options.expandsTabs) text = invoke(run, text, 'expandtabs', [options.tabSize]) as string;
  if (options.replacesBlanks) text = text.replace(/[\t\n\v\f\r]/g, ' ');
  run.charge(text.length);
  return text.match(options.breaksOnHyphens ? PIECES : BLANKS_OR_WORDS) ?? [];
}

const isBlank = (piece: string): boolean => piece.trim() === '';
const lengthOfAll = (pieces: readonly string[]): number =>
  pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);

/** Puts as much of a word as fits onto the line, all of it where words stay whole. */
function breakWord(line: string[], rest: string[], room: number, options: Options): void {
  const space = room < 1 ? 1 : room - lengthOfAll(line);
  const word = rest[0];
  if (!options.breaksLongWords || space <= 0) {
    if (line.length === 0) line.push(rest.shift() as string);
    return;
  }
  const characters = codePoints(word);
  let end = space;
  if (options.breaksOnHyphens && characters.length > space) {
    const hyphen = characters.slice(0, space).lastIndexOf('-');
    if (hyphen > 0 && characters.slice(0, hyphen).some((each) => each !== '-')) end = hyphen + 1;
  }
  line.push(characters.slice(0, end).join(''));
  rest[0] = characters.slice(end).join('');
}

/** Takes pieces for one line. */
function takeLine(rest: string[], room: number, options: Options): string[] {
  const line: string[] = [];
  while (rest.length > 0 && lengthOfAll(line) + lengthOf(rest[0]) <= room) {
    line.push(rest.shift() as string);
  }
  if (rest.length > 0 && lengthOf(rest[0]) > room) breakWord(line, rest, room, options);
  if (options.dropsBlanks && line.length > 0 && isBlank(line.at(-1) as string)) line.pop();
  return line;
}

/** The last line, cut so that the placeholder fits; on the line before where nothing does. */
function endWithPlaceholder(line: string[], lines: string[], indent: string, options: Options) {
  const { width, placeholder } = options;
  const room = width - lengthOf(indent);
  while (line.length > 0) {
    const fits = lengthOfAll(line) + lengthOf(placeholder) <= room;
    if (!isBlank(line.at(-1) as string) && fits) {
      lines.push(indent + line.join('') + placeholder);
      return;
    }
    line.pop();
  }
  const before = lines.at(-1)?.trimEnd();
  if (before !== undefined && lengthOf(before) + lengthOf(placeholder) <= width) {
    lines[lines.length - 1] = before + placeholder;
    return;
  }
  lines.push(indent + placeholder.trimStart());
}

function wrapped(run: Interpreter, text: string, options: Options): string[] {
  const { width, maxLines, placeholder } = options;
  if (width <= 0) throw new ValueError(`invalid width ${width} (must be > 0)`);
  if (maxLines !== null) {
    const indent = maxLines > 1 ? options.subsequentIndent : options.initialIndent;
    if (lengthOf(indent) + lengthOf(placeholder.trimStart()) > width) {
      throw new ValueError('placeholder too large for max width');
    }
  }
  const rest = piecesOf(run, text, options);
  const lines: string[] = [];
  while (rest.length > 0) {
    run.charge(8);
    const indent = lines.length > 0 ? options.subsequentIndent : options.initialIndent;
    const room = width - lengthOf(indent);
    if (options.dropsBlanks && isBlank(rest[0]) && lines.length > 0) rest.shift();
    const line = takeLine(rest, room, options);
    if (line.length === 0) continue;
    const isEnd =
      rest.length === 0 || (options.dropsBlanks && rest.length === 1 && isBlank(rest[0]));
    const isLast = maxLines !== null && lines.length + 1 >= maxLines;
    if (!isLast || (isEnd && lengthOfAll(line) <= room)) {
      lines.push(indent + line.join(''));
      continue;
    }
    endWithPlaceholder(line, lines, indent, options);
    break;
  }
  return lines;
}

/** `dedent(text)`: without the blanks that all lines begin with. */
function dedent(text: string): string {
  const lines = text.split('\n');
  const full = lines.filter((line) => !isBlank(line));
  const shortest = full.reduce((a, b) => (a < b ? a : b), full[0] ?? '');
  const longest = full.reduce((a, b) => (a > b ? a : b), full[0] ?? '');
  let margin = 0;
  while (
    margin < shortest.length &&
    shortest[margin] === longest[margin] &&
    ' \t'.includes(shortest[margin])
  ) {
    margin++;
  }
  return lines.map((line) => (isBlank(line) ? '' : line.slice(margin))).join('\n');
}

function indent(run: Interpreter, text: unknown, prefix: unknown, predicate: unknown): string {
  const lines = invoke(run, text, 'splitlines', [true]) as string[];
  const isIndented = (line: string): boolean =>
    predicate === null ? !isBlank(line) : truthy(run, run.call(predicate, [line]));
  return lines.map((line) => (isIndented(line) ? textOf(prefix) + line : line)).join('');
}

const functions: readonly LibraryFunction[] = [
  new LibraryFunction(
    `wrap(text, width=70, *, ${PARAMETERS})`,
    (run, text: unknown, width: unknown, ...given: unknown[]) =>
      wrapped(run, textOf(text), optionsOf(run, width, given)),
  ),
  new LibraryFunction(
    `fill(text, width=70, *, ${PARAMETERS})`,
    (run, text: unknown, width: unknown, ...given: unknown[]) =>
      wrapped(run, textOf(text), optionsOf(run, width, given)).join('\n'),
  ),
  new LibraryFunction(
    `shorten(text, width, *, ${PARAMETERS})`,
    (run, text: unknown, width: unknown, ...given: unknown[]) => {
      const words = (invoke(run, text, 'split', []) as string[]).join(' ');
      return wrapped(run, words, { ...optionsOf(run, width, given), maxLines: 1 }).join('\n');
    },
  ),
  new LibraryFunction('dedent(text)', (_run, text: unknown) => {
    if (typeof plainText(text) !== 'string') {
      throw new PyTypeError(
        `expected str object, not ${_run.objects.repr(_run, _run.objects.typeName(text))}`,
      );
    }
    return dedent(textOf(text));
  }),
  new LibraryFunction('indent(text, prefix, predicate=None)', indent),
];

/** The module; the same for every run. */
export const textwrapModule = new PyModule(
  'textwrap',
  new Map(functions.map((each): [string, unknown] => [each.name, each])),
);
