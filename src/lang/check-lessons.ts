// Warnings that teach: what asyncio takes without a word and what surely was not meant. A
// coroutine that is called and dropped, a blocking call in a coroutine, a function handed over
// where its coroutine was meant. The program still runs, as it does on CPython.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Definitions, Meaning } from './check-definitions.ts';
import type { Place, Rule } from './check-walk.ts';
import type { Call, Expression, FunctionDef, Statement } from './tree.ts';

/** Coroutine functions of asyncio. */
const coroutineFunctions = new Set(['sleep', 'wait', 'wait_for', 'to_thread']);

/** Coroutine methods of asyncio's classes. */
const coroutineMethods = new Map([
  ['Lock', new Set(['acquire'])],
  ['Semaphore', new Set(['acquire'])],
  ['BoundedSemaphore', new Set(['acquire'])],
  ['Event', new Set(['wait'])],
  ['Condition', new Set(['acquire', 'wait', 'wait_for'])],
  ['Barrier', new Set(['wait', 'reset', 'abort'])],
  ['Queue', new Set(['get', 'put', 'join'])],
  ['LifoQueue', new Set(['get', 'put', 'join'])],
  ['PriorityQueue', new Set(['get', 'put', 'join'])],
]);

/** Functions of asyncio that want a coroutine or a future as their first argument. */
const takesAwaitable = new Set([
  'create_task',
  'ensure_future',
  'wait_for',
  'shield',
  'run',
  'gather',
]);

export class LessonRule implements Rule {
  readonly #report: Report;
  readonly #definitions: Definitions;

  constructor(report: Report, definitions: Definitions) {
    this.#report = report;
    this.#definitions = definitions;
  }

  #warn(code: string, message: string, span: Span, hint: string): void {
    this.#report({ severity: 'warning', code, message, span, hint });
  }

  statement(node: Statement, place: Place): void {
    if (node.kind !== 'Expr' || node.value.kind !== 'Call') return;
    const name = this.#coroutineName(node.value, place);
    if (name === null) return;
    const message = `coroutine '${name}' is called and dropped: its body never runs`;
    const hint = 'write await before the call, or hand it to create_task';
    this.#warn('never-awaited', message, node.value.span, hint);
  }

  expression(node: Expression, place: Place): void {
    if (node.kind === 'Await') {
      const called = this.#coroutineFunction(node.value, place);
      if (called !== null) this.#notCalled(called, node.value.span);
    }
    if (node.kind !== 'Call') return;
    const meaning = this.#definitions.meaningOf(node.callee, place);
    if (meaning?.kind !== 'member') return;
    if (meaning.module === 'time' && meaning.name === 'sleep') this.#blocking(node, place);
    if (meaning.module !== 'asyncio') return;
    if (takesAwaitable.has(meaning.name)) this.#arguments(node, place);
    if (meaning.name === 'gather') this.#gather(node);
    if (meaning.name === 'wait_for') this.#waitFor(node);
  }

  /** The name of the coroutine function that a call calls, where that is known. */
  #coroutineName(call: Call, place: Place): string | null {
    const { callee } = call;
    const own = this.#coroutineFunction(callee, place);
    if (own !== null) return own.name;
    const meaning = this.#definitions.meaningOf(callee, place);
    if (meaning?.kind === 'member') {
      const isCoroutine = meaning.module === 'asyncio' && coroutineFunctions.has(meaning.name);
      return isCoroutine ? meaning.name : null;
    }
    if (callee.kind !== 'Attribute') return null;
    const object = this.#definitions.meaningOf(callee.value, place);
    return this.#isCoroutineMethod(object, callee.name) ? `${nameOf(object)}.${callee.name}` : null;
  }

  #isCoroutineMethod(object: Meaning | null, method: string): boolean {
    if (object?.kind !== 'object' || object.module !== 'asyncio') return false;
    return coroutineMethods.get(object.name)?.has(method) ?? false;
  }

  /** The `async def` that a name or `self.name` means. */
  #coroutineFunction(node: Expression, place: Place): FunctionDef | null {
    const found = this.#functionOf(node, place);
    if (found === null || !found.isAsync) return null;
    return this.#definitions.scopes.of(found).isGenerator ? null : found;
  }

  #functionOf(node: Expression, place: Place): FunctionDef | null {
    const meaning = this.#definitions.meaningOf(node, place);
    if (meaning?.kind === 'function') return meaning.node;
    if (node.kind !== 'Attribute' || node.value.kind !== 'Name') return null;
    const first = firstParameter(place);
    return first !== null && node.value.id === first
      ? this.#definitions.methodOf(place, node.name)
      : null;
  }

  #notCalled({ name }: FunctionDef, span: Span): void {
    const message = `'${name}' is a coroutine function and is not called here`;
    this.#warn('not-called', message, span, `write ${name}(…) with its arguments`);
  }

  #arguments(call: Call, place: Place): void {
    for (const argument of call.args) {
      const found = this.#coroutineFunction(argument, place);
      if (found !== null) this.#notCalled(found, argument.span);
    }
  }

  #blocking(call: Call, place: Place): void {
    const around = place.function;
    if (around?.kind !== 'FunctionDef' || !around.isAsync) return;
    const message = 'time.sleep in a coroutine holds the whole loop: no other task runs meanwhile';
    this.#warn('blocking-call', message, call.span, 'write await asyncio.sleep(…)');
  }

  #gather(call: Call): void {
    const [first] = call.args;
    const isList = first?.kind === 'List' || first?.kind === 'ListComp' || first?.kind === 'Tuple';
    if (!isList || call.args.length !== 1) return;
    const message = 'gather takes its awaitables one by one, not in a list';
    this.#warn('gather-list', message, first.span, 'write gather(*[…])');
  }

  #waitFor(call: Call): void {
    const timeout = call.args[1] ?? call.keywords.find(({ name }) => name === 'timeout')?.value;
    if (timeout?.kind !== 'Constant' || timeout.type !== 'None') return;
    const message = 'wait_for with timeout=None never times out';
    this.#warn('no-timeout', message, timeout.span, 'give a number of seconds, or await directly');
  }
}

function nameOf(meaning: Meaning | null): string {
  return meaning?.kind === 'object' ? meaning.name : '';
}

/** The name of a method's first parameter: `self`. */
function firstParameter(place: Place): string | null {
  const around = place.function;
  if (place.className === null || around?.kind !== 'FunctionDef') return null;
  const { positionalOnly, positional } = around.parameters;
  return (positionalOnly[0] ?? positional[0])?.name ?? null;
}
