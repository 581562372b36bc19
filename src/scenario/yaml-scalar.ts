// The text of a YAML scalar, each character with its offset in the file. js-yaml decodes scalars
// as well (getScalarValue) but forgets where each character stood; a mistake inside a statement
// must be shown at its own place, so the decoding is done again here, character by character.
// Invariant: `text` equals js-yaml's value, and offsets has one entry more than text has UTF-16
// units. Source: YAML 1.2.2, chapters 7.3 (flow scalars) and 8.1 (block scalars).

import { CHOMPING_MODE, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { type OffsetText, verbatim } from './document.ts';

class Builder {
  readonly #parts: string[] = [];
  readonly #offsets: number[] = [];

  /** Adds `text`, all of it read at `offset`. */
  add(text: string, offset: number): void {
    this.#parts.push(text);
    for (let i = 0; i < text.length; i++) this.#offsets.push(offset);
  }

  /** Adds the characters of the file as they stand. */
  copy(input: string, start: number, end: number): void {
    this.#parts.push(input.slice(start, end));
    for (let offset = start; offset < end; offset++) this.#offsets.push(offset);
  }

  finish(end: number): OffsetText {
    this.#offsets.push(end);
    return { text: this.#parts.join(''), offsets: Uint32Array.from(this.#offsets) };
  }
}

/** Decodes the scalar that `event` describes in `input`. */
export function decodeScalar(input: string, event: ScalarEvent): OffsetText {
  const { valueStart: start, valueEnd: end } = event;
  if (start < 0) return verbatim('', 0);
  if (event.fast) return verbatim(input.slice(start, end), start);
  const builder = new Builder();
  if (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK)
    decodeBlock(builder, input, event);
  else decodeFlow(builder, input, event);
  return builder.finish(end);
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;

const isBreak = (unit: number) => unit === LINE_FEED || unit === CARRIAGE_RETURN;
const isBlank = (unit: number) => unit === SPACE || unit === TAB;

/** Plain, 'single' and "double" quoted scalars: line breaks fold, blanks around them vanish. */
function decodeFlow(builder: Builder, input: string, event: ScalarEvent): void {
  const { valueEnd: end, style } = event;
  const single = style === SCALAR_STYLE.SINGLE_QUOTED;
  const double = style === SCALAR_STYLE.DOUBLE_QUOTED;
  let position = event.valueStart;
  let captured = position;
  let visibleEnd = position;
  while (position < end) {
    const unit = input.charCodeAt(position);
    if (isBreak(unit)) {
      builder.copy(input, captured, visibleEnd);
      const fold = skipBreaks(input, position, end);
      builder.add(fold.breaks === 1 ? ' ' : '\n'.repeat(fold.breaks - 1), visibleEnd);
      position = captured = visibleEnd = fold.position;
    } else if (single && unit === 0x27) {
      builder.copy(input, captured, position);
      builder.add("'", position);
      position = captured = visibleEnd = position + 2;
    } else if (double && unit === 0x5c) {
      builder.copy(input, captured, position);
      position = captured = visibleEnd = decodeEscape(builder, input, position, end);
    } else {
      position++;
      if (!isBlank(unit)) visibleEnd = position;
    }
  }
  builder.copy(input, captured, single || double ? end : visibleEnd);
}

function skipBreaks(input: string, start: number, end: number) {
  let breaks = 0;
  let position = start;
  for (; position < end; position++) {
    const unit = input.charCodeAt(position);
    if (unit === CARRIAGE_RETURN && input.charCodeAt(position + 1) === LINE_FEED) continue;
    if (isBreak(unit)) breaks++;
    else if (!isBlank(unit)) break;
  }
  return { position, breaks };
}

const SIMPLE_ESCAPES = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);
const HEX_LENGTHS = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Decodes one backslash escape of a double quoted scalar; returns the offset after it. */
function decodeEscape(builder: Builder, input: string, start: number, end: number): number {
  const letter = input[start + 1]!;
  if (isBreak(letter.charCodeAt(0))) return skipBreaks(input, start + 1, end).position;
  const length = HEX_LENGTHS.get(letter);
  if (length === undefined) {
    builder.add(SIMPLE_ESCAPES.get(letter) ?? letter, start);
    return start + 2;
  }
  const code = Number.parseInt(input.slice(start + 2, start + 2 + length), 16);
  builder.add(fromCode(code), start);
  return start + 2 + length;
}

/** As js-yaml decodes; codes past the last code point (which no file needs) become U+FFFD. */
function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** `|` and `>` scalars: the indent is cut; folding joins lines that are not indented further. */
function decodeBlock(builder: Builder, input: string, event: ScalarEvent): void {
  const { valueEnd, indent, chomping } = event;
  const folded = event.style === SCALAR_STYLE.FOLDED_BLOCK;
  const cut = indent < 0 ? 0 : indent;
  let hasContent = false;
  let wasIndented = false;
  // Offsets of the line breaks met since the last line with content.
  let breaks: number[] = [];
  let end = valueEnd;
  for (let position = event.valueStart; position < valueEnd; ) {
    const line = readLine(input, position, valueEnd);
    position = line.next;
    const first = skipIndent(input, line.start, line.end, cut);
    if (indent < 0 || first >= line.end) {
      breaks.push(line.end);
      end = line.end;
      continue;
    }
    const indented = isBlank(input.charCodeAt(first));
    if (folded && !indented && !wasIndented && hasContent) {
      if (breaks.length === 1) builder.add(' ', breaks[0]!);
      else for (const offset of breaks.slice(1)) builder.add('\n', offset);
    } else for (const offset of breaks) builder.add('\n', offset);
    wasIndented = indented;
    builder.copy(input, first, line.end);
    hasContent = true;
    breaks = [line.end];
    end = line.end;
  }
  if (chomping === CHOMPING_MODE.KEEP) for (const offset of breaks) builder.add('\n', offset);
  else if (chomping !== CHOMPING_MODE.STRIP && hasContent) builder.add('\n', breaks[0] ?? end);
}

function readLine(input: string, start: number, limit: number) {
  let end = start;
  while (end < limit && !isBreak(input.charCodeAt(end))) end++;
  const pair = input.charCodeAt(end) === CARRIAGE_RETURN && input.charCodeAt(end + 1) === LINE_FEED;
  return { start, end, next: Math.min(limit, end + (pair ? 2 : 1)) };
}

/** The offset of a line's first character after at most `cut` spaces of indent. */
function skipIndent(input: string, start: number, end: number, cut: number): number {
  let column = 0;
  while (column < cut && start + column < end && input.charCodeAt(start + column) === SPACE) {
    column++;
  }
  return start + column >= end ? end : start + cut;
}
