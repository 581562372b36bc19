// How coroutines are started: a loop inside a loop, a main that nobody runs, a function that is
// called where it has to be handed over, and the other way round; gather, tasks and wait used in a
// way that asyncio refuses or that loses their results. Source: CPython 3.14 Lib/asyncio, whose
// words the messages are where it raises.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Definitions } from './check-definitions.ts';
import { type Made, MadeThings } from './check-made.ts';
import { expectsAny, type Place, type Rule } from './check-walk.ts';
import type { Call, Expression, FunctionDef, Statement } from './tree.ts';

/** Functions of asyncio that want a coroutine, with CPython's words for anything else. */
const wantsCoroutine = new Set(['run', 'create_task']);
const wantsAwaitable = new Set(['gather', 'ensure_future', 'shield']);

/** Where a function is handed over, by the name of what takes it: the index of the argument. */
const takers = new Map([
  ['call_soon', 0],
  ['call_soon_threadsafe', 0],
  ['call_later', 1],
  ['call_at', 1],
  ['add_done_callback', 0],
  ['run_in_executor', 1],
]);

export class RunRule implements Rule {
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

  /** A module that defines `async def main()` and then ends. */
  block(body: readonly Statement[], place: Place): void {
    if (place.scope.kind !== 'module' || place.function !== null) return;
    const isDefinition = ({ kind }: Statement) =>
      /^(?:FunctionDef|ClassDef|Import|ImportFrom|Assign|AnnAssign)$/.test(kind);
    const main = body.find((node) => node.kind === 'FunctionDef' && node.name === 'main');
    if (main?.kind !== 'FunctionDef' || !main.isAsync) return;
    const name = { kind: 'Name', id: 'main', span: main.nameSpan } as const;
    if (!body.every(isDefinition) || this.#definitions.mentionsOf(name, place) > 0) return;
    const message = "'main' is never started: the program defines it and ends";
    this.#warn('never-started', message, main.nameSpan, 'end with: asyncio.run(main())');
  }

  statement(node: Statement, place: Place): void {
    if (node.kind !== 'Expr') return;
    this.#dropped(node.value, place);
    this.#withoutEffect(node.value, place);
  }

  expression(node: Expression, place: Place): void {
    if (node.kind !== 'Call') return;
    const meaning = this.#definitions.meaningOf(node.callee, place);
    const isMember = meaning?.kind === 'member' && meaning.module === 'asyncio';
    if (isMember) this.#asyncioCall(meaning.name, node, place);
    if (node.callee.kind !== 'Attribute') return;
    const { name } = node.callee;
    const at = takers.get(name);
    const argument = at === undefined ? undefined : node.args[at];
    if (argument !== undefined) this.#handedOver(name, argument, place);
    if (name === 'run_until_complete' || name === 'run_forever') this.#nested(node, name, place);
  }

  #asyncioCall(name: string, node: Call, place: Place): void {
    const [first] = node.args;
    if (name === 'run') this.#nestedRun(node, place);
    if (first === undefined) return;
    if (name === 'to_thread') this.#handedOver(name, first, place);
    if (name === 'wait') this.#wait(first, place);
    if (expectsAny(place, 'TypeError', 'ValueError')) return;
    if (wantsCoroutine.has(name))
      this.#wants(first, place, (made) => `a coroutine was expected, got ${shown(made)}`);
    if (!wantsAwaitable.has(name)) return;
    const words = 'An asyncio.Future, a coroutine or an awaitable is required';
    for (const each of node.args) this.#wants(each, place, () => words, ['task', 'future']);
  }

