// What the terminal can do: width, colour, Unicode. NO_COLOR and FORCE_COLOR are respected; what is
// not a terminal gets plain text of 100 columns.

import pc from 'picocolors';

export interface TerminalOptions {
  /** Columns; null for the terminal's own, 100 elsewhere. */
  readonly width: number | null;
  readonly ascii: boolean;
}

const DEFAULT_WIDTH = 100;
const MIN_WIDTH = 40;

/** Columns to draw in. */
export function widthOf(options: TerminalOptions): number {
  const own = process.stdout.isTTY === true ? process.stdout.columns : DEFAULT_WIDTH;
  return Math.max(MIN_WIDTH, options.width ?? own ?? DEFAULT_WIDTH);
}

/** Whether to colour what goes to `stream`. */
export function isColoured(stream: { readonly isTTY?: boolean }): boolean {
  if (process.env.NO_COLOR) return false;
  const force = process.env.FORCE_COLOR;
  if (force !== undefined && force !== '0') return true;
  return stream.isTTY === true && process.env.TERM !== 'dumb';
}

/** Colours for a stream. */
export function colours(stream: { readonly isTTY?: boolean }): ReturnType<typeof pc.createColors> {
  return pc.createColors(isColoured(stream));
}
