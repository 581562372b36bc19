// How reports look: the width of the page, whether it takes Unicode, and how words are marked.
// Reports never write escape sequences themselves; whoever knows the terminal gives functions that
// do. A style may add what takes no column, and nothing else.

/** Marks a piece of text. */
export type Mark = (text: string) => string;

export interface Style {
  readonly heading: Mark;
  readonly dim: Mark;
  readonly good: Mark;
  readonly bad: Mark;
  readonly cancelled: Mark;
  readonly running: Mark;
  readonly ready: Mark;
  readonly sleeping: Mark;
  readonly awaiting: Mark;
  readonly waiting: Mark;
  readonly holding: Mark;
}

export interface Page {
  /** Columns that no line of a report exceeds. */
  readonly width: number;
  /** Whether characters beyond ASCII may be used for pictures. */
  readonly unicode: boolean;
  readonly style: Style;
}

const same: Mark = (text) => text;

/** Text as it is. */
export const plainStyle: Style = {
  heading: same,
  dim: same,
  good: same,
  bad: same,
  cancelled: same,
  running: same,
  ready: same,
  sleeping: same,
  awaiting: same,
  waiting: same,
  holding: same,
};

/** A hundred columns of Unicode without colour. */
export const plainPage: Page = { width: 100, unicode: true, style: plainStyle };
