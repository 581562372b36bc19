// Names that nothing binds: a slip of the keyboard, a forgotten import, or a built-in that the
// simulator has not. Each is told once for a function, with the nearest name that is visible
// there. What CPython's symbol table refuses (global, nonlocal, parameters) is told here too.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Definitions, Environment } from './check-definitions.ts';
import type { Place, Rule } from './check-walk.ts';
import { hintForName } from './foreign-spelling.ts';
import { mangle, type Scope, type Scopes } from './scope.ts';
import { didYouMean } from './suggest.ts';
import type { Expression, Name, Statement } from './tree.ts';
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
  readonly #handlerNames = new Map<Expression, string>();
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
      if (message.startsWith('duplicate argument')) continue;
      report({ severity: 'error', code: 'scope', message, span });
    }
  }

  /** `except ValueError, error`: Python 2 bound a name so, Python 3 names two exceptions. */
  statement(node: Statement): void {
    if (node.kind !== 'Try') return;
    for (const { type } of node.handlers) {
      if (type?.kind !== 'Tuple' || type.elements.length !== 2) continue;
      const [first, second] = type.elements as readonly [Expression, Expression];
      if (first.kind !== 'Name' || second.kind !== 'Name') continue;
      this.#handlerNames.set(second, `Python 3 writes: except ${first.id} as ${second.id}`);
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
    const hint = this.#handlerNames.get(node) ?? this.#hint(id, place.scope);
    this.#error('unknown-name', `name '${id}' is not defined`, span, hint);
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
    const home = this.#hintFromClass(id, scope) ?? hintForName(id);
    if (home !== undefined) return home;
    if (this.#comparisons <= 0) return undefined;
    const bound = this.#visible.get(scope) ?? namesVisibleFrom(scope);
    this.#visible.set(scope, bound);
    const visible = [...bound, ...builtins.keys(), ...extraNames, ...(atHand?.keys() ?? [])];
    this.#comparisons -= visible.length;
    return didYouMean(id, visible) ?? this.#hintFromOtherScope(id);
  }

  /** In a method: `self` that is no parameter, a name that is one of the class. */
  #hintFromClass(id: string, scope: Scope): string | undefined {
    let method = scope;
    while (method.parent !== null && method.parent.kind !== 'class') method = method.parent;
    const { node, parent } = method;
    if (parent === null || node.kind !== 'FunctionDef') return undefined;
    const { positionalOnly, positional } = node.parameters;
    const first = (positionalOnly[0] ?? positional[0])?.name;
    if (id === 'self' && first === undefined) {
      return `a method's first parameter is the object: def ${node.name}(self)`;
    }
    if (id === 'self') return `write self as the first parameter: def ${node.name}(self, …)`;
    return parent.binds(id) ? `write ${first ?? 'self'}.${id}` : undefined;
  }

  /** A name that is bound, but inside of another function. */
  #hintFromOtherScope(id: string): string | undefined {
    if (this.#comparisons <= 0) return undefined;
    for (const scope of this.#scopes.all()) {
      this.#comparisons--;
      if (scope.node.kind !== 'FunctionDef' || !scope.binds(id)) continue;
      return `it is a local name of ${scope.node.name}(): return it, or declare it outside`;
    }
    return undefined;
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
