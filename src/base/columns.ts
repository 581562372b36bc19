// How many terminal columns a text takes, and texts cut or padded to a number of columns. Wide
// ranges follow Unicode's East Asian Width (W and F) in whole blocks and zero width the common
// combining blocks; the tables are our own, so a picture is the same on every engine. Texts are
// expected to be printable.

/** Half-open ranges that take two columns. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x1160],
  [0x231a, 0x231c],
  [0x23e9, 0x23ed],
  [0x25fd, 0x25ff],
  [0x2614, 0x2616],
  [0x2648, 0x2654],
  [0x26a1, 0x26a2],
  [0x26bd, 0x26bf],
  [0x26d4, 0x26d5],
  [0x2705, 0x2706],
  [0x2728, 0x2729],
  [0x274c, 0x274d],
  [0x2753, 0x2756],
  [0x2795, 0x2798],
  [0x2b50, 0x2b51],
  [0x2e80, 0x303f],
  [0x3041, 0xa4d0],
  [0xa960, 0xa980],
  [0xac00, 0xd7a4],
  [0xf900, 0xfb00],
  [0xfe30, 0xfe70],
  [0xff01, 0xff61],
  [0xffe0, 0xffe7],
  [0x16fe0, 0x18d09],
  [0x1b000, 0x1b300],
  [0x1f300, 0x1f650],
  [0x1f680, 0x1f700],
  [0x1f7e0, 0x1f7ec],
  [0x1f900, 0x1fb00],
  [0x20000, 0x3fffe],
];

/** Half-open ranges that take none. */
const ZERO: readonly (readonly [number, number])[] = [
  [0x0300, 0x0370],
  [0x0483, 0x048a],
  [0x0591, 0x05be],
  [0x0610, 0x061b],
  [0x064b, 0x0660],
  [0x0e34, 0x0e3b],
  [0x0e47, 0x0e4f],
  [0x1ab0, 0x1b00],
  [0x1dc0, 0x1e00],
  [0x200b, 0x2010],
  [0x20d0, 0x2100],
  [0x302a, 0x3030],
  [0xfe00, 0xfe10],
  [0xfe20, 0xfe30],
  [0xe0100, 0xe01f0],
];

const PLAIN = /^[\x20-\x7e]*$/;

/** Terminal columns that `text` takes. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterColumns(character.codePointAt(0)!);
  return width;
}

/** `text` cut to at most `width` columns; `ellipsis` ends a text that was cut. */
export function cut(text: string, width: number, ellipsis = '…'): string {
  if (columnsOf(text) <= width) return text;
  const mark = columnsOf(ellipsis) <= width ? ellipsis : '';
  const room = width - columnsOf(mark);
  let result = '';
  let used = 0;
  for (const character of text) {
    const next = characterColumns(character.codePointAt(0)!);
    if (used + next > room) break;
    result += character;
    used += next;
  }
  return result + mark;
}

/** `text` cut or padded on the right to exactly `width` columns. */
export function fitLeft(text: string, width: number, ellipsis = '…'): string {
  const short = cut(text, width, ellipsis);
  return short + ' '.repeat(Math.max(0, width - columnsOf(short)));
}

/** `text` cut, or padded on the left, to exactly `width` columns. */
export function fitRight(text: string, width: number, ellipsis = '…'): string {
  const short = cut(text, width, ellipsis);
  return ' '.repeat(Math.max(0, width - columnsOf(short))) + short;
}

/**
 * `text` broken at spaces into lines of at most `width` columns; a longer word is broken anywhere.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    const joined = line === '' ? rest : `${line} ${rest}`;
    if (columnsOf(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    while (columnsOf(rest) > width) {
      // A wide character may not fit at all: then it stands alone, one column over.
      const head = cut(rest, width, '') || String.fromCodePoint(rest.codePointAt(0)!);
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line = rest;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function characterColumns(code: number): number {
  if (code < 0x300) return 1;
  if (within(ZERO, code)) return 0;
  return within(WIDE, code) ? 2 : 1;
}

function within(ranges: readonly (readonly [number, number])[], code: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (code < ranges[middle][0]) high = middle;
    else if (code >= ranges[middle][1]) low = middle + 1;
    else return true;
  }
  return false;
}
