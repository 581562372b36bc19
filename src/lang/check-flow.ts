// The flow of control as it stands in the text: statements that are never reached, loops of a
// coroutine that never give way, a local variable that is read before anything can have bound it, a
// default that all calls share. The program runs; it does something else than it says.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { blocksOf } from './check-made.ts';
import { expectsAny, type Place, type Rule } from './check-walk.ts';
import { awaits, binds, nameIn } from './expression-parts.ts';
import type { Variable } from './scope.ts';
import type {
  Assign,
  AugAssign,
  Expression,
  FunctionDef,
  Name,
  Parameter,
  Statement,
  While,
} from './tree.ts';

export class FlowRule implements Rule {
  readonly #report: Report;
  readonly #told = new Set<Variable>();
  readonly #targets = new WeakSet<Expression>();

  constructor(report: Report) {
    this.#report = report;
  }

  #warn(code: string, message: string, span: Span, hint?: string): void {
    const diagnostic = { severity: 'warning', code, message, span } as const;
    this.#report(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }

  block(body: readonly Statement[], place: Place): void {
    const end = body.findIndex((node) => isEnd(node) && mayStand(node, place));
    const next = body[end + 1];
    // An unreachable yield makes the function a generator: that is what it is written for.
    if (end < 0 || next === undefined || body.slice(end + 1).some(holdsYield)) return;
    const { kind } = body[end]!;
    const why =
      kind === 'While' ? 'the loop before it never ends' : `of the ${kind.toLowerCase()} before it`;
    const message = kind === 'While' ? `never reached: ${why}` : `never reached, because ${why}`;
    this.#warn('unreachable', message, next.span, 'take it away, or move it up');
  }

  statement(node: Statement, place: Place): void {
    if (node.kind === 'While') this.#loop(node, place);
    if (node.kind === 'FunctionDef') this.#defaults(node);
    if (node.kind === 'AugAssign') this.#augmented(node, place);
    if (node.kind === 'Assign') {
      for (const target of node.targets) this.#targets.add(target);
      this.#fromItself(node, place);
    }
    if (node.kind === 'AnnAssign') this.#targets.add(node.target);
    if (node.kind === 'Assert' && node.test.kind === 'Tuple' && node.test.elements.length > 0) {
      const message = 'assertion is always true, perhaps remove parentheses?';
      this.#warn('syntax', message, node.span);
    }
  }

  expression(node: Expression, place: Place): void {
    if (node.kind === 'Name' && !this.#targets.has(node)) this.#early(node, place);
    if (node.kind === 'Compare') {
      for (const [index, operator] of node.operators.entries()) {
        const sides = [
          index === 0 ? node.left : node.comparators[index - 1]!,
          node.comparators[index]!,
        ];
        const literal = sides.find(isLiteral);
        if (literal === undefined || (operator !== 'is' && operator !== 'is not')) continue;
        const [word, sign] = operator === 'is' ? ['is', '=='] : ['is not', '!='];
        const message = `"${word}" with '${typeOf(literal)}' literal. Did you mean "${sign}"?`;
        this.#warn('syntax', message, node.span);
      }
    }
    if (node.kind === 'Call' && isUncallable(node.callee)) {
      const message = `'${typeOf(node.callee)}' object is not callable; perhaps you missed a comma?`;
      this.#warn('syntax', message, node.span);
    }
  }

  /** `while True:` in a coroutine with nothing in it that lets others run, or that ends it. */
  #loop(node: While, place: Place): void {
    if (place.scope.kind !== 'function' || !place.scope.isAsync) return;
    const isEmpty = node.body.every(({ kind }) => kind === 'Pass' || kind === 'Continue');
    const isBusy = isAlwaysTrue(node.test) && !node.body.some(mayEnd);
    // A test that binds a name moves on by itself: `while (number := draw()) in taken: pass`.
    const isWaiting = isEmpty && !awaits(node.test) && !binds(node.test);
    if (!isBusy && !isWaiting) return;
    const message = 'this loop never gives way: no other task runs while it waits';
    const hint = 'await something in it, an asyncio.Event or at least asyncio.sleep(0)';
    this.#warn('busy-loop', message, node.span, hint);
  }

  /** `count += 1` where the function has no other binding of `count`. */
  #augmented({ target }: AugAssign, place: Place): void {
    if (target.kind !== 'Name') return;
    const variable = place.scope.get(target.id);
    if (variable?.owner !== place.scope || place.scope.kind !== 'function') return;
    if (variable.bindings.length === 1) this.#unbound(target, variable, place);
  }

  /** `count = count + 1`, with no other binding of `count`. */
  #fromItself({ targets, value }: Assign, place: Place): void {
    const [target] = targets;
    if (target?.kind !== 'Name' || place.scope.kind !== 'function') return;
    const variable = place.scope.get(target.id);
    if (variable?.owner !== place.scope || variable.bindings.length !== 1) return;
    const read = nameIn(value, target.id);
    if (read !== null) this.#unbound(read, variable, place);
  }

  /** A name that is read in the text before the only place that binds it, loops aside. */
  #early(node: Name, place: Place): void {
    const variable = place.scope.get(node.id);
    if (variable?.owner !== place.scope || place.scope.kind !== 'function' || place.inLoop) return;
    const [only, ...others] = variable.bindings;
    if (only === undefined || others.length > 0) return;
    if (only.kind !== 'assignment' || this.#isAfter(only.span, node.span)) return;
    this.#unbound(node, variable, place);
  }

  #isAfter(bound: Span, read: Span): boolean {
    return bound.line < read.line || (bound.line === read.line && bound.column <= read.column);
  }

  #unbound(node: Name, variable: Variable, place: Place): void {
    if (expectsAny(place, 'UnboundLocalError', 'NameError') || this.#told.has(variable)) return;
    this.#told.add(variable);
    const message = `cannot access local variable '${node.id}' where it is not associated with a value`;
    this.#warn('unbound-local', message, node.span, adviceForUnbound(node, place));
  }

  /** `def add(item, items=[])` whose body changes the list. */
  #defaults(node: FunctionDef): void {
    const { positionalOnly, positional, keywordOnly } = node.parameters;
    for (const each of [...positionalOnly, ...positional, ...keywordOnly]) {
      if (!isMutable(each.default) || !node.body.some((inner) => changes(inner, each))) continue;
      const message = `all calls of ${node.name}() share the default of '${each.name}', and it is changed`;
      const hint = `write ${each.name}=None, and make a new one in the body`;
      this.#warn('mutable-default', message, each.default!.span, hint);
    }
  }
}

