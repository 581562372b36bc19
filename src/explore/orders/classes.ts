// Runs that differ in more than the order of what commutes: each stretch is told apart by those
// that it came after, or with, because it does not commute with them, and by how its questions of
// few answers were answered. Those that it came after directly tell of the others, and those that
// nothing came after tell of all. Two runs of one name are equivalent: they leave the same state.
// Source: Mazurkiewicz, "Trace theory" (1987), by its dependence graphs.

import type { Causes } from './causes.ts';
import { byText } from './firing.ts';
import type { Run } from './search-tree.ts';

export class Classes {
  /** Short names of stretches, which would grow with all that came before them. */
  readonly #names = new Map<string, number>();
  readonly #classes = new Set<string>();

  /** How many there are among the runs that were added. */
  get count(): number {
    return this.#classes.size;
  }

  /** `causes`: of this run. */
  add(run: Run, causes: Causes): void {
    const { stretches, clashes } = run.record;
    const answers = answersByStretch(run);
    const names: number[] = [];
    const last = new Set<number>();
    for (let at = 0; at < clashes.count; at++) {
      const { id, moment } = stretches[at];
      const links: string[] = [];
      for (const each of causes.directlyBefore(at)) {
        links.push(`${names[each]}${stretches[each].moment === moment ? '=' : '<'}`);
        last.delete(names[each]);
      }
      const name = this.#nameOf(`${id} ${links.sort(byText).join(' ')} ${answers.get(at) ?? ''}`);
      names.push(name);
      last.add(name);
    }
    this.#classes.add([...last].sort((a, b) => a - b).join(' '));
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