  /** An argument that is certainly no coroutine. */
  #wants(
    node: Expression,
    place: Place,
    words: (made: Made) => string,
    others: readonly Made['kind'][] = [],
  ): void {
    const made = this.#made.madeBy(node, place);
    // A list for gather has a rule of its own, with better advice.
    if (made === null || made.kind === 'coroutine' || others.includes(made.kind)) return;
    if (node.kind === 'List' || node.kind === 'ListComp' || node.kind === 'Tuple') return;
    const function_ = node.kind === 'Call' ? this.#made.functionOf(node.callee, place) : null;
    const hint =
      function_ !== null && !function_.isAsync && made.type === 'NoneType'
        ? `make it a coroutine: async def ${function_.name}(…)`
        : made.kind === 'future' || made.kind === 'task'
          ? 'it runs already: await it'
          : 'give it a coroutine: a call of an async def';
    this.#warn('not-awaitable', words(made), node.span, hint);
  }

  #wait(node: Expression, place: Place): void {
    if (expectsAny(place, 'TypeError')) return;
    const isDisplay = node.kind === 'List' || node.kind === 'Set' || node.kind === 'Tuple';
    const isComprehension = node.kind === 'ListComp' || node.kind === 'SetComp';
    const elements = isDisplay ? node.elements : isComprehension ? [node.element] : [];
    const coroutine = elements.find((each) => this.#made.madeBy(each, place)?.kind === 'coroutine');
    if (coroutine !== undefined) {
      const message = 'Passing coroutines is forbidden, use tasks explicitly.';
      const hint = 'write asyncio.create_task(…) around each, or use gather';
      this.#warn('wait-coroutines', message, coroutine.span, hint);
    }
    const made = this.#made.madeBy(node, place);
    if (made?.kind !== 'coroutine' && made?.kind !== 'task') return;
    const type = made.kind === 'task' ? 'Task' : 'coroutine';
    const message = `expect a list of futures, not ${type}`;
    const hint =
      made.kind === 'task' ? 'write await, or put it into a list' : 'write await before it';
    this.#warn('wait-coroutines', message, node.span, hint);
  }

  #isInCoroutine(place: Place): boolean {
    return place.function?.kind === 'FunctionDef' && place.function.isAsync;
  }

  #nestedRun(node: Call, place: Place): void {
    if (!this.#isInCoroutine(place) || expectsAny(place, 'RuntimeError')) return;
    const message = 'asyncio.run() cannot be called from a running event loop';
    this.#warn('nested-run', message, node.span, 'write await before the coroutine');
  }

  #nested(node: Call, name: string, place: Place): void {
    if (!this.#isInCoroutine(place) || expectsAny(place, 'RuntimeError')) return;
    const object = node.callee.kind === 'Attribute' ? node.callee.value : null;
    if (object === null) return;
    const source = object.kind === 'Call' ? object.callee : object;
    const meaning = this.#definitions.meaningOf(source, place);
    const isLoop =
      (meaning?.kind === 'object' || (meaning?.kind === 'member' && object.kind === 'Call')) &&
      meaning.module === 'asyncio';
    if (!isLoop || !/^(?:get_running_loop|get_event_loop|new_event_loop)$/.test(meaning.name))
      return;
    const message =
      meaning.name === 'new_event_loop'
        ? 'Cannot run the event loop while another loop is running'
        : 'This event loop is already running';
    const hint =
      name === 'run_forever' ? 'leave it out: the loop runs' : 'write await before the coroutine';
    this.#warn('nested-run', message, node.span, hint);
  }

  /** A function that a callback or a thread is to call. */
  #handedOver(taker: string, node: Expression, place: Place): void {
    const function_ = this.#made.coroutineFunctionOf(node, place);
    if (function_ !== null) {
      this.#coroutineCallback(taker, function_, node.span);
      return;
    }
    const made = this.#made.madeBy(node, place);
    const isNothing = made?.kind === 'value' && made.type === 'NoneType' && node.kind === 'Call';
    if (made?.kind === 'coroutine') {
      const message = `${taker} wants a function and is given the coroutine '${made.name}'`;
      const hint = `a coroutine is started with asyncio.create_task(${made.name}(…))`;
      this.#warn('coroutine-callback', message, node.span, hint);
    }
    if (!isNothing) return;
    const message = `'${made.name}' is called here, at once: ${taker} is given its result, None`;
    const hint = `hand the function over: ${made.name}, and its arguments after it`;
    this.#warn('called-at-once', message, node.span, hint);
  }

  #coroutineCallback(taker: string, { name }: FunctionDef, span: Span): void {
    const message = `'${name}' is a coroutine function: ${taker} would call it and drop the coroutine`;
    const isThread = taker === 'to_thread' || taker === 'run_in_executor';
    const hint = isThread
      ? `write await ${name}(…)`
      : `write a function that calls asyncio.create_task(${name}(…))`;
    this.#warn('coroutine-callback', message, span, hint);
  }

  /** `asyncio.create_task(…)` or `gather(…)` as a whole statement. */
  #dropped(node: Expression, place: Place): void {
    if (node.kind !== 'Call' || !this.#isInCoroutine(place)) return;
    const made = this.#made.madeBy(node, place);
    if (made?.kind === 'future') {
      const message = `${made.name} is not awaited: nobody waits for it or sees its results`;
      this.#warn('never-awaited', message, node.span, 'write await before the call');
    }
    if (made?.kind !== 'task' || expectsAny(place, 'TypeError') || node.args.length === 0) return;
    const message =
      'nobody keeps this task: its errors are lost, and CPython may collect it half-way';
    const hint = 'keep it in a variable and await it, or start it in a TaskGroup';
    this.#warn('task-dropped', message, node.span, hint);
  }

  /** `lock.release` without its parentheses, `x == 1` for `x = 1`. */
  #withoutEffect(node: Expression, place: Place): void {
    // At module level stand the expectations of a scenario.
    if (place.function === null) return;
    if (node.kind === 'Compare' && node.operators.length === 1 && node.operators[0] === '==') {
      const message = 'the comparison has no effect: nobody looks at its result';
      this.#warn('no-effect', message, node.span, "to assign, write '='; to check, write assert");
    }
    if (node.kind === 'UnaryOp' && node.operator === '-' && node.operand.kind === 'Call') {
      const message = 'the minus sign before this statement has no use';
      this.#warn('no-effect', message, node.span, 'take it away: a text of Python has no dashes');
    }
    if (node.kind !== 'Attribute') return;
    const object = this.#definitions.meaningOf(node.value, place);
    if (object?.kind !== 'object' || object.module !== 'asyncio') return;
    const message = `'${node.name}' is not called here: nothing happens`;
    this.#warn('not-called', message, node.span, `write ${node.name}() with parentheses`);
  }
}

function shown({ kind, type, name }: Made): string {
  if (kind === 'value') return type === 'NoneType' ? 'None' : `a value of type ${type}`;
  return kind === 'future' ? `the future of ${name}` : `the ${kind} '${name}'`;
}
