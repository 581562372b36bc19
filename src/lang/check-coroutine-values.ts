// Coroutines that are used as if they were their result: compared, tested, added up, indexed,
// printed as a part of a text; coroutines kept in a variable that nobody awaits, or awaited twice.
// Every one of them is an `await` that was forgotten. The words are CPython's where it raises.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Definitions } from './check-definitions.ts';
import { type Made, MadeThings } from './check-made.ts';
import { expectsAny, type Place, type Rule } from './check-walk.ts';
import type { Assign, Expression, Name, Statement } from './tree.ts';

export class CoroutineValueRule implements Rule {
  readonly #report: Report;
  readonly #definitions: Definitions;
  readonly #made: MadeThings;

  constructor(report: Report, definitions: Definitions) {
    this.#report = report;
    this.#definitions = definitions;
    this.#made = new MadeThings(definitions);
  }

  #warn(code: string, message: string, span: Span, hint: string): void {
    this.#report({ severity: 'warning', code, message, span, hint });
  }

  /** A coroutine that is awaited twice in a row. */
  block(body: readonly Statement[], place: Place): void {
    const seen = new Map<string, Span>();
    for (const name of body.flatMap(awaitedNames)) {
      const first = seen.get(name.id);
      if (first === undefined) seen.set(name.id, name.span);
      else if (this.#coroutine(name, place) !== null) {
        this.#reused(name, place, `the first await is in line ${first.line}`);
      }
    }
  }

  #reused(name: Name, place: Place, reason: string): void {
    if (expectsAny(place, 'RuntimeError')) return;
    const message = 'cannot reuse already awaited coroutine';
    const hint = `${reason}; keep the result, call the function anew, or make a task`;
    this.#warn('awaited-twice', message, name.span, hint);
  }

  /** A coroutine that is made before a loop and awaited in each round. */
  #everyRound(body: readonly Statement[], place: Place): void {
    if (body.some((node) => /^(?:Break|Return|Raise)$/.test(node.kind))) return;
    for (const name of body.flatMap(awaitedNames)) {
      const isMadeOutside = this.#definitions.valueOf(name, place)?.place.inLoop === false;
      if (isMadeOutside && !place.inLoop && this.#coroutine(name, place) !== null) {
        this.#reused(name, place, 'each round awaits the same one');
      }
    }
  }

  statement(node: Statement, place: Place): void {
    if (node.kind === 'For' || node.kind === 'While') this.#everyRound(node.body, place);
    if (node.kind === 'If' || node.kind === 'While') this.#tested(node.test, place);
    if (node.kind === 'Assert') this.#tested(node.test, place);
    if (node.kind === 'Assign') this.#kept(node, place);
    if (node.kind === 'AugAssign') this.#operand(node.value, place);
  }

  expression(node: Expression, place: Place): void {
    if (expectsAny(place, 'TypeError', 'AttributeError')) return;
    switch (node.kind) {
      case 'Compare':
        for (const each of [node.left, ...node.comparators]) this.#operand(each, place);
        return;
      case 'BinOp':
        this.#operand(node.left, place);
        this.#operand(node.right, place);
        return;
      case 'UnaryOp':
        if (node.operator === 'not') this.#tested(node.operand, place);
        else this.#operand(node.operand, place);
        return;
      case 'BoolOp':
        for (const each of node.values.slice(0, -1)) this.#tested(each, place);
        return;
      case 'IfExp':
        this.#tested(node.test, place);
        return;
      case 'Subscript':
        this.#raises(node.value, place, () => "'coroutine' object is not subscriptable");
        return;
      case 'Attribute':
        this.#attribute(node.value, node.name, place);
        return;
      case 'FormattedValue':
        this.#raises(
          node.value,
          place,
          (name) => `this shows the coroutine '${name}', not its result`,
        );
        return;
      case 'Call':
        this.#call(node.callee, node.args, place);
        return;
      default:
        return;
    }
  }

  #raises(node: Expression, place: Place, message: (name: string) => string): void {
    const made = this.#coroutine(node, place);
    if (made === null) return;
    this.#warn('coroutine-value', message(made.name), node.span, adviceFor(node, made));
  }

  #coroutine(node: Expression, place: Place): Made | null {
    const made = this.#made.madeBy(node, place);
    return made?.kind === 'coroutine' ? made : null;
  }

  #operand(node: Expression, place: Place): void {
    this.#raises(node, place, (name) => `the coroutine '${name}' is used as if it were its result`);
  }

  #tested(node: Expression, place: Place): void {
    this.#raises(
      node,
      place,
      (name) => `the coroutine '${name}' is always true, its result is not tested`,
    );
  }

  #attribute(value: Expression, name: string, place: Place): void {
    const isOwn = /^(?:close|send|throw|cr_\w+|__\w+__)$/.test(name);
    if (!isOwn) {
      this.#raises(value, place, () => `'coroutine' object has no attribute '${name}'`);
    }
  }

  #call(callee: Expression, args: readonly Expression[], place: Place): void {
    this.#raises(callee, place, () => "'coroutine' object is not callable");
    const meaning = this.#definitions.meaningOf(callee, place);
    const [first] = args;
    if (meaning?.kind !== 'member' || meaning.module !== 'builtins' || first === undefined) return;
    if (meaning.name === 'len') {
      this.#raises(first, place, () => "object of type 'coroutine' has no len()");
    }
  }

  /** `value = load()` where `value` is never looked at again. */
  #kept({ targets, value }: Assign, place: Place): void {
    const [target] = targets;
    if (targets.length !== 1 || target?.kind !== 'Name' || target.id.startsWith('_')) return;
    if (place.scope.kind !== 'function' || value.kind !== 'Call') return;
    if (this.#definitions.valueOf(target, place) === null) return;
    if (this.#definitions.mentionsOf(target, place) > 1) return;
    const made = this.#made.madeBy(value, place);
    if (made?.kind === 'coroutine') this.#neverAwaited(target, made, value.span);
    if (made?.kind === 'task' && place.scope.isAsync) {
      const message = `nobody awaits the task in '${target.id}'`;
      const hint = `write await ${target.id} where its result is needed: errors in it are lost`;
      this.#warn('task-dropped', message, value.span, hint);
    }
  }

  #neverAwaited(target: Name, made: Made, span: Span): void {
    const message = `coroutine '${made.name}' is kept in '${target.id}' and never awaited`;
    this.#warn('never-started', message, span, `write ${target.id} = await ${made.name}(…)`);
  }
}

/** The names that a simple statement awaits as a whole or as arguments of a call. */
function awaitedNames(node: Statement): readonly Name[] {
  if (node.kind !== 'Expr' && node.kind !== 'Assign' && node.kind !== 'Return') return [];
  const { value } = node;
  const parts = value?.kind === 'Call' ? value.args : [value];
  return parts.flatMap((part) =>
    part?.kind === 'Await' && part.value.kind === 'Name' ? [part.value] : [],
  );
}

function adviceFor(node: Expression, { name }: Made): string {
  return node.kind === 'Name' ? `write await ${node.id}` : `write await ${name}(…)`;
}
