// What an expression is known to mean before the program runs: a module, a member of one, a
// function or class of the program, an object of an asyncio class. Known is only what is bound
// exactly once and without a decorator, so that a rule that relies on it is never wrong about a
// program that rebinds names. Everything else has no meaning here.

import type { Place, Rule } from './check-walk.ts';
import { mangle, type Scope, type Scopes } from './scope.ts';
import type { ClassDef, Expression, FunctionDef, Name, Statement } from './tree.ts';

/** What the checker must know of a name: its signature, where it is callable. */
export interface KnownName {
  readonly signature?: string;
  /** Of a class, and of a function that gives one: what its objects have. */
  readonly members?: () => Members;
}

/** The attributes of a class: methods with their signature and the class that defines them. */
export interface Members {
  /** What messages call the class. */
  readonly className: string;
  readonly names: ReadonlyMap<string, { readonly signature?: string; readonly owner: string }>;
}

/** What the simulator provides: the real tables are given by whoever knows them. */
export interface Environment {
  readonly builtins: ReadonlyMap<string, KnownName>;
  /** Modules by their full name, with their members. */
  readonly modules: ReadonlyMap<string, ReadonlyMap<string, KnownName>>;
  /** Names that are at hand without import, and what they are: a module, or a member of one. */
  readonly atHand?: ReadonlyMap<string, Origin>;
  /** Further names that are bound from outside: `result`, `error`. */
  readonly extraNames: ReadonlySet<string>;
}

/** A module, or a member of one. */
export interface Origin {
  readonly module: string;
  readonly member: string | null;
}

export type Meaning =
  | { readonly kind: 'module'; readonly module: string }
  | {
      readonly kind: 'member';
      /** `builtins` for a built-in. */
      readonly module: string;
      readonly name: string;
      readonly known: KnownName;
    }
  | { readonly kind: 'function'; readonly node: FunctionDef }
  | { readonly kind: 'class'; readonly node: ClassDef }
  /** An object that was made by calling a member: `asyncio.Lock()`. */
  | {
      readonly kind: 'object';
      readonly module: string;
      readonly name: string;
      readonly known: KnownName;
    };

type Source =
  | { readonly kind: 'origin'; readonly origin: Origin }
  | { readonly kind: 'function'; readonly node: FunctionDef }
  | { readonly kind: 'class'; readonly node: ClassDef }
  | { readonly kind: 'value'; readonly value: Expression; readonly place: Place };

/** Collects, in a walk of its own, what every name is bound to. */
export class Definitions implements Rule {
  readonly #scopes: Scopes;
  readonly #environment: Environment;
  readonly #sources = new Map<Scope, Map<string, Source>>();
  readonly #bindings = new Map<Scope, Map<string, number>>();
  /** Names that are being looked up: `a = b(); b = a()` has no meaning. */
  readonly #pending = new Set<Source>();
  readonly #mentions = new Map<Scope, Map<string, number>>();
  readonly #setAttributes = new Set<string>();
  readonly #baseNames = new Set<string>();
  #setsTaskFactory = false;
  #setsAttributes = false;

