// Warnings that teach: what asyncio takes without a word and what surely was not meant. A
// coroutine that is called and dropped, a blocking call in a coroutine, a function handed over
// where its coroutine was meant. The program still runs, as it does on CPython.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Definitions } from './check-definitions.ts';
import { type Made, MadeThings } from './check-made.ts';
import type { Place, Rule } from './check-walk.ts';
import type { Call, Expression, FunctionDef, Statement } from './tree.ts';

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
  readonly #made: MadeThings;

  constructor(report: Report, definitions: Definitions) {
    this.#report = report;
    this.#definitions = definitions;
    this.#made = new MadeThings(definitions);
  }

  #warn(code: string, message: string, span: Span, hint: string): void {
    this.#report({ severity: 'warning', code, message, span, hint });
  }

  statement(node: Statement, place: Place): void {
    if (node.kind !== 'Expr' || node.value.kind !== 'Call') return;
    const made = this.#made.madeBy(node.value, place);
    if (made?.kind !== 'coroutine') return;
    const message = `coroutine '${made.name}' is called and dropped: its body never runs`;
    this.#warn('never-awaited', message, node.value.span, adviceForDropped(made, place));
  }

  expression(node: Expression, place: Place): void {
    if (node.kind === 'Await') {
      const called = this.#made.coroutineFunctionOf(node.value, place);
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

  #notCalled({ name }: FunctionDef, span: Span): void {
    const message = `'${name}' is a coroutine function and is not called here`;
    this.#warn('not-called', message, span, `write ${name}(…) with its arguments`);
  }

  #arguments(call: Call, place: Place): void {
    for (const argument of call.args) {
      const found = this.#made.coroutineFunctionOf(argument, place);
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

/** A coroutine cannot be awaited everywhere: a plain function or the module has to start it. */
function adviceForDropped({ name }: Made, { function: around }: Place): string {
  const start = 'write await before the call, or hand it to create_task';
  if (around?.kind === 'FunctionDef' && around.isAsync) return start;
  if (around === null) return `start it: asyncio.run(${name}(…))`;
  const caller = around.kind === 'FunctionDef' ? around.name : null;
  return caller === null ? start : `make the caller a coroutine, and await: async def ${caller}(…)`;
}
