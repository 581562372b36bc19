// Runs snippets on both sides and keeps the score by theme: how many print the same, how many
// differ, how many the simulator refuses before they run though CPython runs them, and how many are
// no Python for either.
import { Oracle } from '../conformance/oracle.ts';
import { isRefused, runSnippet } from './run-snippet.ts';
import { type Snippet, shrink } from './snippets.ts';

type Verdict = 'equal' | 'different' | 'refused' | 'unreadable';

const VERDICTS: readonly Verdict[] = ['equal', 'different', 'refused', 'unreadable'];

function judge(cpython: string, here: string): Verdict {
  if (cpython === here) return 'equal';
  if (!isRefused(here)) return 'different';
  return cpython.startsWith('not Python: ') ? 'unreadable' : 'refused';
}

export class Comparison {
  readonly oracle = new Oracle();
  readonly differing: Snippet[] = [];
  /** What was refused, by the reason, with how often and the first of them. */
  readonly refusals = new Map<string, { count: number; readonly text: string }>();
  /** Wall-clock milliseconds that each side took. */
  readonly spent = { cpython: 0, here: 0 };
  readonly #counts = new Map<string, Map<Verdict, number>>();

  async add(snippets: readonly Snippet[]): Promise<void> {
    const started = performance.now();
    const expected = await this.oracle.outcomes(snippets.map(({ text }) => text));
    const asked = performance.now();
    snippets.forEach((snippet, index) => {
      this.#count(snippet, expected[index], runSnippet(snippet.text));
    });
    this.spent.cpython += asked - started;
    this.spent.here += performance.now() - asked;
  }

  /** A snippet that differs, as small as it gets, with what both print. */
  async explain(snippet: Snippet): Promise<string> {
    const text = await shrink(snippet, async (one) => {
      const [expected] = await this.oracle.outcomes([one]);
      return judge(expected, runSnippet(one)) === 'different';
    });
    const [expected] = await this.oracle.outcomes([text]);
    const { theme, place, seed } = snippet;
    const sides = `CPython: ${expected}here:    ${runSnippet(text)}`;
    return `${theme}, snippet ${place} of seed ${seed}\n${text}${sides}`;
  }

  /** The score by theme. */
  table(): string {
    const row = (name: string, cells: readonly unknown[]): string =>
      name.padEnd(22) + cells.map((cell) => String(cell).padStart(10)).join('');
    const rows = [...this.#counts].map(([theme, found]) =>
      row(
        theme,
        VERDICTS.map((verdict) => found.get(verdict) ?? 0),
      ),
    );
    return [row('theme', VERDICTS), ...rows].join('\n');
  }

  #count(snippet: Snippet, cpython: string, here: string): void {
    const verdict = judge(cpython, here);
    const counts = this.#counts.get(snippet.theme) ?? new Map<Verdict, number>();
    this.#counts.set(snippet.theme, counts.set(verdict, (counts.get(verdict) ?? 0) + 1));
    if (verdict === 'different') this.differing.push(snippet);
    if (verdict !== 'refused') return;
    const known = this.refusals.get(here) ?? { count: 0, text: snippet.text };
    known.count++;
    this.refusals.set(here, known);
  }
}
