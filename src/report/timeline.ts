// The tasks of a run as a picture in text: a row a task, time from left to right, what each does
// drawn by a character, and how it ended. At most `rows` rows (60 unless told): more tasks share
// rows, see timeline-plan.ts. Every row is as wide as every other, and no line is wider than the
// page, whose width counts as at least MINIMUM_WIDTH.

import { columnsOf, cut, fitLeft, wrap } from '../base/columns.ts';
import { printable } from '../base/printable.ts';
import type { Mark, Page, Style } from './page.ts';
import { formatSeconds } from './seconds.ts';
import { type Axis, iterationAxis, timeAxis } from './timeline-axis.ts';
import { aliveIn, type Cell, cellsOf } from './timeline-cells.ts';
import type { Outcome, TimelineData } from './timeline-data.ts';
import { planRows, type TimelineRow } from './timeline-plan.ts';

export const DEFAULT_ROWS = 60;
export const MINIMUM_WIDTH = 40;

/** From this many rows on the axis is drawn below them too. */
const ROWS_FOR_TWO_AXES = 20;

interface Glyphs {
  /** By state. */
  readonly states: readonly string[];
  readonly ends: Readonly<Record<Outcome | 'pending', string>>;
  readonly wake: string;
  /** From few to many. */
  readonly levels: string;
  readonly ruler: { readonly line: string; readonly tick: string; readonly gap: string };
  readonly ellipsis: string;
  readonly times: string;
  readonly separator: string;
}

const UNICODE: Glyphs = {
  states: ['█', '▌', '─', '·', '░', '▓', '▒'],
  ends: { returned: '✓', raised: '✗', cancelled: '⊘', pending: '…' },
  wake: '┼',
  levels: '▁▂▃▄▅▆▇█',
  ruler: { line: '─', tick: '┬', gap: '╱' },
  ellipsis: '…',
  times: '×',
  separator: ' · ',
};

const ASCII: Glyphs = {
  states: ['#', '|', '-', '.', ':', '=', '%'],
  ends: { returned: 'v', raised: 'x', cancelled: 'c', pending: '>' },
  wake: '+',
  levels: '12345678',
  ruler: { line: '-', tick: '+', gap: '/' },
  ellipsis: '~',
  times: 'x',
  separator: ' | ',
};

const STATE_MARKS: readonly (keyof Style)[] = [
  'running',
  'ready',
  'sleeping',
  'awaiting',
  'waiting',
  'holding',
  'holding',
];

const END_MARKS: Readonly<Record<Outcome | 'pending', keyof Style>> = {
  returned: 'good',
  raised: 'bad',
  cancelled: 'cancelled',
  pending: 'bad',
};

/** The timeline of a run on `page`, in at most `maximumRows` rows (2 or more) between its axes. */
export function renderTimeline(
  data: TimelineData,
  page: Page,
  maximumRows: number = DEFAULT_ROWS,
): string {
  if (data.total === 0) return 'no tasks';
  const glyphs = page.unicode ? UNICODE : ASCII;
  const width = Math.max(page.width, MINIMUM_WIDTH);
  const rows = planRows(data, maximumRows);
  const labels = labelsOf(rows, glyphs, Math.floor(width * 0.35));
  const margin = columnsOf(labels[0]) + 1;
  const axis = axisOf(data, width - margin - 1);
  const seen = new Set<string>();
  const lines = rows.map((row, i) => {
    const picture =
      row.kind === 'density'
        ? densityText(row, axis, glyphs, page.style)
        : cellsText(cellsOf(row.tasks, axis), glyphs, page.style, seen);
    if (row.kind === 'density') seen.add(densityOf(glyphs));
    return `${labels[i]} ${picture}`;
  });
  const [scale, ruler] = axisLines(axis, glyphs).map((line) => ' '.repeat(margin) + line);
  const below = rows.length >= ROWS_FOR_TWO_AXES ? [page.style.dim(ruler), scale] : [];
  return [
    ...wrap(titleOf(data, axis, rows, glyphs), width).map(page.style.heading),
    scale,
    page.style.dim(ruler),
    ...lines,
    ...below,
    ...legendOf(data, seen, glyphs, width, page.style),
  ].join('\n');
}

