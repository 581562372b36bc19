// One walk over the tree for all rules of the checker. A rule looks at a node and at its place:
// the scope, the function, the loops and the guards around it. Parts are visited in the scope that
// they are evaluated in: defaults, decorators and a comprehension's first iterable outside.

import { partsOf } from './expression-parts.ts';
import type { Scope, ScopeNode, Scopes } from './scope.ts';
import type {
  ClassDef,
  DictComp,
  ElementComprehension,
  Expression,
  FunctionDef,
  Lambda,
  Module,
  Parameters,
  Pattern,
  Statement,
  Try,
  TypeParameters,
  With,
} from './tree.ts';

export interface Place {
  readonly scope: Scope;
  /** The innermost function around; null at module level and for a class body there. */
  readonly function: FunctionDef | Lambda | null;
  /** The innermost class around, for private names and methods. */
  readonly className: string | null;
  readonly inLoop: boolean;
  /** Inside an `except*` block, where `break`, `continue` and `return` are forbidden. */
  readonly inExceptStar: boolean;
  /** Under a test of the platform or version: what stands here may never run. */
  readonly isGuarded: boolean;
  /** Names of the exceptions that a `try` around catches; `BaseException` for a bare `except`. */
  readonly caught: ReadonlySet<string>;
}

export interface Rule {
  /** The statements of one block, before each of them. */
  block?(body: readonly Statement[], place: Place): void;
  statement?(node: Statement, place: Place): void;
  expression?(node: Expression, place: Place): void;
}

/** Whether a `try` or a test around a place expects one of these exceptions, so that it may come. */
export function expectsAny(place: Place, ...names: readonly string[]): boolean {
  if (place.isGuarded) return true;
  return [...names, 'Exception', 'BaseException'].some((name) => place.caught.has(name));
}

/** Visits every statement and expression of the module with every rule. */
export function walk(module: Module, scopes: Scopes, rules: readonly Rule[]): void {
  const place: Place = {
    scope: scopes.module,
    function: null,
    className: null,
    inLoop: false,
    inExceptStar: false,
    isGuarded: false,
    caught: new Set(),
  };
  new Walker(scopes, rules).block(module.body, place);
}

type Comprehended = ElementComprehension | DictComp;

class Walker {
  readonly #scopes: Scopes;
  readonly #rules: readonly Rule[];

  constructor(scopes: Scopes, rules: readonly Rule[]) {
    this.#scopes = scopes;
    this.#rules = rules;
  }

  block(body: readonly Statement[], place: Place): void {
    for (const rule of this.#rules) rule.block?.(body, place);
    for (const statement of body) this.#statement(statement, place);
  }

  #inside(node: ScopeNode, place: Place, change: Partial<Place>): Place {
    return {
      ...place,
      scope: this.#scopes.of(node),
      inLoop: false,
      inExceptStar: false,
      caught: new Set(),
      ...change,
    };
  }

  #statement(node: Statement, place: Place): void {
    for (const rule of this.#rules) rule.statement?.(node, place);
    switch (node.kind) {
      case 'FunctionDef':
        this.#all(node.decorators, place);
        this.#defaults(node.parameters, place);
        this.block(
          node.body,
          this.#inside(node, this.#generic(node.typeParameters, place), { function: node }),
        );
        return;
      case 'ClassDef':
        this.#all(node.decorators, place);
        this.#classBody(node, this.#generic(node.typeParameters, place));
        return;
      case 'TypeAlias':
        this.#expression(node.value, this.#generic(node.typeParameters, place));
        return;
      case 'For':
        this.#all([node.iterable, node.target], place);
        this.block(node.body, { ...place, inLoop: true });
        this.block(node.orelse, place);
        return;
      case 'While':
        this.#expression(node.test, place);
        this.block(node.body, { ...place, inLoop: true });
        this.block(node.orelse, place);
        return;
      case 'If':
        this.#expression(node.test, place);
        this.#branches(node.body, node.orelse, node.test, place);
        return;
      case 'With':
        for (const { context, target } of node.items) this.#all([context, target], place);
        this.block(node.body, { ...place, caught: caughtByWith(node, place.caught) });
        return;
      case 'Try':
        this.#try(node, place);
        return;
      case 'Match':
        this.#expression(node.subject, place);
        for (const each of node.cases) {
          this.#pattern(each.pattern, place);
          this.#expression(each.guard, place);
          this.block(each.body, place);
        }
        return;
      default:
        this.#all(partsOfSimple(node), place);
        return;
    }
  }

  #classBody(node: ClassDef, place: Place): void {
    this.#all(node.bases, place);
    for (const keyword of node.keywords) this.#expression(keyword.value, place);
    this.block(node.body, this.#inside(node, place, { className: node.name }));
  }

  /** The place inside of type parameters, whose bounds are walked. */
  #generic(node: TypeParameters | null | undefined, place: Place): Place {
    if (node === null || node === undefined) return place;
    const inner = { ...place, scope: this.#scopes.of(node) };
    for (const { bound, byDefault } of node.parameters) {
      for (const each of [bound, byDefault]) if (each !== null) this.#expression(each, inner);
    }
    return inner;
  }

