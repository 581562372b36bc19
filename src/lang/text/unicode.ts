// Character classes and case mappings of code points, as CPython 3.14 (Unicode 16.0) has them. They
// are shipped (unicode-tables.ts), since the engine's own tables vary with its version: neither
// toLowerCase on text beyond ASCII nor \p{…} may be used. Tables are decoded when first asked for
// and constant from then on.
// Source: CPython Objects/unicodectype.c, Objects/unicodeobject.c (lower_ucs4,
// handle_capital_sigma).

import * as tables from './unicode-tables.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The numbers of an encoded table. */
function decode(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let place = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = ALPHABET.indexOf(text.charAt(i));
    value += (digit % 32) * place;
    place *= 32;
    if (digit < 32) {
      numbers.push(value);
      value = 0;
      place = 1;
    }
  }
  return numbers;
}

/** How many of the ascending `bounds` are at or below `code`. */
function countUpTo(bounds: readonly number[], code: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (bounds[middle] <= code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A set of code points, held as the bounds of its ranges. */
class CodePointSet {
  readonly #encoded: string;
  #bounds: readonly number[] | null = null;

  constructor(encoded: string) {
    this.#encoded = encoded;
  }

  get bounds(): readonly number[] {
    if (this.#bounds === null) {
      let sum = 0;
      this.#bounds = decode(this.#encoded).map((step) => {
        sum += step;
        return sum;
      });
    }
    return this.#bounds;
  }

  has(code: number): boolean {
    return countUpTo(this.bounds, code) % 2 === 1;
  }
}

/** Where a run of mapped code points starts, and what it adds to each. */
interface Run {
  readonly count: number;
  readonly stride: number;
  readonly shift: number;
}

/** A mapping from code points to texts. */
class CaseMap {
  readonly #encoded: string;
  readonly #long: string;
  #starts: readonly number[] = [];
  #runs: readonly Run[] = [];
  #texts: Map<number, string> | null = null;

  constructor(encoded: string, long: string) {
    this.#encoded = encoded;
    this.#long = long;
  }

  #load(): Map<number, string> {
    const numbers = decode(this.#encoded);
    const starts: number[] = [];
    const runs: Run[] = [];
    let start = 0;
    for (let i = 0; i < numbers.length; i += 4) {
      const shift = numbers[i + 3];
      start += numbers[i];
      starts.push(start);
      runs.push({
        count: numbers[i + 1],
        stride: numbers[i + 2],
        shift: shift % 2 === 0 ? shift / 2 : -(shift + 1) / 2,
      });
    }
    this.#starts = starts;
    this.#runs = runs;
    const texts = new Map<number, string>();
    for (const entry of this.#long.split(' ').filter((text) => text !== '')) {
      const [code, text] = entry.split('=');
      const codes = text.split('+').map((hex) => Number.parseInt(hex, 16));
      texts.set(Number.parseInt(code, 16), String.fromCodePoint(...codes));
    }
    this.#texts = texts;
    return texts;
  }

