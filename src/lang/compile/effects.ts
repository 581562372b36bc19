// Which expressions need instructions of their own. A call of what may be a function of the
// program, an await and a yield do; whatever holds one of these is `hoisted`: its parts are
// computed into temporaries in CPython's order. Everything else becomes one closure.

import { partsOf } from '../expression-parts.ts';
import type { Scope, Scopes } from '../scope.ts';
import type { Call, DictComp, ElementComprehension, Expression } from '../tree.ts';

/** It needs instructions. */
export const HOISTS = 1;
/** It assigns to a name: variables read before it may not be read after it instead. */
export const ASSIGNS = 2;

/** Built-in functions that never run a frame of the program but by re-entry, called in place. */
const IN_PLACE: ReadonlySet<string> = new Set(
  (
    'abs all any ascii bin bool bytes callable chr dict divmod enumerate float format frozenset ' +
    'getattr hasattr hash hex id int isinstance issubclass len list log max min now oct ord pow ' +
    'print range repr reversed round set setattr slice sorted str sum tuple zip'
  ).split(' '),
);

/** The effects of the expressions of one module, computed once each. */
export class Effects {
  readonly #scopes: Scopes;
  readonly #known = new Map<Expression, number>();

  constructor(scopes: Scopes) {
    this.#scopes = scopes;
  }

  /** HOISTS and ASSIGNS of an expression that is evaluated in `scope`. */
  of(node: Expression | null, scope: Scope): number {
    if (node === null || node.kind === 'Constant' || node.kind === 'Name') return 0;
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const effects = this.#compute(node, scope);
    this.#known.set(node, effects);
    return effects;
  }

  hoists(node: Expression | null, scope: Scope): boolean {
    return (this.of(node, scope) & HOISTS) !== 0;
  }

  #compute(node: Expression, scope: Scope): number {
    switch (node.kind) {
      case 'Name':
        return 0;
      case 'NamedExpr':
        return ASSIGNS | this.of(node.value, scope);
      case 'Lambda': {
        const { positionalOnly, positional, keywordOnly } = node.parameters;
        const all = [...positionalOnly, ...positional, ...keywordOnly];
        return this.#union(
          all.map((each) => each.default),
          scope,
        );
      }
      case 'Await':
      case 'Yield':
      case 'YieldFrom':
        return HOISTS | this.of(node.value, scope);
      case 'GeneratorExp':
        return this.of(node.generators[0].iterable, scope);
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
        return this.#comprehension(node, scope);
      case 'Call':
        return this.#union(partsOf(node), scope) | (isInPlace(node, scope) ? 0 : HOISTS);
      default:
        return this.#union(partsOf(node), scope);
    }
  }

  #comprehension(node: ElementComprehension | DictComp, scope: Scope): number {
    const inner = this.#scopes.of(node);
    let effects = this.of(node.generators[0].iterable, scope);
    node.generators.forEach((clause, index) => {
      if (clause.isAsync) effects |= HOISTS;
      if (index > 0) effects |= this.of(clause.iterable, inner);
      effects |= this.of(clause.target, inner) | this.#union(clause.conditions, inner);
    });
    const parts = node.kind === 'DictComp' ? [node.key, node.value] : [node.element];
    return effects | this.#union(parts, inner);
  }

  #union(nodes: readonly (Expression | null)[], scope: Scope): number {
    let effects = 0;
    for (const node of nodes) effects |= this.of(node, scope);
    return effects;
  }
}

/** Whether a call is of a built-in by its own name that is called in place. */
export function isInPlace(node: Call, scope: Scope): boolean {
  if (node.callee.kind !== 'Name' || !IN_PLACE.has(node.callee.id)) return false;
  if (scope.get(node.callee.id)?.reach !== 'builtin') return false;
  return !node.args.some((arg) => arg.kind === 'Starred');
}
