// Runs programs on both sides and keeps the score: by theme, and by the level at which two runs
// differ first.
import { differingLevel, type Level, sideBySide } from './compare.ts';
import { Oracle, OracleLost } from './oracle.ts';
import { type DrawnProgram, shrink } from './programs.ts';
import { runText } from './text-runs.ts';

/** `refused`: the simulator does not take the program; `lost`: CPython died of it. */
export type Verdict = 'equal' | 'refused' | 'lost' | Level;

const VERDICTS: readonly Verdict[] = [
  ...(['equal', 'printed', 'states', 'handles', 'refused', 'lost'] as const),
];

export class Comparison {
  readonly oracle = new Oracle({ covers: true });
  readonly failures: { readonly program: DrawnProgram; readonly verdict: Verdict }[] = [];
  readonly refusals = new Set<string>();
  programs = 0;
  readonly #counts = new Map<string, Map<Verdict, number>>();
  #prints = 0;
  #handles = 0;

  async add(program: DrawnProgram): Promise<void> {
    this.programs++;
    const verdict = await this.#judge(program.text);
    const counts = this.#counts.get(program.theme) ?? new Map<Verdict, number>();
    this.#counts.set(program.theme, counts.set(verdict, (counts.get(verdict) ?? 0) + 1));
    if (verdict !== 'equal') this.failures.push({ program, verdict });
  }

  /** A failure, as small as it gets, with both runs. */
  async explain(program: DrawnProgram): Promise<string> {
    const text = await shrink(program, async (one) => (await this.#judge(one)) !== 'equal');
    let runs: string;
    try {
      runs = sideBySide(await this.oracle.observe(text), runText(text));
    } catch (error) {
      runs = (error as Error).message;
    }
    return `${program.theme}, program ${program.place} of seed ${program.seed}\n\n${text}\n${runs}\n`;
  }

  summary(): string {
    const compared = `${this.#prints} prints, ${this.#handles} handles compared`;
    return `${this.programs} programs, ${compared}, ${this.failures.length} programs differ`;
  }

  /** The score by theme. */
  table(): string {
    const row = (name: string, cells: readonly unknown[]): string =>
      name.padEnd(14) + cells.map((cell) => String(cell).padStart(9)).join('');
    const rows = [...this.#counts].map(([theme, found]) =>
      row(
        theme,
        VERDICTS.map((verdict) => found.get(verdict) ?? 0),
      ),
    );
    return [row('theme', VERDICTS), ...rows].join('\n');
  }

  async #judge(text: string): Promise<Verdict> {
    try {
      const cpython = await this.oracle.observe(text);
      this.#prints += cpython.printed.length;
      for (const [, , kinds] of cpython.handles) this.#handles += kinds.split(' ').length;
      return differingLevel(cpython, runText(text)) ?? 'equal';
    } catch (error) {
      if (error instanceof OracleLost) return 'lost';
      this.refusals.add((error as Error).message);
      return 'refused';
    }
  }
}