  /** What `code` is mapped to: itself where the map does not hold it. */
  map(code: number): string {
    const text = (this.#texts ?? this.#load()).get(code);
    if (text !== undefined) return text;
    const at = countUpTo(this.#starts, code) - 1;
    if (at < 0) return String.fromCodePoint(code);
    const { count, stride, shift } = this.#runs[at];
    const offset = code - this.#starts[at];
    const mapped = offset % stride === 0 && offset / stride < count;
    return String.fromCodePoint(mapped ? code + shift : code);
  }
}

const alpha = new CodePointSet(tables.alphaRanges);
const decimal = new CodePointSet(tables.decimalRanges);
const digitOnly = new CodePointSet(tables.digitOnlyRanges);
const numericOnly = new CodePointSet(tables.numericOnlyRanges);
const space = new CodePointSet(tables.spaceRanges);
const lower = new CodePointSet(tables.lowerRanges);
const upper = new CodePointSet(tables.upperRanges);
const title = new CodePointSet(tables.titleRanges);
const printable = new CodePointSet(tables.printableRanges);
const identifierStart = new CodePointSet(tables.identifierStartRanges);
const identifierContinue = new CodePointSet(tables.identifierContinueRanges);
const cased = new CodePointSet(tables.casedRanges);
const caseIgnorable = new CodePointSet(tables.caseIgnorableRanges);
const toLower = new CaseMap(tables.toLowerRuns, tables.toLowerLong);
const toUpper = new CaseMap(tables.toUpperRuns, tables.toUpperLong);
const toTitle = new CaseMap(tables.toTitleRuns, tables.toTitleLong);
const toFold = new CaseMap(tables.toFoldRuns, tables.toFoldLong);

export const isAlphaCode = (code: number): boolean => alpha.has(code);
export const isDecimalCode = (code: number): boolean => decimal.has(code);
export const isDigitCode = (code: number): boolean => decimal.has(code) || digitOnly.has(code);
export const isNumericCode = (code: number): boolean => isDigitCode(code) || numericOnly.has(code);
export const isSpaceCode = (code: number): boolean => space.has(code);
export const isLowerCode = (code: number): boolean => lower.has(code);
export const isUpperCode = (code: number): boolean => upper.has(code);
export const isTitleCode = (code: number): boolean => title.has(code);

/** Whether `repr` shows the code point as itself. */
export function isPrintableCode(code: number): boolean {
  if (code < 0x7f) return code >= 0x20;
  return printable.has(code);
}

/** Whether a Python identifier may start with the code point (`_` included). */
export const isIdentifierStart = (code: number): boolean => identifierStart.has(code);
/** Whether a Python identifier may go on with the code point. */
export const isIdentifierContinue = (code: number): boolean => identifierContinue.has(code);

/** The value 0–9 of a decimal digit of any script; -1 for every other code point. */
export function decimalValue(code: number): number {
  const at = countUpTo(decimal.bounds, code);
  return at % 2 === 1 ? (code - decimal.bounds[at - 1]) % 10 : -1;
}

/** `lower()` of the code point at `index`: a capital sigma at the end of a word becomes `ς`. */
function lowerAt(codes: readonly number[], index: number): string {
  if (codes[index] !== 0x3a3) return toLower.map(codes[index]);
  let before = index - 1;
  while (before >= 0 && caseIgnorable.has(codes[before])) before--;
  if (before < 0 || !cased.has(codes[before])) return 'σ';
  let after = index + 1;
  while (after < codes.length && caseIgnorable.has(codes[after])) after++;
  return after < codes.length && cased.has(codes[after]) ? 'σ' : 'ς';
}

function codesOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) as number);
}

const onlyAscii = /^[\0-\x7f]*$/;

/** `str.lower`. */
export function lowerText(text: string): string {
  if (onlyAscii.test(text)) return text.toLowerCase();
  return codesOf(text)
    .map((_, index, codes) => lowerAt(codes, index))
    .join('');
}

/** `str.upper`. */
export function upperText(text: string): string {
  if (onlyAscii.test(text)) return text.toUpperCase();
  return codesOf(text)
    .map((code) => toUpper.map(code))
    .join('');
}

/** `str.casefold`. */
export function foldText(text: string): string {
  if (onlyAscii.test(text)) return text.toLowerCase();
  return codesOf(text)
    .map((code) => toFold.map(code))
    .join('');
}

/** `str.capitalize`: the first character in title case, the others lower. */
export function capitalizeText(text: string): string {
  return codesOf(text)
    .map((code, index, codes) => (index === 0 ? toTitle.map(code) : lowerAt(codes, index)))
    .join('');
}

/** `str.title`: every run of cased characters starts in title case and goes on in lower case. */
export function titleText(text: string): string {
  let afterCased = false;
  return codesOf(text)
    .map((code, index, codes) => {
      const mapped = afterCased ? lowerAt(codes, index) : toTitle.map(code);
      afterCased = cased.has(code);
      return mapped;
    })
    .join('');
}

/** `str.swapcase`. */
export function swapcaseText(text: string): string {
  return codesOf(text)
    .map((code, index, codes) => {
      if (upper.has(code)) return lowerAt(codes, index);
      return lower.has(code) ? toUpper.map(code) : String.fromCodePoint(code);
    })
    .join('');
}
