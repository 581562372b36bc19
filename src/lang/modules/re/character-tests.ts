// Whether a character is what a regular expression asks for: itself, whatever its case, in a set,
// of a kind. Kinds are Unicode's unless the expression is ASCII's.
// Source: CPython 3.14 Modules/_sre/sre.c (sre_category), Objects/unicodectype.c.

import { type Category, FLAGS, type Node, type SetPart } from './tree.ts';

export type Test = (code: number) => boolean;

const LETTER_OR_NUMBER = /^[\p{L}\p{N}]$/u;
const DIGIT = /^\p{Nd}$/u;
const SPACE = /^[\p{Z}\t-\r\x1c-\x1f\x85]$/u;

/** Whether it is a letter, a number or the underscore. */
export function isWordCode(code: number, isAscii: boolean): boolean {
  if (code < 128) {
    return (
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      code === 95
    );
  }
  return !isAscii && LETTER_OR_NUMBER.test(String.fromCodePoint(code));
}

function isDigitCode(code: number, isAscii: boolean): boolean {
  if (code < 128) return code >= 48 && code <= 57;
  return !isAscii && DIGIT.test(String.fromCodePoint(code));
}

function isSpaceCode(code: number, isAscii: boolean): boolean {
  if (isAscii) return code === 32 || (code >= 9 && code <= 13);
  return SPACE.test(String.fromCodePoint(code));
}

function categoryTest(category: Category, isAscii: boolean): Test {
  const isKind = { d: isDigitCode, s: isSpaceCode, w: isWordCode }[
    category.toLowerCase() as 'd' | 's' | 'w'
  ];
  const isIn = category === category.toLowerCase();
  return (code) => isKind(code, isAscii) === isIn;
}

/** The other spellings of a character: capital and small. */
function casesOf(code: number, isAscii: boolean): readonly number[] {
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  if (code < 128 && !isLetter) return [code];
  if (isAscii && code >= 128) return [code];
  const text = String.fromCodePoint(code);
  const others = [text.toLowerCase(), text.toUpperCase(), text.toUpperCase().toLowerCase()]
    .filter((each) => Array.from(each).length === 1)
    .map((each) => each.codePointAt(0) as number);
  return [code, ...others];
}

function setTest(parts: readonly SetPart[], isAscii: boolean): Test {
  const tests = parts.map((part): Test => {
    if (typeof part === 'string') return categoryTest(part, isAscii);
    const [from, to] = part;
    return (code) => code >= from && code <= to;
  });
  if (tests.length === 1) return tests[0];
  return (code) => tests.some((test) => test(code));
}

/** The test of a node that takes one character. */
export function characterTest(node: Node & { readonly kind: 'character' | 'set' | 'any' }): Test {
  const { flags } = node;
  const isAscii = (flags & FLAGS.ASCII) !== 0;
  const isLoose = (flags & FLAGS.IGNORECASE) !== 0;
  if (node.kind === 'any') {
    return (flags & FLAGS.DOTALL) !== 0 ? () => true : (code) => code !== 10;
  }
  if (node.kind === 'character') {
    const wanted = node.code;
    if (!isLoose) return (code) => code === wanted;
    const cases = new Set(casesOf(wanted, isAscii));
    return (code) => cases.has(code);
  }
  const isIn = setTest(node.parts, isAscii);
  const { isNegated } = node;
  if (!isLoose) return (code) => isIn(code) !== isNegated;
  return (code) => casesOf(code, isAscii).some(isIn) !== isNegated;
}
