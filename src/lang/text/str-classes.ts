// str methods that ask about characters (isalpha, isdigit, …) or map their case. The tables are
// shipped: see unicode.ts.
// Source: CPython Objects/unicodeobject.c (unicode_isalpha_impl and its neighbours).

import type { Interpreter } from '../interpreter.ts';
import { Builtin } from '../values.ts';
import { chargeText } from './arguments.ts';
import {
  capitalizeText,
  foldText,
  isAlphaCode,
  isDecimalCode,
  isDigitCode,
  isIdentifierContinue,
  isIdentifierStart,
  isLowerCode,
  isNumericCode,
  isPrintableCode,
  isSpaceCode,
  isTitleCode,
  isUpperCode,
  lowerText,
  swapcaseText,
  titleText,
  upperText,
} from './unicode.ts';

/** Whether every code point of `text` passes. */
function every(text: string, test: (code: number) => boolean): boolean {
  for (const character of text) if (!test(character.codePointAt(0) as number)) return false;
  return true;
}

function isAlnumCode(code: number): boolean {
  return isAlphaCode(code) || isNumericCode(code);
}

/** All cased characters are of the wanted case, and there is one. */
function isOfCase(
  text: string,
  wanted: (code: number) => boolean,
  refused: (code: number) => boolean,
): boolean {
  let found = false;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (refused(code) || isTitleCode(code)) return false;
    found ||= wanted(code);
  }
  return found;
}

/** Upper or title case starts every run of cased characters, lower case goes on. */
function isTitleText(text: string): boolean {
  let found = false;
  let afterCased = false;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (isUpperCode(code) || isTitleCode(code)) {
      if (afterCased) return false;
      found = true;
      afterCased = true;
    } else if (isLowerCode(code)) {
      if (!afterCased) return false;
    } else afterCased = false;
  }
  return found;
}

/** Whether `text` could name a variable (keywords included): `str.isidentifier`. */
export function isIdentifier(text: string): boolean {
  if (text === '' || !isIdentifierStart(text.codePointAt(0) as number)) return false;
  return every(text, isIdentifierContinue);
}

function asking(method: string, test: (text: string) => boolean): Builtin {
  return new Builtin(`${method}(self, /)`, (run: Interpreter, self: string) => {
    chargeText(run, self);
    return test(self);
  });
}

function mapping(method: string, map: (text: string) => string): Builtin {
  return new Builtin(`${method}(self, /)`, (run: Interpreter, self: string) => {
    chargeText(run, self);
    return map(self);
  });
}

export const classMethods: readonly Builtin[] = [
  asking('isalpha', (text) => text !== '' && every(text, isAlphaCode)),
  asking('isalnum', (text) => text !== '' && every(text, isAlnumCode)),
  asking('isdecimal', (text) => text !== '' && every(text, isDecimalCode)),
  asking('isdigit', (text) => text !== '' && every(text, isDigitCode)),
  asking('isnumeric', (text) => text !== '' && every(text, isNumericCode)),
  asking('isspace', (text) => text !== '' && every(text, isSpaceCode)),
  asking('isascii', (text) => every(text, (code) => code < 0x80)),
  asking('isprintable', (text) => every(text, isPrintableCode)),
  asking('isidentifier', isIdentifier),
  asking('islower', (text) => isOfCase(text, isLowerCode, isUpperCode)),
  asking('isupper', (text) => isOfCase(text, isUpperCode, isLowerCode)),
  asking('istitle', isTitleText),
  mapping('lower', lowerText),
  mapping('upper', upperText),
  mapping('title', titleText),
  mapping('capitalize', capitalizeText),
  mapping('swapcase', swapcaseText),
  mapping('casefold', foldText),
];