function axisOf(data: TimelineData, columns: number): Axis {
  if (!(data.endTime > 0)) return iterationAxis(data.endIteration, columns);
  const instants = new Set<number>();
  for (const { tasks } of data.coroutines) {
    for (const { times, end } of tasks) {
      for (const time of times) instants.add(time);
      if (end !== null) instants.add(end.time);
    }
  }
  return timeAxis(data.endTime, instants, columns);
}

/** Labels of equal width: name and coroutine, each in its own column. */
function labelsOf(rows: readonly TimelineRow[], glyphs: Glyphs, maximum: number): string[] {
  const names = rows.map((row) => nameOf(row, glyphs));
  const coroutines = rows.map((row) => {
    const name = printable(row.coroutine);
    return row.kind === 'task' ? name : `${name} ${glyphs.times}${row.count}`;
  });
  const widest = (texts: readonly string[]) =>
    texts.reduce((width, text) => Math.max(width, columnsOf(text)), 0);
  const coroutineWidth = Math.min(widest(coroutines), Math.floor(maximum / 2));
  const nameWidth = Math.min(widest(names), maximum - coroutineWidth - 1);
  return names.map((name, i) => {
    const left = fitLeft(name, nameWidth, glyphs.ellipsis);
    return `${left} ${fitLeft(coroutines[i], coroutineWidth, glyphs.ellipsis)}`;
  });
}

function nameOf(row: TimelineRow, glyphs: Glyphs): string {
  if (row.kind === 'rest') return 'not drawn';
  if (row.kind === 'density') return 'alive';
  const name = printable(row.tasks[0].name);
  return row.kind === 'task' ? name : `${name}${glyphs.ellipsis}`;
}

function cellsText(
  cells: readonly Cell[],
  glyphs: Glyphs,
  style: Style,
  seen: Set<string>,
): string {
  let text = '';
  let run = '';
  let runMark: Mark | null = null;
  for (const cell of cells) {
    const [glyph, mark] = glyphOf(cell, glyphs, style);
    if (cell.kind !== 'empty') seen.add(glyph);
    if (mark !== runMark) {
      text += runMark === null ? run : runMark(run);
      run = '';
      runMark = mark;
    }
    run += glyph;
  }
  return text + (runMark === null ? run : runMark(run));
}

function glyphOf(cell: Cell, glyphs: Glyphs, style: Style): readonly [string, Mark | null] {
  switch (cell.kind) {
    case 'empty':
      return [' ', null];
    case 'wake':
      return [glyphs.wake, style.sleeping];
    case 'end':
      return [glyphs.ends[cell.outcome], style[END_MARKS[cell.outcome]]];
    case 'state':
      return [glyphs.states[cell.state], style[STATE_MARKS[cell.state]]];
  }
}

function densityText(row: TimelineRow, axis: Axis, glyphs: Glyphs, style: Style): string {
  const alive = aliveIn(row.tasks, axis);
  const most = alive.reduce((a, b) => Math.max(a, b), 0);
  const levels = [...glyphs.levels];
  let text = '';
  for (const count of alive) {
    const level = Math.ceil((count / most) * levels.length - 1e-9);
    text += count > 0 && most > 0 ? levels[Math.max(0, level - 1)] : ' ';
  }
  return `${style.dim(text)} `;
}

/** Labels of the ticks above, the ruler below; both as wide as a row's picture. */
function axisLines(axis: Axis, glyphs: Glyphs): readonly [string, string] {
  const { line, tick, gap } = glyphs.ruler;
  const ruler = Array.from({ length: axis.cells + 1 }, () => line);
  for (const { isGap, firstCell, cells } of axis.segments) {
    if (isGap) ruler.fill(gap, firstCell, firstCell + cells);
  }
  let labels = '';
  for (const [cell, label] of axis.ticks) {
    ruler[cell] = tick;
    // The last label ends with the axis rather than beyond it.
    const start = Math.min(cell, axis.cells + 1 - label.length);
    const isFree = start === 0 || start > labels.length;
    if (label !== '' && isFree) labels = labels.padEnd(start) + label;
  }
  return [labels.padEnd(axis.cells + 1), ruler.join('')];
}

