// The values of literals, exactly as CPython reads them (Parser/pegen.c, Parser/string_parser.c and
// the unicode_escape codec): numbers to the last bit, escapes one by one, and a limit on the digits
// of a decimal integer, because reading one takes time that grows with their square.

/** As `sys.get_int_max_str_digits()`. */
export const integerDigitLimit = 4300;

export type NumberValue =
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float' | 'imaginary'; readonly value: number }
  | { readonly type: 'error'; readonly message: string };

/**
 * The value of a well-formed number literal.
 * @param literal as it stands in the text, underscores included.
 */
export function numberValue(literal: string): NumberValue {
  const digits = literal.replaceAll('_', '');
  if (/^0[xob]/i.test(digits)) return { type: 'int', value: integer(digits) };
  if (/[jJ]$/.test(digits)) return { type: 'imaginary', value: Number(digits.slice(0, -1)) };
  if (/[.eE]/.test(digits)) return { type: 'float', value: Number(digits) };
  if (digits.length > integerDigitLimit) {
    const found = `value has ${digits.length} digits`;
    const message =
      `Exceeds the limit (${integerDigitLimit} digits) for integer string conversion: ` +
      `${found}; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal ` +
      'for huge integer literals to avoid decimal conversion limits.';
    return { type: 'error', message };
  }
  return { type: 'int', value: integer(digits) };
}

/** A number while it is safe, else a bigint, as at run time. */
function integer(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}

export interface Unescaped {
  readonly value: string;
  /** CPython's message where an escape is malformed. */
  readonly error: string | null;
  /** The first escape that Python has and the simulator has not. */
  readonly unsupported: string | null;
  /** Where escapes stand in the body that Python takes as they are but warns about. */
  readonly dubious: readonly { readonly offset: number; readonly size: number }[];
}

const simpleEscapes = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);
const escapeDigits = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/**
 * Resolves the escapes of a string's body.
 * @param body without quotes, with line breaks already normalized to `\n`.
 * @param isBytes then those of characters beyond ASCII are none.
 */
export function unescapeBody(body: string, isBytes = false): Unescaped {
  const parts: string[] = [];
  const dubious: { offset: number; size: number }[] = [];
  let error: string | null = null;
  let unsupported: string | null = null;
  let copied = 0;
  for (let at = body.indexOf('\\'); at >= 0; at = body.indexOf('\\', copied)) {
    parts.push(body.slice(copied, at));
    const found = readEscape(body, at, isBytes);
    if (found.error !== undefined) error ??= found.error;
    if (found.unsupported !== undefined) unsupported ??= found.unsupported;
    if (found.isDubious) dubious.push({ offset: at, size: Math.max(2, found.size) });
    if (fusesSurrogates(parts, found.value)) unsupported ??= 'a pair of surrogate escapes';
    parts.push(found.value);
    copied = at + found.size;
  }
  if (copied === 0) return { value: body, error, unsupported, dubious };
  parts.push(body.slice(copied));
  return { value: parts.join(''), error, unsupported, dubious };
}

interface Escape {
  readonly value: string;
  readonly size: number;
  readonly error?: string;
  readonly unsupported?: string;
  readonly isDubious?: boolean;
}

function readEscape(body: string, at: number, isBytes: boolean): Escape {
  const letter = body[at + 1] ?? '';
  if (letter === '\n') return { value: '', size: 2 };
  const simple = simpleEscapes.get(letter);
  if (simple !== undefined) return { value: simple, size: 2 };
  if (isBytes && letter === 'x') return readOctet(body, at);
  const digits = isBytes ? undefined : escapeDigits.get(letter);
  if (digits !== undefined) return readHexEscape(body, at, letter, digits);
  if (letter === 'N' && !isBytes) return { value: '', size: 2, unsupported: 'the escape \\N{…}' };
  const octal = /^[0-7]{1,3}/.exec(body.slice(at + 1, at + 4));
  if (octal !== null) {
    const code = Number.parseInt(octal[0], 8);
    const size = octal[0].length + 1;
    const value = String.fromCharCode(isBytes ? code & 0o377 : code);
    return { value, size, isDubious: code > 0o377 };
  }
  // The backslash stays; what follows it is read on its own.
  return { value: '\\', size: 1, isDubious: true };
}

/** `\xhh` in bytes. */
function readOctet(body: string, at: number): Escape {
  const found = /^[0-9a-fA-F]{2}/.exec(body.slice(at + 2, at + 4));
  if (found !== null) return { value: String.fromCharCode(Number.parseInt(found[0], 16)), size: 4 };
  return { value: '', size: 2, error: `(value error) invalid \\x escape at position ${at}` };
}

function readHexEscape(body: string, at: number, letter: string, digits: number): Escape {
  const found = /^[0-9a-fA-F]*/.exec(body.slice(at + 2, at + 2 + digits)) as RegExpExecArray;
  const code = found[0].length === digits ? Number.parseInt(found[0], 16) : -1;
  if (code >= 0 && code <= 0x10ffff) {
    return { value: String.fromCodePoint(code), size: digits + 2 };
  }
  // The codec sees every character outside ASCII as an escape of ten characters.
  const from = body.slice(0, at).replace(/[^\0-\x7f]/gu, '0123456789').length;
  const to = from + 1 + found[0].length;
  const what =
    code < 0 ? `truncated \\${letter}${'X'.repeat(digits)} escape` : 'illegal Unicode character';
  const error =
    "(unicode error) 'unicodeescape' codec can't decode bytes in position " +
    `${from}-${to}: ${what}`;
  return { value: '', size: 2 + found[0].length, error };
}

/**
 * Whether two halves of a surrogate pair would meet. Python keeps them apart as two characters; a
 * JavaScript string cannot.
 */
function fusesSurrogates(parts: readonly string[], next: string): boolean {
  if (next.length !== 1) return false;
  for (let index = parts.length - 1; index >= 0; index--) {
    if (parts[index] !== '') return meetAsPair(parts[index], next);
  }
  return false;
}

/** Whether a string ends with a high surrogate and the next one starts with a low one. */
export function meetAsPair(first: string, second: string): boolean {
  // The second is looked at first: reading the end of a long joined string costs its length.
  return isHalf(second.charCodeAt(0), 0xdc00) && isHalf(first.charCodeAt(first.length - 1), 0xd800);
}

function isHalf(unit: number, start: number): boolean {
  return unit >= start && unit < start + 0x400;
}
