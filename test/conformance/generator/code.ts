// Pieces of Python text with holes: what programs of the generator are put together from. A piece
// is drawn as data and written down last, when it is known how many tasks the program has, so a
// piece stays valid when fast-check takes others away. `@` in a template becomes a number that no
// other piece of the program has: it names variables (`group@`) and marks lines of output.
import fc from 'fast-check';

/** Where a piece stands. */
export interface Place {
  /** The number of the worker that holds it; -1 in `main`, which may wait for every worker. */
  readonly self: number;
  /** How many workers the program has. */
  readonly workers: number;
  fresh(): number;
}

/** Python text, perhaps of several lines, without a line break at its end. */
export type Code = (place: Place) => string;
export type Piece = fc.Arbitrary<Code>;
export type Hole = string | number | Piece;

/** A hole in a template. */
const MARK = '\u0001';

/**
 * A template in Python: `code\`await asyncio.sleep(${delay})\``. The margin of the template does
 * not count; a hole of several lines keeps the indentation of the line that it stands in.
 */
export function code(strings: TemplateStringsArray, ...holes: readonly Hole[]): Piece {
  const parts = withoutMargin(strings.join(MARK)).split(MARK);
  const filled = holes.map((hole) => (typeof hole === 'object' ? hole : constant(String(hole))));
  return fc.tuple(...filled).map((values) => (place) => {
    const numbered = parts.some((part) => part.includes('@'));
    const number = numbered ? String(place.fresh()) : '';
    let text = '';
    parts.forEach((part, index) => {
      text += part.replaceAll('@', number);
      if (index === values.length) return;
      text += indentedBelow(text, values[index](place));
    });
    return text;
  });
}

/** A text with the indentation of the line that it goes on. */
function indentedBelow(before: string, text: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return text.replaceAll('\n', `\n${/^ */.exec(line)![0]}`);
}

function constant(text: string): Piece {
  return fc.constant(() => text);
}

function withoutMargin(template: string): string {
  const lines = template.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const margins = lines.filter((line) => line !== '').map((line) => /^ */.exec(line)![0].length);
  return lines.map((line) => line.slice(Math.min(...margins))).join('\n');
}

/** One of some texts; the first is what shrinking leads to. */
export function word(...texts: readonly (string | number)[]): Piece {
  return fc.constantFrom(...texts).map((text) => () => String(text));
}

/** A small number below `count`. */
export function number(count: number): Piece {
  return fc.nat(count - 1).map((value) => () => String(value));
}

export type Weighted = readonly [weight: number, piece: Piece];

/** One of some pieces by their weights; the first is what shrinking leads to. */
export function choose(...options: readonly Weighted[]): Piece {
  const all = options.map(([weight, arbitrary]) => ({
    weight: Math.ceil(weight * 100),
    arbitrary,
  }));
  return fc.oneof({ withCrossShrink: true }, ...all);
}

/** Where a frame takes its body. */
const BODY = '\u0002';

/**
 * A body inside of one of some frames. Shrinking takes the frame away and leaves the body.
 * @param framesOf the frames; what it gets stands for the body, and is written once by each.
 */
export function framed(framesOf: (body: Piece) => readonly Weighted[], body: Piece): Piece {
  const hole = constant(BODY);
  const frame = choose([0.01, hole], ...framesOf(hole));
  return fc.tuple(frame, body).map(([outer, inner]) => (place) => {
    const [before, after] = outer(place).split(BODY);
    return before + indentedBelow(before, inner(place)) + after;
  });
}

/** Some pieces, one below the other; `pass` for none. */
export function lines(piece: Piece, minLength: number, maxLength: number): Piece {
  return joined(piece, minLength, maxLength, '\n').map((all) => (place) => all(place) || 'pass');
}

/** Some pieces with commas between them. */
export function list(piece: Piece, minLength: number, maxLength: number): Piece {
  return joined(piece, minLength, maxLength, ', ');
}

function joined(piece: Piece, minLength: number, maxLength: number, separator: string): Piece {
  return fc
    .array(piece, { minLength, maxLength, size: 'max' })
    .map((all) => (place) => all.map((one) => one(place)).join(separator));
}