function titleOf(
  data: TimelineData,
  axis: Axis,
  rows: readonly TimelineRow[],
  glyphs: Glyphs,
): string {
  const parts = [data.total === 1 ? '1 task' : `${data.total} tasks`];
  if (axis.unit === 'iterations') {
    parts.push('no virtual time passes: the axis counts iterations');
  } else {
    parts.push(`0 to ${formatSeconds(data.endTime)}`);
  }
  const folded = axis.segments.filter(({ isGap }) => isGap);
  if (folded.length > 0) parts.push(`a tick is ${formatSeconds(axis.perTick)}`);
  else if (axis.unit === 'seconds') {
    parts.push(`a column is ${formatSeconds(Number(axis.perCell.toPrecision(3)))}`);
  }
  if (folded.length > 0) {
    const lengths = folded.map(({ from, to }) => formatSeconds(to - from)).join(', ');
    parts.push(`${glyphs.ruler.gap.repeat(2)} folds ${lengths} without a change`);
  }
  if (rows.some(({ kind }) => kind === 'tasks')) parts.push(`${rows.length} rows`);
  const stride = data.coroutines.reduce((most, coroutine) => Math.max(most, coroutine.stride), 1);
  if (stride > 1) parts.push(`up to 1 task in ${stride} drawn`);
  if (data.quantum > 0) {
    const unit = data.endTime > 0 ? formatSeconds(data.quantum) : `${data.quantum} iterations`;
    parts.push(`changes within ${unit} merged`);
  }
  return parts.join(glyphs.separator);
}

function legendOf(
  data: TimelineData,
  seen: ReadonlySet<string>,
  glyphs: Glyphs,
  width: number,
  style: Style,
): string[] {
  const waited = namesText(data.waited, glyphs);
  const held = namesText(data.held, glyphs);
  const { states, ends } = glyphs;
  const entries: readonly (readonly [string, string, Mark])[] = [
    [states[0], 'running', style.running],
    [states[1], 'ready', style.ready],
    [states[2], 'sleeping', style.sleeping],
    [glyphs.wake, 'wakes, sleeps again', style.sleeping],
    [states[3], 'awaiting', style.awaiting],
    [states[4], `waiting${waited}`, style.waiting],
    [states[5], `holding${held}`, style.holding],
    [states[6], 'holding and waiting', style.holding],
    [ends.returned, 'returned', style.good],
    [ends.raised, 'raised', style.bad],
    [ends.cancelled, 'cancelled', style.cancelled],
    [ends.pending, 'pending', style.bad],
    [densityOf(glyphs), 'share alive', style.dim],
  ];
  const lines: string[] = [];
  let room = 0;
  for (const [glyph, word, mark] of entries) {
    if (!seen.has(glyph)) continue;
    const text = cut(word, width - columnsOf(glyph) - 1, glyphs.ellipsis);
    const taken = columnsOf(glyph) + 1 + columnsOf(text);
    const part = `${mark(glyph)} ${text}`;
    if (taken + 2 > room) {
      lines.push(part);
      room = width - taken;
    } else {
      lines[lines.length - 1] += `  ${part}`;
      room -= taken + 2;
    }
  }
  return lines;
}

function densityOf(glyphs: Glyphs): string {
  const levels = [...glyphs.levels];
  return `${levels[0]}${glyphs.ellipsis}${levels[levels.length - 1]}`;
}

function namesText(names: readonly string[], glyphs: Glyphs): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, 3).map((name) => cut(printable(name), 20, glyphs.ellipsis));
  return ` (${shown.join(', ')}${names.length > 3 ? `, ${glyphs.ellipsis}` : ''})`;
}