  constructor(scopes: Scopes, environment: Environment) {
    this.#scopes = scopes;
    this.#environment = environment;
    for (const scope of scopes.all()) {
      for (const { name, owner, bindings } of scope.variables.values()) {
        const counts = mapOf(this.#bindings, owner);
        counts.set(name, (counts.get(name) ?? 0) + bindings.length);
      }
    }
  }

  expression(node: Expression, place: Place): void {
    if (node.kind === 'Attribute') {
      if (node.name === 'set_task_factory') this.#setsTaskFactory = true;
      return;
    }
    if (node.kind !== 'Name') return;
    const name = mangle(place.className, node.id);
    if (name === 'setattr') this.#setsAttributes = true;
    const owner = place.scope.get(name)?.owner;
    if (owner === undefined) return;
    const counts = mapOf(this.#mentions, owner);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }

  /** How often a name stands in the text, its assignments included, whatever scope it stands in. */
  mentionsOf(node: Name, place: Place): number {
    const name = mangle(place.className, node.id);
    const owner = place.scope.get(name)?.owner;
    return owner === undefined ? 0 : (this.#mentions.get(owner)?.get(name) ?? 0);
  }

  /** Whether an attribute of that name is assigned somewhere, so that any object may have it. */
  isAttributeSet(name: string): boolean {
    return this.#setsAttributes || this.#setAttributes.has(name);
  }

  /** The one value that a name is ever bound to, and where that stands; null where unknown. */
  valueOf(node: Name, place: Place): { readonly value: Expression; readonly place: Place } | null {
    const source = this.#sourceOf(node.id, place);
    return source?.kind === 'value' ? source : null;
  }

  /** Whether tasks may be made by a function of the program, whose keywords are its own. */
  get setsTaskFactory(): boolean {
    return this.#setsTaskFactory;
  }

  statement(node: Statement, place: Place): void {
    switch (node.kind) {
      case 'FunctionDef':
        if (node.decorators.length === 0)
          this.#define(place, node.name, { kind: 'function', node });
        return;
      case 'ClassDef':
        for (const base of node.bases) if (base.kind === 'Name') this.#baseNames.add(base.id);
        if (node.decorators.length === 0) this.#define(place, node.name, { kind: 'class', node });
        return;
      case 'Assign':
        for (const target of node.targets) {
          if (target.kind === 'Attribute') this.#setAttributes.add(target.name);
          if (target.kind !== 'Name') continue;
          this.#define(place, target.id, { kind: 'value', value: node.value, place });
        }
        return;
      case 'Import':
        for (const { name, asname } of node.names) {
          const [first] = name.split('.');
          const origin = { module: asname === null ? first : name, member: null };
          this.#define(place, asname ?? first, { kind: 'origin', origin });
        }
        return;
      case 'ImportFrom':
        for (const { name, asname } of node.names) {
          const origin = { module: node.module, member: name };
          this.#define(place, asname ?? name, { kind: 'origin', origin });
        }
        return;
      default:
        return;
    }
  }

  #define(place: Place, id: string, source: Source): void {
    const name = mangle(place.className, id);
    const owner = place.scope.get(name)?.owner ?? place.scope;
    mapOf(this.#sources, owner).set(name, source);
  }

  /** What an expression means, or null where that is not known. */
  meaningOf(node: Expression, place: Place): Meaning | null {
    if (node.kind === 'Name') return this.#meaningOfName(node.id, place);
    if (node.kind !== 'Attribute') return null;
    const value = this.meaningOf(node.value, place);
    return value?.kind === 'module' ? this.#member(value.module, node.name) : null;
  }

  #meaningOfName(id: string, place: Place): Meaning | null {
    const name = mangle(place.className, id);
    if (place.scope.get(name)?.reach === 'builtin') return this.#meaningFromOutside(name);
    const source = this.#sourceOf(id, place);
    return source === null ? null : this.#meaningOfSource(source);
  }

  /** What binds a name, where that is one thing only. */
  #sourceOf(id: string, place: Place): Source | null {
    const name = mangle(place.className, id);
    const owner = place.scope.get(name)?.owner;
    if (owner === undefined || this.#bindings.get(owner)?.get(name) !== 1) return null;
    return this.#sources.get(owner)?.get(name) ?? null;
  }

  #meaningOfSource(source: Source): Meaning | null {
    if (source.kind === 'origin') return this.#meaningOfOrigin(source.origin);
    if (source.kind !== 'value') return source;
    if (source.value.kind !== 'Call' || this.#pending.has(source)) return null;
    this.#pending.add(source);
    const made = this.meaningOf(source.value.callee, source.place);
    this.#pending.delete(source);
    if (made?.kind !== 'member') return null;
    return { kind: 'object', module: made.module, name: made.name, known: made.known };
  }

  #meaningFromOutside(name: string): Meaning | null {
    const known = this.#environment.builtins.get(name);
    if (known !== undefined) return { kind: 'member', module: 'builtins', name, known };
    const origin = this.#environment.atHand?.get(name);
    return origin === undefined ? null : this.#meaningOfOrigin(origin);
  }

  #meaningOfOrigin({ module, member }: Origin): Meaning | null {
    if (member !== null) return this.#member(module, member);
    return this.isModule(module) ? { kind: 'module', module } : null;
  }

  #member(module: string, name: string): Meaning | null {
    const known = this.#environment.modules.get(module)?.get(name);
    if (known !== undefined) return { kind: 'member', module, name, known };
    const submodule = `${module}.${name}`;
    return this.isModule(submodule) ? { kind: 'module', module: submodule } : null;
  }

  /** Whether a module has a member of that name. */
  isMember(module: string, name: string): boolean {
    return this.#environment.modules.get(module)?.has(name) ?? false;
  }

  /** Whether a module of that name can be imported. */
  isModule(name: string): boolean {
    return this.#environment.modules.has(name);
  }

  /** Whether a class of the program derives from one of that name. */
  isDerivedFrom(className: string): boolean {
    return this.#baseNames.has(className);
  }

  /** What a built-in name or class is known to be. */
  builtin(name: string): KnownName | undefined {
    return this.#environment.builtins.get(name);
  }

  /** The methods of the class around a place, for `self.method()`. */
  methodOf(place: Place, name: string): FunctionDef | null {
    for (let scope: Scope | null = place.scope; scope !== null; scope = scope.parent) {
      if (scope.kind !== 'class') continue;
      if (this.#bindings.get(scope)?.get(name) !== 1) return null;
      const source = this.#sources.get(scope)?.get(name);
      return source?.kind === 'function' ? source.node : null;
    }
    return null;
  }

  get scopes(): Scopes {
    return this.#scopes;
  }
}

function mapOf<K, V>(maps: Map<K, Map<string, V>>, key: K): Map<string, V> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, V>();
  maps.set(key, made);
  return made;
}
