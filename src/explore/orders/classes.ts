// Runs that differ in more than the order of what commutes: each stretch is told apart by what came
// before it, or with it, and does not commute with it, and by how its questions of few answers were
// answered. Two runs with the same stretches in this sense are equivalent: they leave the same
// state. Source: Mazurkiewicz, "Trace theory" (1987), by its dependence graphs.

import type { Run } from './search-tree.ts';
import { byText } from './sleep-set.ts';

export class Classes {
  /** Short names of stretches, which would grow with all that came before them. */
  readonly #names = new Map<string, number>();
  readonly #classes = new Set<string>();

  /** How many there are among the runs that were added. */
  get count(): number {
    return this.#classes.size;
  }

  add(run: Run): void {
    const { stretches, clashes } = run.record;
    const answers = answersByStretch(run);
    const names: number[] = [];
    clashes.forEach((before, at) => {
      const { id, moment } = stretches[at];
      const links = before.map(
        (each) => `${names[each]}${stretches[each].moment === moment ? '=' : '<'}`,
      );
      names.push(this.#nameOf(`${id} ${links.sort(byText).join(' ')} ${answers.get(at) ?? ''}`));
    });
    names.sort((a, b) => a - b);
    this.#classes.add(names.join(' '));
  }

  #nameOf(text: string): number {
    const name = this.#names.get(text) ?? this.#names.size;
    this.#names.set(text, name);
    return name;
  }
}

/** How the questions of each stretch were answered, but for those of lengths in a range. */
function answersByStretch({ record, asked }: Run): Map<number, string> {
  const answers = new Map<number, string>();
  for (const decision of record.decisions) {
    if (decision.type !== 'question') continue;
    const { question, stretch } = decision;
    const { kind, range, answer } = asked[question];
    if (kind === 'timing' && range !== null && range.values === null) continue;
    const before = answers.get(stretch) ?? '';
    answers.set(stretch, `${before} ${JSON.stringify(answer)}`);
  }
  return answers;
}