  #branches(
    body: readonly Statement[],
    orelse: readonly Statement[],
    test: Expression,
    place: Place,
  ): void {
    const inner = isPlatformTest(test) ? { ...place, isGuarded: true } : place;
    this.block(body, inner);
    this.block(orelse, inner);
  }

  #try(node: Try, place: Place): void {
    const caught = new Set(place.caught);
    for (const { type } of node.handlers) for (const name of caughtNames(type)) caught.add(name);
    const inner = { ...place, caught };
    // Behind an import that may fail, and is expected to, nothing need be there.
    const tried = expectsFailedImport(node) ? node.body.findIndex(isImport) + 1 : node.body.length;
    this.block(node.body.slice(0, tried), inner);
    this.block(node.body.slice(tried), { ...inner, isGuarded: true });
    for (const handler of node.handlers) {
      this.#expression(handler.type, place);
      const inExceptStar = node.isStar || place.inExceptStar;
      const inLoop = place.inLoop && !node.isStar;
      this.block(handler.body, { ...place, inExceptStar, inLoop });
    }
    const isGuarded = place.isGuarded || expectsFailedImport(node);
    this.block(node.orelse, { ...place, isGuarded });
    this.block(node.finalbody, place);
  }

  #defaults(parameters: Parameters, place: Place): void {
    const { positionalOnly, positional, keywordOnly } = parameters;
    for (const each of [...positionalOnly, ...positional, ...keywordOnly]) {
      this.#expression(each.default, place);
    }
  }

  #pattern(node: Pattern, place: Place): void {
    switch (node.kind) {
      case 'MatchValue':
        this.#expression(node.value, place);
        return;
      case 'MatchClass':
        this.#expression(node.cls, place);
        for (const each of [...node.patterns, ...node.keywordPatterns]) this.#pattern(each, place);
        return;
      case 'MatchMapping':
        this.#all(node.keys, place);
        for (const each of node.patterns) this.#pattern(each, place);
        return;
      case 'MatchAs':
        if (node.pattern !== null) this.#pattern(node.pattern, place);
        return;
      case 'MatchSequence':
      case 'MatchOr':
        for (const each of node.patterns) this.#pattern(each, place);
        return;
      default:
        return;
    }
  }

  #all(nodes: readonly (Expression | null)[], place: Place): void {
    for (const node of nodes) this.#expression(node, place);
  }

  #expression(node: Expression | null, place: Place): void {
    if (node === null) return;
    for (const rule of this.#rules) rule.expression?.(node, place);
    switch (node.kind) {
      case 'Name':
        return;
      case 'NamedExpr':
      case 'Await':
      case 'Yield':
      case 'YieldFrom':
        this.#expression(node.value, place);
        return;
      case 'Lambda':
        this.#defaults(node.parameters, place);
        this.#expression(node.body, this.#inside(node, place, { function: node }));
        return;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        this.#comprehension(node, place);
        return;
      default:
        this.#all(partsOf(node), place);
        return;
    }
  }

  #comprehension(node: Comprehended, place: Place): void {
    const inner: Place = { ...place, scope: this.#scopes.of(node) };
    for (const [index, clause] of node.generators.entries()) {
      this.#expression(clause.iterable, index === 0 ? place : inner);
      this.#expression(clause.target, inner);
      this.#all(clause.conditions, inner);
    }
    if (node.kind === 'DictComp') this.#all([node.key, node.value], inner);
    else this.#expression(node.element, inner);
  }
}

type Compound = 'FunctionDef' | 'ClassDef' | 'For' | 'While' | 'If' | 'With' | 'Try' | 'Match';

/** The expressions of a statement without a block. */
function partsOfSimple(
  node: Exclude<Statement, { kind: Compound }>,
): readonly (Expression | null)[] {
  switch (node.kind) {
    case 'Return':
    case 'Expr':
      return [node.value];
    case 'Delete':
      return node.targets;
    case 'Assign':
      return [node.value, ...node.targets];
    case 'AugAssign':
      return [node.target, node.value];
    case 'AnnAssign':
      return [node.value, node.target];
    case 'Raise':
      return [node.exception, node.cause];
    case 'Assert':
      return [node.test, node.message];
    default:
      return [];
  }
}

/** `with suppress(E)`, `raises(E)`, `assertRaises(E)`: the block expects the exceptions. */
function caughtByWith({ items }: With, around: ReadonlySet<string>): ReadonlySet<string> {
  const caught = new Set(around);
  for (const { context } of items) {
    if (context.kind !== 'Call') continue;
    for (const name of context.args.flatMap(caughtNames)) caught.add(name);
  }
  return caught;
}

/** The exceptions that an `except` clause names; `BaseException` where it names none. */
function caughtNames(type: Expression | null): readonly string[] {
  if (type === null) return ['BaseException'];
  if (type.kind === 'Name') return [type.id];
  if (type.kind === 'Attribute') return [type.name];
  return type.kind === 'Tuple' ? type.elements.flatMap(caughtNames) : [];
}

function isImport({ kind }: Statement): boolean {
  return kind === 'Import' || kind === 'ImportFrom';
}

/** Whether an import stands in the body and the handlers name its failure. */
function expectsFailedImport({ body, handlers }: Try): boolean {
  const names = handlers.flatMap(({ type }) => caughtNames(type));
  const isExpected = names.includes('ImportError') || names.includes('ModuleNotFoundError');
  return isExpected && body.some(isImport);
}

const GUARDS = new Set(['platform', 'version_info', 'TYPE_CHECKING', 'hasattr', 'system']);

/** `sys.platform == "win32"`, `os.name == "nt"`, `sys.version_info >= (3, 11)`, `TYPE_CHECKING`. */
function isPlatformTest(test: Expression): boolean {
  switch (test.kind) {
    case 'Name':
      return GUARDS.has(test.id);
    case 'Attribute':
      if (GUARDS.has(test.name)) return true;
      return test.name === 'name' && test.value.kind === 'Name' && test.value.id === 'os';
    case 'Lambda':
    case 'NamedExpr':
    case 'Await':
    case 'Yield':
    case 'YieldFrom':
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return false;
    default:
      return partsOf(test).some((part) => part !== null && isPlatformTest(part));
  }
}
