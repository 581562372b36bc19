// Octets in letters and back: base 64, 32 and 16, and base 85, as binascii and base64 have them.
// Source: RFC 4648; CPython 3.14 Modules/binascii.c, Lib/base64.py.

import { ValueError } from '../../asyncio/exceptions.ts';
import { builtinClass } from '../objects/classes.ts';
import { exceptionClassOf } from '../objects/exception-classes.ts';

export const encodingErrorClass = builtinClass('Error', [exceptionClassOf(ValueError)], 'binascii');

/** `binascii.Error`. */
export function encodingError(message: string): ValueError {
  const error = new ValueError(message);
  error.userClass = encodingErrorClass;
  return error;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((next) => text.charCodeAt(at + next));
    const word = (a << 16) | ((b || 0) << 8) | (c || 0);
    const four = [18, 12, 6, 0].map((shift) => LETTERS[(word >> shift) & 63]).join('');
    const used = Math.min(3, text.length - at) + 1;
    parts.push(four.slice(0, used).padEnd(4, '='));
  }
  return parts.join('');
}

/**
 * The octets of base 64. What is no letter of it is passed over, unless it is read strictly.
 * Throws binascii.Error.
 */
export function fromBase64(text: string, isStrict: boolean): string {
  if (isStrict && text.startsWith('=')) throw encodingError('Leading padding not allowed');
  const octets: string[] = [];
  let letters = 0;
  let rest = 0;
  let paddings = 0;
  let hasPadding = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '=') {
      hasPadding = true;
      const place = letters % 4;
      if (isStrict && place === 0) throw encodingError('Excess padding not allowed');
      if (place < 2 || place + ++paddings < 4) continue;
      if (isStrict && at + 1 < text.length) throw encodingError('Excess data after padding');
      return octets.join('');
    }
    const value = LETTERS.indexOf(text[at]);
    if (value < 0) {
      if (isStrict) throw encodingError('Only base64 data is allowed');
      continue;
    }
    if (isStrict && hasPadding) throw encodingError('Discontinuous padding not allowed');
    paddings = 0;
    const place = letters++ % 4;
    if (place > 0) {
      const shift = 6 - place * 2;
      octets.push(String.fromCharCode((((rest << 6) | value) >> shift) & 255));
    }
    rest = value;
  }
  if (letters % 4 === 1) {
    throw encodingError(
      `Invalid base64-encoded string: number of data characters (${letters}) cannot be 1 more ` +
        'than a multiple of 4',
    );
  }
  if (letters % 4 !== 0) throw encodingError('Incorrect padding');
  return octets.join('');
}

const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE_32_HEX = '0123456789ABCDEFGHIJKLMNOPQRSTUV';

/** How many letters of eight stand for 1 to 5 octets. */
const LETTERS_FOR = [0, 2, 4, 5, 7, 8];

export function toBase32(text: string, isHex: boolean): string {
  const alphabet = isHex ? BASE_32_HEX : BASE_32;
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += 5) {
    const piece = text.slice(at, at + 5);
    let word = 0n;
    for (let next = 0; next < 5; next++) word = (word << 8n) | BigInt(piece.charCodeAt(next) || 0);
    let letters = '';
    for (let shift = 35n; shift >= 0n; shift -= 5n)
      letters += alphabet[Number((word >> shift) & 31n)];
    parts.push(letters.slice(0, LETTERS_FOR[piece.length]).padEnd(8, '='));
  }
  return parts.join('');
}

/** Throws binascii.Error. */
export function fromBase32(text: string, isHex: boolean): string {
  const alphabet = isHex ? BASE_32_HEX : BASE_32;
  if (text.length % 8 !== 0) throw encodingError('Incorrect padding');
  const plain = text.replace(/=+$/, '');
  const padding = text.length - plain.length;
  const octets: string[] = [];
  for (let at = 0; at < plain.length; at += 8) {
    let word = 0n;
    for (const letter of plain.slice(at, at + 8)) {
      const value = alphabet.indexOf(letter);
      if (value < 0) throw encodingError('Non-base32 digit found');
      word = (word << 5n) | BigInt(value);
    }
    const size = Math.min(8, plain.length - at);
    word <<= BigInt((8 - size) * 5);
    for (let shift = 32n; shift >= 0n; shift -= 8n) {
      octets.push(String.fromCharCode(Number((word >> shift) & 255n)));
    }
  }
  if (![0, 1, 3, 4, 6].includes(padding)) throw encodingError('Incorrect padding');
  const kept = padding === 0 ? octets.length : octets.length - 5 + LETTERS_FOR.indexOf(8 - padding);
  return octets.slice(0, kept).join('');
}

const BASE_85 =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';

export function toBase85(text: string, keepsPadding: boolean): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += 4) {
    let word = 0;
    for (let next = 0; next < 4; next++) word = word * 256 + (text.charCodeAt(at + next) || 0);
    let letters = '';
    for (let place = 0; place < 5; place++) {
      letters = BASE_85[word % 85] + letters;
      word = Math.floor(word / 85);
    }
    const missing = keepsPadding ? 0 : Math.max(0, 4 - (text.length - at));
    parts.push(letters.slice(0, 5 - missing));
  }
  return parts.join('');
}

/** Throws ValueError. */
export function fromBase85(text: string): string {
  const missing = (5 - (text.length % 5)) % 5;
  const padded = text + '~'.repeat(missing);
  const octets: string[] = [];
  for (let at = 0; at < padded.length; at += 5) {
    let word = 0;
    for (let place = at; place < at + 5; place++) {
      const value = BASE_85.indexOf(padded[place]);
      if (value < 0) throw new ValueError(`bad base85 character at position ${place}`);
      word = word * 85 + value;
    }
    if (word >= 0x100000000) throw new ValueError(`base85 overflow in hunk starting at byte ${at}`);
    const four = [0x1000000, 0x10000, 0x100, 1].map((unit) => Math.floor(word / unit) % 256);
    octets.push(...four.map((each) => String.fromCharCode(each)));
  }
  return octets.slice(0, octets.length - missing).join('');
}
