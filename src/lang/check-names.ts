// Names that nothing binds: a slip of the keyboard, a forgotten import, or a built-in that the
// simulator has not. Each is told once for a function, with the nearest name that is visible
// there. What CPython's symbol table refuses (global, nonlocal, parameters) is told here too.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Definitions, Environment } from './check-definitions.ts';
import type { Place, Rule } from './check-walk.ts';
import { mangle, type Scope, type Scopes } from './scope.ts';
import { didYouMean } from './suggest.ts';
import type { Expression, Name } from './tree.ts';
import { reasonForBuiltin } from './unsupported.ts';

/** Names that every module has. */
const moduleNames = new Set([
  '__name__',
  '__file__',
  '__doc__',
  '__package__',
  '__spec__',
  '__loader__',
  '__builtins__',
  '__debug__',
  '__annotations__',
  '__dict__',
]);
/** Names that every class body has. */
const classNames = new Set(['__module__', '__qualname__']);

export class NameRule implements Rule {
  readonly #report: Report;
  readonly #environment: Environment;
  readonly #scopes: Scopes;
  readonly #starred: ReadonlySet<string>;
  /** A star import from a module that is refused may bind any name. */
  readonly #hasUnknownStar: boolean;
  /** Comparisons with known names that hints may still cost. */
  #comparisons = 200_000;
  readonly #visible = new Map<Scope, readonly string[]>();
  readonly #told = new Map<Scope, Set<string>>();

  constructor(report: Report, environment: Environment, definitions: Definitions) {
    this.#report = report;
    this.#environment = environment;
    this.#scopes = definitions.scopes;
    const { starImports } = this.#scopes;
    this.#hasUnknownStar = starImports.some((module) => !environment.modules.has(module));
    this.#starred = new Set(
      starImports.flatMap((module) => [...(environment.modules.get(module)?.keys() ?? [])]),
    );
    for (const { message, span } of this.#scopes.problems) {
      // The parser has seen the two parameters before.
      if (message.startsWith('duplicate parameter')) continue;
      report({ severity: 'error', code: 'scope', message, span });
    }
  }

  expression(node: Expression, place: Place): void {
    if (
      node.kind !== 'Name' ||
      this.#hasUnknownStar ||
      place.isGuarded ||
      place.caught.has('NameError')
    )
      return;
    const name = mangle(place.className, node.id);
    const variable = place.scope.get(name);
    if (variable?.reach !== 'builtin' || variable.declared === 'nonlocal') return;
    if (this.#isKnown(name, place)) return;
    const told = this.#told.get(place.scope.frame) ?? new Set();
    if (told.has(name)) return;
    this.#told.set(place.scope.frame, told.add(name));
    this.#unknown(node, place);
  }

  #isKnown(name: string, place: Place): boolean {
    const { builtins, atHand, extraNames } = this.#environment;
    if (builtins.has(name) || extraNames.has(name) || atHand?.has(name)) return true;
    if (moduleNames.has(name) || this.#starred.has(name) || name === '__class__') return true;
    return place.scope.frame.kind === 'class' && classNames.has(name);
  }

  #unknown(node: Name, place: Place): void {
    const { id, span } = node;
    const reason = reasonForBuiltin(id);
    if (reason !== null) {
      const message = `'${id}' is not supported: ${reason.reason}`;
      this.#error('unsupported', message, span, reason.instead);
      return;
    }
    this.#error('unknown-name', `name '${id}' is not defined`, span, this.#hint(id, place.scope));
  }

  #error(code: string, message: string, span: Span, hint?: string): void {
    const diagnostic = { severity: 'error', code, message, span } as const;
    this.#report(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }

  #hint(id: string, scope: Scope): string | undefined {
    const { modules, builtins, atHand, extraNames } = this.#environment;
    if (modules.has(id)) return `write 'import ${id}' first`;
    const asyncio = modules.get('asyncio');
    if (asyncio?.has(id)) return `did you mean 'asyncio.${id}'?`;
    if (id === 'true' || id === 'false')
      return `Python writes it '${id === 'true' ? 'True' : 'False'}'`;
    if (id === 'null' || id === 'none') return "Python writes it 'None'";
    if (this.#comparisons <= 0) return undefined;
    const bound = this.#visible.get(scope) ?? namesVisibleFrom(scope);
    this.#visible.set(scope, bound);
    const visible = [...bound, ...builtins.keys(), ...extraNames, ...(atHand?.keys() ?? [])];
    this.#comparisons -= visible.length;
    return didYouMean(id, visible);
  }
}

/** The names that are bound in a scope and in those around it, the nearest first. */
function namesVisibleFrom(scope: Scope): string[] {
  const names: string[] = [];
  for (let each: Scope | null = scope; each !== null; each = each.parent) {
    if (each.kind === 'class' && each !== scope) continue;
    for (const { name, reach } of each.variables.values()) {
      if (reach !== 'builtin') names.push(name);
    }
  }
  return names;
}
