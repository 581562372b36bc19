// The outer shape of a line of Python inside a YAML file: where its brackets close, where its
// commas and its comment are, strings passed over. It serves the advice of yaml-traps.ts only; the
// grammar of the language is in lang/.

type Visit = (offset: number, depth: number) => boolean;

/**
 * Calls `visit` for every character outside strings until it answers true; returns that offset
 * or -1.
 */
function scan(text: string, start: number, end: number, visit: Visit): number {
  let depth = 0;
  for (let offset = start; offset < end; offset++) {
    const character = text[offset]!;
    if (character === '"' || character === "'") {
      offset = endOfString(text, offset, end);
      continue;
    }
    if ('([{'.includes(character)) depth++;
    if (visit(offset, depth)) return offset;
    if (')]}'.includes(character)) depth--;
  }
  return -1;
}

/** The offset of a string's closing quote; `end` where it has none. */
function endOfString(text: string, start: number, end: number): number {
  const quote = text[start];
  for (let offset = start + 1; offset < end; offset++) {
    if (text[offset] === '\\') offset++;
    else if (text[offset] === quote) return offset;
  }
  return end;
}

/** The offset of the bracket that closes the one at `start`, or -1. */
export function closingBracket(text: string, start: number, end: number): number {
  return scan(text, start, end, (offset, depth) => depth === 1 && ')]}'.includes(text[offset]!));
}

/** The offset of the first `#` that starts a comment, both for Python and for YAML, or -1. */
export function commentStart(text: string, start: number, end: number): number {
  return scan(
    text,
    start,
    end,
    (offset) => text[offset] === '#' && (offset === start || /\s/.test(text[offset - 1]!)),
  );
}

/** The stretches between the commas outside brackets, blanks around them cut. */
export function splitAtCommas(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number }[] {
  const items: { start: number; end: number }[] = [];
  let from = start;
  const add = (to: number) => {
    const item = text.slice(from, to);
    const first = from + item.length - item.trimStart().length;
    items.push({ start: first, end: Math.max(first, from + item.trimEnd().length) });
    from = to + 1;
  };
  scan(text, start, end, (offset, depth) => {
    if (depth === 0 && text[offset] === ',') add(offset);
    return false;
  });
  add(end);
  return items;
}

/** Whether every bracket and every string of the text is closed in it. */
export function isComplete(text: string): boolean {
  let depth = 0;
  let lowest = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset]!;
    if (character === '"' || character === "'") {
      offset = endOfString(text, offset, text.length);
      if (offset === text.length) return false;
    } else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    lowest = Math.min(lowest, depth);
  }
  return depth === 0 && lowest === 0;
}
