// Where two runs of one program differ first, level by level: what it prints, what becomes of its
// tasks, which handles are executed; and both runs side by side for whoever has to find out why.
import type { TextRun } from './text-runs.ts';

/** `printed`: level 1; `states`: level 2; `handles`: level 3. */
export type Level = 'printed' | 'states' | 'handles';

/** The first level at which they differ, null where they are equal. */
export function differingLevel(cpython: TextRun, here: TextRun): Level | null {
  const same = (of: (run: TextRun) => unknown): boolean =>
    JSON.stringify(of(cpython)) === JSON.stringify(of(here));
  if (!same(({ printed }) => printed)) return 'printed';
  if (!same(({ status, tasks, cancelling }) => [status, tasks, cancelling])) return 'states';
  return same(({ handles }) => handles) ? null : 'handles';
}

/** A run as lines: `iteration time text`, handles and prints in order of iterations. */
function linesOf({ status, printed, tasks, cancelling, handles }: TextRun): string[] {
  const lines: string[] = [];
  let next = 0;
  const print = (iteration: number): void => {
    for (; next < printed.length && printed[next][0] <= iteration; next++) {
      const [at, time, task, text] = printed[next];
      lines.push(`${at} ${time} T${task}| ${text.trimEnd()}`);
    }
  };
  for (const [iteration, time, kinds] of handles) {
    print(iteration - 1);
    lines.push(`${iteration} ${time} ${kinds}`);
    print(iteration);
  }
  print(Number.POSITIVE_INFINITY);
  tasks.forEach((task, index) => {
    lines.push(`T${index + 1} ${task} cancelling=${cancelling[index]}`);
  });
  return [...lines, status];
}

/** Characters of one column. */
const COLUMN = 62;

/** Both runs in two columns; lines that differ are marked. */
export function sideBySide(cpython: TextRun, here: TextRun): string {
  const [left, right] = [linesOf(cpython), linesOf(here)];
  const rows = [`  ${'CPython'.padEnd(COLUMN)} here`];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [a = '', b = ''] = [left[i], right[i]];
    const mark = a === b ? ' ' : '!';
    rows.push(`${mark} ${a.slice(0, COLUMN).padEnd(COLUMN)} ${b.slice(0, COLUMN)}`.trimEnd());
  }
  return rows.join('\n');
}
