// Python text that YAML reads as something else, and the quoted spelling that works: a text with
// `: ` or ` #` in it, one that starts with an indicator (`*`, `[`, `{`, `&`, `!`, `%`, `@`, a
// quote), a flow list cut at a comma inside parentheses. Works on the line alone, for most of
// these are found where the YAML parser has given up. Source: YAML 1.2.2, chapter 5.3 (indicators)
// and 7.3.3 (plain style).

import { clauseKeys, headerPattern, statementKeys } from './keys.ts';
import { closingBracket, commentStart, isComplete, splitAtCommas } from './python-shape.ts';

export interface Trap {
  /** The stretch of the file that has to be quoted. */
  readonly start: number;
  readonly end: number;
  /** The character that YAML takes for its own. */
  readonly place: number;
  readonly message: string;
  readonly hint: string;
  /** Whether the stretch may be Python, so that its quoted spelling would work. */
  readonly isPython: boolean;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What YAML takes a character for, at the start of a text. */
const INDICATORS = new Map([
  ['*', 'an alias'],
  ['&', 'an anchor'],
  ['!', 'a tag'],
  ['[', 'a list'],
  ['{', 'a mapping'],
  ['|', 'a block of text'],
  ['>', 'a block of text'],
  ['%', 'a directive'],
  ['@', 'a reserved character'],
  ['`', 'a reserved character'],
  ['?', 'a key'],
]);

/** Longer lines are not looked at: no person wrote them. */
const longestLine = 2000;

/** Reasons of the parser that have nothing to do with Python. */
const otherReasons =
  /^(?:tab|nesting|null|the stream|unexpected end of the stream|unknown escape|expected hexa)/;

/** Reasons of a parser that took the rest of a text for the start of a string or a list. */
const unclosed = /^unexpected end of the stream within/;

/** Lines that are looked at for a cut text, and cut texts that are tried. */
const mostLines = 200;
const mostCuts = 8;

const DECORATOR = 'a decorated function is written as a block of text: - | and Python below';

/**
 * The trap that explains why YAML cannot read the line of `position`.
 * @param reason the parser's words; the empty string where YAML did read it, as something unwanted.
 * @returns null where the line has no known trap.
 */
export function findTrap(text: string, position: number, reason: string): Trap | null {
  if (otherReasons.test(reason)) return null;
  const content = contentOfLine(text, position);
  if (content.start >= content.end) return null;
  const range = narrow(text, content, position);
  return trapAtStart(text, range, position) ?? trapInside(text, range, position);
}

/**
 * The traps in the line of `position` and in the lines before it, the nearest first: texts that
 * YAML cut at a `: ` inside brackets or a string. Where such a text goes on with a quote or a
 * bracket, the parser gives up far behind it.
 */
export function findCuts(text: string, position: number, reason: string): readonly Trap[] {
  if (otherReasons.test(reason) && !unclosed.test(reason)) return [];
  const cuts: Trap[] = [];
  let offset = Math.min(position, text.length);
  for (let lines = 0; lines < mostLines && cuts.length < mostCuts && offset >= 0; lines++) {
    const cut = cutInLine(text, offset);
    if (cut !== null) cuts.push(cut);
    offset = startOfLine(text, offset) - 1;
  }
  return cuts;
}

function cutInLine(text: string, position: number): Trap | null {
  const line = contentOfLine(text, position);
  for (const { index } of text.slice(line.start, line.end).matchAll(/:(?=\s)/g)) {
    const place = line.start + index;
    const range = narrow(text, line, place);
    const isYaml = '"\'[{'.includes(text[range.start] ?? '"');
    if (isYaml || place <= range.start || isComplete(text.slice(range.start, place))) continue;
    return colonAt(text, range, place);
  }
  return null;
}

/**
 * The trap of a plain text that YAML joined from several lines: a header without its colon, or
 * statements without their dashes. Null for a text of one line, or with an open bracket.
 */
export function foldTrap(text: string, start: number, end: number): Trap | null {
  const stop = endOfLine(text, start);
  if (stop >= end || !isComplete(text.slice(start, end))) return null;
  const header = text.slice(start, stop).trimEnd();
  const place = start + header.length;
  const stretch = { start, end, place, isPython: false };
  if (/^-\w/.test(header)) {
    return { ...stretch, place: start, ...dashWithoutSpace(header) };
  }
  if (headerStart.test(header)) {
    return {
      ...stretch,
      message: "expected ':' after the header",
      hint: `end it with a colon: ${header}:`,
    };
  }
  const message = 'YAML joins this line and the next ones to one text';
  const hint = /^\s*- /m.test(text.slice(stop, end))
    ? 'the dashes of a list stand in the same column'
    : 'put a dash before each statement, or | after the key';
  return { ...stretch, message, hint };
}

/** What to say of a line that begins with `-log(…)`. */
export function dashWithoutSpace(line: string): Pick<Trap, 'message' | 'hint'> {
  return { message: 'expected a space after the dash', hint: `write: - ${line.slice(1)}` };
}

/** The key, colon and value of `name:x`, where YAML sees one text; null for another text. */
export function keyWithoutSpace(line: string): string | null {
  const found = /^([A-Za-z_][\w-]*):(?=[^\s:=])(.*)$/s.exec(line);
  return found === null ? null : `write a space after the colon: ${found[1]}: ${found[2]}`;
}

/** How a compound statement begins. */
export const headerStart = new RegExp(
  headerPattern([...Object.keys(statementKeys), 'async', ...Object.keys(clauseKeys)]),
);

/** Single quotes where they need no escape, else double quotes, else single quotes doubled. */
export function quoteYaml(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/** The trap of a text with `: ` in it, which YAML read as a key and a value. */
export function colonTrap(text: string, start: number): Trap | null {
  const range = contentOfLine(text, start);
  return colonInside(text, { start, end: range.end });
}

/** The trap of a plain text that ends where YAML saw ` #`; null where there was none. */
export function commentTrap(text: string, start: number, end: number): Trap | null {
  const lineEnd = endOfLine(text, start);
  const gap = /^[ \t]+#/.exec(text.slice(end, lineEnd));
  if (gap === null) return null;
  const place = end + gap[0].length - 1;
  const stretch = { start, end: start + text.slice(start, lineEnd).trimEnd().length };
  return trap(text, stretch, place, "YAML takes ' #' for the start of a comment");
}

/**
 * The trap of a flow list cut at a comma inside brackets: `[worker(1, 2)]`.
 * @param start where the item starts that YAML ended too early. @param listEnd after the list.
 */
export function commaTrap(text: string, start: number, end: number, listEnd: number): Trap | null {
  if (isComplete(text.slice(start, end))) return null;
  const [whole] = splitAtCommas(text, start, Math.min(listEnd - 1, start + longestLine));
  if (whole === undefined || whole.end <= end) return null;
  if (!isComplete(text.slice(whole.start, whole.end))) return null;
  return trap(text, whole, end, 'YAML cuts the list at the comma inside brackets');
}

function trap(text: string, stretch: Stretch, place: number, message: string, colon = ''): Trap {
  const content = text.slice(stretch.start, stretch.end);
  const hint = `quote the whole text: ${quoteYaml(content)}${colon}`;
  return { ...stretch, place, message, hint, isPython: true };
}

function startOfLine(text: string, position: number): number {
  let start = position;
  while (start > position - longestLine && start > 0 && !isBreak(text, start - 1)) start--;
  return start;
}

function endOfLine(text: string, position: number): number {
  let end = position;
  while (end < position + longestLine && end < text.length && !isBreak(text, end)) end++;
  return end;
}

function isBreak(text: string, offset: number): boolean {
  return text[offset] === '\n' || text[offset] === '\r';
}

/** The line without its indentation, the dashes of its lists and its comment. */
function contentOfLine(text: string, position: number): Stretch {
  const lineStart = startOfLine(text, position);
  const lineEnd = endOfLine(text, position);
  if (lineEnd - lineStart > longestLine) return { start: position, end: position };
  const indentation = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(lineStart, lineEnd))![0];
  const start = lineStart + indentation.length;
  const comment = commentStart(text, start, lineEnd);
  const end = comment < 0 ? lineEnd : comment;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** From the line to the value or the item of a flow list that holds the position. */
function narrow(text: string, content: Stretch, position: number): Stretch {
  let range = valueAfterKey(text, content, position);
  for (;;) {
    const first = text[range.start]!;
    if ((first !== '[' && first !== '{') || position <= range.start) return range;
    if (closingBracket(text, range.start, range.end) !== range.end - 1) return range;
    const item = splitAtCommas(text, range.start + 1, range.end - 1).find(
      ({ start, end }) => position >= start && position <= end,
    );
    if (item === undefined || item.start >= item.end) return range;
    range = valueAfterKey(text, item, position);
  }
}

/** The value after a key that is one plain word, where the position is in it. */
function valueAfterKey(text: string, range: Stretch, position: number): Stretch {
  const key = /^(?:[A-Za-z_][\w-]*|"[^"]*"|'[^']*'):[ \t]+/.exec(
    text.slice(range.start, range.end),
  );
  if (key === null) return range;
  const start = range.start + key[0].length;
  return position >= start && start < range.end ? { start, end: range.end } : range;
}

function trapAtStart(text: string, range: Stretch, position: number): Trap | null {
  const first = text[range.start]!;
  if (first === '"' || first === "'") {
    const closes = position > range.start && text.slice(range.start, position).trimEnd().length > 1;
    if (!closes || position >= range.end) return null;
    const found = trap(text, range, position, 'YAML ends the text at the closing quote');
    return insideItsQuotes(text, range, first) ?? found;
  }
  const meaning = INDICATORS.get(first);
  if (meaning === undefined) return null;
  const message = `YAML takes '${first}' at the start of a text for ${meaning}`;
  const found = trap(text, range, range.start, message);
  if ('*[{'.includes(first)) return found;
  const isNot = first === '!' && /\w/.test(text[range.start + 1] ?? '');
  const advice = isNot ? "Python writes it 'not'" : 'no statement of Python begins so';
  const hint = first === '@' ? DECORATOR : `${advice}; a text is quoted: ${quoted(found)}`;
  return { ...found, hint, isPython: false };
}

/** The spelling that a trap's hint recommends. */
function quoted({ hint }: Trap): string {
  return hint.slice(hint.indexOf(':') + 2);
}

/** `'log("it's")'`: a text that is quoted already, with the quote itself inside. */
function insideItsQuotes(text: string, range: Stretch, quote: string): Trap | null {
  const content = text.slice(range.start + 1, range.end - 1);
  const at = content.indexOf(quote);
  if (text[range.end - 1] !== quote || !/^[A-Za-z_][^"']*[(=]/.test(content)) return null;
  const message = `YAML ends the text at this ${quote === "'" ? 'single' : 'double'} quote`;
  const advice = quote === "'" ? 'inside single quotes it is doubled' : 'quote with single ones';
  const hint = `${advice}: '${content.replaceAll("'", "''")}'`;
  return { ...range, place: range.start + 1 + at, message, hint, isPython: false };
}

function trapInside(text: string, range: Stretch, position: number): Trap | null {
  const found = text[position] ?? '';
  if (found === ':') return colonInside(text, range);
  if (!'[]{}'.includes(found) || found === '') return null;
  if (position < range.start || position >= range.end) return null;
  return trap(text, range, position, `YAML ends a text in a list at '${found}'`);
}

function colonInside(text: string, range: Stretch): Trap | null {
  const content = text.slice(range.start, range.end);
  const colon = content.search(/:(?=\s)/);
  if (colon < 0) return null;
  return colonAt(text, range, range.start + colon);
}

function colonAt(text: string, range: Stretch, place: number): Trap {
  const message = "YAML takes ': ' for the end of a key";
  if (text[range.end - 1] !== ':') return trap(text, range, place, message);
  return trap(text, { start: range.start, end: range.end - 1 }, place, message, ':');
}
