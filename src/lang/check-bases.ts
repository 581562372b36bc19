// Classes that derive from ready-made ones of which the simulator makes no others: told before the
// run, with what to write instead. All that is not named here, dict and list and asyncio's locks
// and queues among it, can be derived from.

import type { Report } from '../base/diagnostic.ts';
import type { Definitions } from './check-definitions.ts';
import type { Place, Rule } from './check-walk.ts';
import type { ClassDef, Statement } from './tree.ts';

/** The names of classes by module. */
const refused: ReadonlyMap<string, readonly string[]> = new Map([
  ['builtins', ['property', 'enumerate', 'map', 'filter', 'zip']],
  ['asyncio', ['Barrier', 'Future', 'Task', 'TaskGroup', 'Timeout', 'Runner', 'Handle']],
  ['contextlib', ['ExitStack', 'AsyncExitStack', 'closing', 'aclosing', 'nullcontext', 'suppress']],
  ['datetime', ['date', 'time', 'datetime', 'timedelta', 'timezone', 'tzinfo']],
  ['functools', ['partial', 'cached_property']],
]);

export class BaseRule implements Rule {
  readonly #report: Report;
  readonly #definitions: Definitions;

  constructor(report: Report, definitions: Definitions) {
    this.#report = report;
    this.#definitions = definitions;
  }

  statement(node: Statement, place: Place): void {
    if (node.kind === 'ClassDef') this.#class(node, place);
  }

  #class({ bases }: ClassDef, place: Place): void {
    const meanings = bases.map((base) => this.#definitions.meaningOf(base, place));
    for (const [index, meaning] of meanings.entries()) {
      if (meaning?.kind !== 'member') continue;
      const { module, name } = meaning;
      if (refused.get(module)?.includes(name) !== true) continue;
      const shown = module === 'builtins' ? name : `${module}.${name}`;
      this.#report({
        severity: 'error',
        code: 'unsupported',
        message: `a class derived from '${shown}' is not supported`,
        span: bases[index].span,
        hint: 'hold one in an attribute, and write the methods that are called',
      });
    }
  }
}
