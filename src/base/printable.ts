// Text from strangers on its way to a terminal or a page: whatever could move the cursor, change
// colours, hide characters or turn the direction of reading is shown as its escape, as Python's
// repr writes it. The tables are written out here, so the answer is the same on every engine.
// Sources: ECMA-48 (C0, C1), Unicode UAX #9 (bidirectional controls), CVE-2021-42574 ("Trojan
// Source").

/** Half-open ranges of code points that are never shown as they are. */
const HIDDEN: readonly (readonly [number, number])[] = [
  [0x00, 0x20],
  [0x7f, 0xa0],
  [0xad, 0xae],
  [0x034f, 0x0350],
  [0x061c, 0x061d],
  [0x115f, 0x1161],
  [0x17b4, 0x17b6],
  [0x180b, 0x1810],
  [0x200b, 0x200c],
  [0x200e, 0x2010],
  [0x2028, 0x202f],
  [0x2060, 0x2070],
  [0x3164, 0x3165],
  [0xd800, 0xe000],
  [0xfeff, 0xff00],
  [0xffa0, 0xffa1],
  [0xfff0, 0xfffc],
  [0x1d173, 0x1d17b],
  [0xe0000, 0xe1000],
];

const NAMED = new Map([
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
]);

/** Whether every character is plain ASCII text: the fast answer for nearly all text. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * `text` with every character that is not plainly visible written as its Python escape.
 * `keep` lists control characters that stay, as `\t` in program output.
 */
export function printable(text: string, keep = ''): string {
  if (PLAIN.test(text)) return text;
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    result += isHidden(code) && !keep.includes(character) ? escapeOf(code) : character;
  }
  return result;
}

function isHidden(code: number): boolean {
  for (const [start, end] of HIDDEN) {
    if (code < start) return false;
    if (code < end) return true;
  }
  return false;
}

function escapeOf(code: number): string {
  const named = NAMED.get(code);
  if (named !== undefined) return named;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
