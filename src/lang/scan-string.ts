// Where strings and the literal parts of f-strings end, after CPython's Parser/lexer/lexer.c. An
// f-string is read as in PEP 701: literal parts and replacement fields take turns, and a field
// holds any tokens, strings with the same quotes included.

/** An open bracket; `isField` for the brace of a replacement field. */
export interface Bracket {
  readonly text: string;
  readonly from: number;
  readonly isField: boolean;
}

/** An open f-string, in its literal part while it is the innermost mode. */
export interface FormatString {
  readonly kind: 'string';
  readonly quote: string;
  readonly from: number;
  readonly isRaw: boolean;
  /** `f` or `t`, for messages. */
  readonly name: string;
  /** How many brackets were open before it. */
  readonly brackets: number;
}

/** An open replacement field; `inSpec` after its colon. */
export interface FormatField {
  readonly kind: 'field';
  /** How many brackets are open directly inside the field, its own brace included. */
  readonly level: number;
  inSpec: boolean;
}

export type Mode = FormatString | FormatField;

export type LiteralPart = { readonly end: number } & (
  | { readonly next: 'end'; readonly size: number }
  | { readonly next: 'field' | 'close' }
  | {
      readonly next: 'error';
      readonly message: string;
      readonly place: number;
      readonly string: FormatString;
    }
);

/** What the letters before a quote say. */
export function decodePrefix(
  start: string,
  quote: string,
): { isFormat: boolean; isRaw: boolean; isBytes: boolean; name: string } {
  const letters = start.slice(0, start.length - quote.length).toLowerCase();
  const name = letters.includes('t') ? 't' : 'f';
  return {
    isFormat: letters.includes('f') || letters.includes('t'),
    isRaw: letters.includes('r'),
    isBytes: letters.includes('b'),
    name,
  };
}

/**
 * The place after the closing quote of a plain string.
 * @param offset after the opening quote.
 * @returns -1 if the string does not end on its line, or in the text if it is triple-quoted.
 */
export function endOfString(text: string, offset: number, quote: string): number {
  const isTriple = quote.length === 3;
  for (let place = offset; place < text.length; place++) {
    const character = text[place];
    if (character === '\\') place += escapeSize(text, place) - 1;
    else if (character === quote[0] && text.startsWith(quote, place)) return place + quote.length;
    else if (!isTriple && (character === '\n' || character === '\r')) return -1;
  }
  return -1;
}

/** How many characters a backslash and what it covers take: a line break may be two. */
function escapeSize(text: string, backslash: number): number {
  return text[backslash + 1] === '\r' && text[backslash + 2] === '\n' ? 3 : 2;
}

/**
 * The literal text at an offset, up to the end of the string, a field's brace, or a mistake.
 * @param mode the innermost mode: an f-string, or a field in its format specification.
 * @param modes all open modes; the f-string of a field is found among them.
 */
export function scanLiteralPart(
  text: string,
  offset: number,
  mode: Mode,
  modes: readonly Mode[],
): LiteralPart {
  const inSpec = mode.kind === 'field';
  const string = enclosingString(modes);
  const { quote } = string;
  const fail = (end: number, message: string, place: number): LiteralPart => {
    return { end, next: 'error', message, place, string };
  };
  const unclosedField = `${string.name}-string: expecting '}'`;
  for (let place = offset; place < text.length; place++) {
    const character = text[place];
    if (character === '\\') {
      place += literalEscapeSize(text, place, string) - 1;
    } else if (character === quote[0] && text.startsWith(quote, place)) {
      if (inSpec) return fail(place, unclosedField, place);
      return { end: place, next: 'end', size: quote.length };
    } else if (character === '{') {
      if (inSpec && specDepth(modes) > 2) {
        return fail(place, `${string.name}-string: expressions nested too deeply`, place);
      }
      if (inSpec || text[place + 1] !== '{') return { end: place, next: 'field' };
      place++;
    } else if (character === '}') {
      if (inSpec) return { end: place, next: 'close' };
      if (text[place + 1] !== '}') {
        return fail(place, `${string.name}-string: single '}' is not allowed`, place);
      }
      place++;
    } else if ((character === '\n' || character === '\r') && quote.length === 1) {
      const what = 'newlines are not allowed in format specifiers for single quoted';
      const message = `${string.name}-string: ${what} ${string.name}-strings`;
      return inSpec ? fail(place, message, string.from) : unterminated(place, string);
    }
  }
  return inSpec ? fail(text.length, unclosedField, string.from) : unterminated(text.length, string);
}

function unterminated(end: number, string: FormatString): LiteralPart {
  const triple = string.quote.length === 3 ? 'triple-quoted ' : '';
  const message = `unterminated ${triple}${string.name}-string literal`;
  return { end, next: 'error', message, place: string.from, string };
}

/** A brace after a backslash is still a brace, but the name in `\N{…}` is not a field. */
function literalEscapeSize(text: string, backslash: number, string: FormatString): number {
  const covered = text[backslash + 1];
  if (covered === '{' || covered === '}') return 1;
  if (!string.isRaw && covered === 'N' && text[backslash + 2] === '{') {
    const name = /\{[^{}'"\r\n]*\}/y;
    name.lastIndex = backslash + 2;
    if (name.test(text)) return name.lastIndex - backslash;
  }
  return escapeSize(text, backslash);
}

function enclosingString(modes: readonly Mode[]): FormatString {
  for (let index = modes.length - 1; ; index--) {
    const mode = modes[index];
    if (mode.kind === 'string') return mode;
  }
}

/** How many fields of the innermost f-string are open. */
function specDepth(modes: readonly Mode[]): number {
  let depth = 0;
  for (let index = modes.length - 1; modes[index]?.kind === 'field'; index--) depth++;
  return depth;
}