function adviceForUnbound({ id }: Name, { scope, function: around }: Place): string | undefined {
  const name = around?.kind === 'FunctionDef' ? around.name : 'the function';
  for (let outer = scope.parent; outer !== null; outer = outer.parent) {
    if (outer.kind === 'class' || !outer.binds(id)) continue;
    const word = outer.kind === 'module' ? 'global' : 'nonlocal';
    return `${name}() assigns it, so it is its own variable there: write ${word} ${id} first`;
  }
  return `give '${id}' a value before`;
}

/** Whether nothing after this statement of its block can be reached. */
function isEnd(node: Statement): boolean {
  if (node.kind === 'While') {
    return isAlwaysTrue(node.test) && node.orelse.length === 0 && !node.body.some(breaks);
  }
  return /^(?:Return|Raise|Break|Continue)$/.test(node.kind);
}

/** Whether a jump stands where it may; the rule of placement refuses it elsewhere. */
function mayStand({ kind }: Statement, { inLoop, scope }: Place): boolean {
  if (kind === 'Break' || kind === 'Continue') return inLoop;
  return kind !== 'Return' || scope.kind === 'function';
}

/** Whether a statement may leave the loop around it by `break`. */
function breaks(node: Statement): boolean {
  if (node.kind === 'Break') return true;
  if (node.kind === 'For' || node.kind === 'While') return node.orelse.some(breaks);
  return blocksOf(node).some((body) => body.some(breaks));
}

/** Whether a statement may give way, leave the loop or raise: whatever is not plainly harmless. */
function mayEnd(node: Statement): boolean {
  if (node.kind === 'Pass' || node.kind === 'Continue') return false;
  if (node.kind === 'Assign' || node.kind === 'AugAssign') return !isHarmless(node.value);
  return true;
}

function isHarmless(node: Expression): boolean {
  return node.kind === 'Constant' || node.kind === 'Name';
}

function isAlwaysTrue(node: Expression): boolean {
  return node.kind === 'Constant' && (node.value === true || node.value === 1);
}

function holdsYield(node: Statement): boolean {
  if (node.kind === 'Expr' && (node.value.kind === 'Yield' || node.value.kind === 'YieldFrom')) {
    return true;
  }
  if (node.kind === 'Assign' && node.value.kind === 'Yield') return true;
  return blocksOf(node).some((body) => body.some(holdsYield));
}

function isLiteral(node: Expression): boolean {
  if (node.kind !== 'Constant') return node.kind === 'Tuple';
  return /^(?:int|float|str|bytes)$/.test(node.type);
}

function isUncallable(node: Expression): boolean {
  return (
    /^(?:List|Dict|Set|Tuple|JoinedStr|ListComp|DictComp|SetComp|GeneratorExp)$/.test(node.kind) ||
    node.kind === 'Constant'
  );
}

function typeOf(node: Expression): string {
  if (node.kind === 'Constant') return node.type === 'None' ? 'NoneType' : node.type;
  if (node.kind === 'JoinedStr') return 'str';
  return node.kind === 'GeneratorExp' ? 'generator' : node.kind.replace('Comp', '').toLowerCase();
}

function isMutable(node: Expression | null): boolean {
  if (node === null) return false;
  if (node.kind === 'List' || node.kind === 'Dict' || node.kind === 'Set') return true;
  const { kind } = node;
  if (kind !== 'Call' || node.callee.kind !== 'Name' || node.args.length > 0) return false;
  return ['list', 'dict', 'set'].includes(node.callee.id);
}

const changing = new Set(
  'append add extend insert update pop remove setdefault clear discard popitem'.split(' '),
);

/** Whether a statement changes the object of a parameter. */
function changes(node: Statement, { name }: Parameter): boolean {
  const isIt = (each: Expression) => each.kind === 'Name' && each.id === name;
  if (node.kind === 'Expr' && node.value.kind === 'Call') {
    const { callee } = node.value;
    if (callee.kind === 'Attribute' && isIt(callee.value) && changing.has(callee.name)) return true;
  }
  if (node.kind === 'Assign') {
    if (node.targets.some((each) => each.kind === 'Subscript' && isIt(each.value))) return true;
  }
  if (node.kind === 'AugAssign') {
    const { target } = node;
    if (isIt(target) || (target.kind === 'Subscript' && isIt(target.value))) return true;
  }
  return blocksOf(node).some((body) => body.some((inner) => changes(inner, { name } as Parameter)));
}
