// What to say where a file is not JSON: the parser's codes in our words, with the spelling that
// works for what people write instead - comments, single quotes, Python's words, commas at the end.
// What follows a mistake is mostly its consequence, so one is told for a line, and none after a
// bracket or a string that does not end. Source: jsonc-parser's ParseErrorCode; RFC 8259.

import type { ParseError } from 'jsonc-parser';
import type { DocumentBuilder } from './document.ts';

interface Told {
  readonly message: string;
  readonly hint?: string;
  readonly start: number;
  readonly end: number;
  /** Whether what follows is only its consequence. */
  readonly isLast?: boolean;
}

// The codes of jsonc-parser (a const enum, which isolated modules cannot import).
const invalidSymbol = 1;
const commaExpected = 6;
const messages = new Map<number, readonly [message: string, hint?: string]>([
  [invalidSymbol, ['this is not a JSON value']],
  [2, ['this is not a JSON number']],
  [3, ['expected a key in double quotes']],
  [4, ['expected a value']],
  [5, ["expected ':' after the key"]],
  [commaExpected, ["expected ',' between two items"]],
  [7, ["expected '}'"]],
  [8, ["expected ']'"]],
  [9, ['expected the end of the file', 'a file holds one scenario']],
  [10, ['JSON has no comments', 'write the scenario as YAML, or use "description"']],
  [11, ['the comment does not end']],
  [12, ['the string does not end in its line', 'a line break in a string is written \\n']],
  [13, ['this is not a JSON number']],
  [14, ['\\u needs four hexadecimal digits']],
  [15, ['unknown escape', 'a backslash itself is written \\\\']],
  [16, ['control character in a string', 'a tab is written \\t']],
]);

const words = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['undefined', 'null'],
]);

/** Reports what the parser found, one mistake for a line. */
export function reportJsonErrors(builder: DocumentBuilder, errors: readonly ParseError[]): void {
  const lines = new Set<number>();
  const { text } = builder.file;
  for (const error of errors) {
    const told = tell(text, error);
    const { line } = builder.file.position(told.start);
    const isWord = error.error === invalidSymbol && words.has(wordAt(text, error.offset));
    if (lines.has(line) && !isWord) continue;
    lines.add(line);
    builder.error('json-syntax', told.message, told.start, told.end, told.hint);
    if (told.isLast) return;
  }
}

function tell(text: string, { error, offset, length }: ParseError): Told {
  const before = lastBefore(text, offset);
  const place = { start: offset, end: offset + Math.max(1, length) };
  const found = text[offset] ?? '';
  if (/[\]}]/.test(found) && text[before] === ',') {
    const message = 'JSON has no comma after the last item';
    return { message, hint: 'leave it out', start: before, end: before + 1 };
  }
  if (found === "'") {
    const end = text.indexOf("'", offset + 1);
    const content = end < 0 ? '…' : text.slice(offset + 1, Math.min(end, offset + 60));
    return { message: 'JSON quotes with double quotes', hint: `write "${content}"`, ...place };
  }
  if (error === invalidSymbol) return tellSymbol(text, offset, place);
  if (error === 12) return { ...inWords(error), ...place, isLast: true };
  const isMissing = error === 7 || error === 8;
  if (isMissing || (error === commaExpected && /[\]}]/.test(found))) return tellOpen(text, place);
  if (error === commaExpected && /^\d/.test(found) && text[offset - 1] === '0') {
    const digits = /^\d+/.exec(text.slice(offset, offset + 100))![0];
    const message = 'this is not a JSON number';
    return { message, hint: `write ${digits.replace(/^0+(?=\d)/, '')}`, ...place };
  }
  if (error === commaExpected || (error === 5 && found === '')) {
    return { ...inWords(error), start: before + 1, end: before + 2 };
  }
  return { ...inWords(error), ...place };
}

function inWords(error: number): Pick<Told, 'message' | 'hint'> {
  const [message, hint] = messages.get(error) ?? ['this is not JSON'];
  return hint === undefined ? { message } : { message, hint };
}

/** A word or sign that is no value: what was meant decides. */
function tellSymbol(text: string, offset: number, place: Pick<Told, 'start' | 'end'>): Told {
  const word = wordAt(text, offset);
  const { message } = inWords(invalidSymbol);
  const tellWith = (hint: string, other = message): Told => ({ message: other, hint, ...place });
  if (text[offset] === '#') {
    return { ...inWords(10), start: offset, end: endOfLine(text, offset) };
  }
  if (text[offset - 1] === '"' && word !== '') {
    const hint = 'a quote inside a string is written \\"';
    const start = offset - 1;
    const ended = 'the string ends at this quote';
    return { message: ended, hint, start, end: offset, isLast: true };
  }
  if (text.slice(0, offset).trim() === '') {
    return {
      ...tellWith('JSON begins with {; YAML is read from a file named .yaml'),
      isLast: true,
    };
  }
  if (text[offset] === '=') return tellWith("write ':'", "expected ':' after the key");
  const python = words.get(word);
  if (python !== undefined) return tellWith(`JSON writes it ${python}`);
  const number = /^[-+]?(?:\.\d+|\d+)$/.exec(text.slice(offset, place.end))?.[0];
  if (number !== undefined) {
    return tellWith(`write ${Number(number)}`, 'this is not a JSON number');
  }
  if (/^-?(?:NaN|Infinity)/.test(text.slice(offset, offset + 10))) {
    return tellWith('leave it to the program', 'JSON has no such number');
  }
  if (word === '') return tellWith('text stands in double quotes; words are true, false, null');
  const isKey = /^\s*:/.test(text.slice(offset + word.length));
  const quoted = `write "${word}"`;
  return tellWith(quoted, isKey ? 'expected a key in double quotes' : message);
}

/** A bracket that closes another one, or none at all: the one that is open is the mistake. */
function tellOpen(text: string, place: Pick<Told, 'start' | 'end'>): Told {
  const open: number[] = [];
  let inString = false;
  for (let offset = 0; offset < place.start && offset < text.length; offset++) {
    const character = text[offset]!;
    if (inString) {
      if (character === '\\') offset++;
      else if (character === '"' || character === '\n') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') open.push(offset);
    else if (character === ']' || character === '}') open.pop();
  }
  const last = open.at(-1);
  if (last === undefined) return { ...inWords(9), ...place, isLast: true };
  const message = `'${text[last]}' was never closed`;
  const hint = `expected '${text[last] === '[' ? ']' : '}'}'`;
  return { message, hint, start: last, end: last + 1, isLast: true };
}

function wordAt(text: string, offset: number): string {
  return /^[A-Za-z_]\w*/.exec(text.slice(offset, offset + 100))?.[0] ?? '';
}

/** The offset of the last character before an offset that is no blank. */
function lastBefore(text: string, offset: number): number {
  let before = offset - 1;
  while (/\s/.test(text[before] ?? '')) before--;
  return before;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
