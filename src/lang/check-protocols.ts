// Things used by the wrong protocol: `await` of what cannot be awaited, `with` where `async with`
// is meant, `for` over what only `async for` can walk, and the other way round. The program runs
// until CPython raises its TypeError there, with these words; a warning says so before, with what
// to write. Source: CPython 3.14 Objects/genobject.c, Python/ceval.c (special method messages).

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Definitions } from './check-definitions.ts';
import { type Made, MadeThings } from './check-made.ts';
import { expectsAny, type Place, type Rule } from './check-walk.ts';
import type { DictComp, ElementComprehension, Expression, Statement, With } from './tree.ts';

/** Objects of asyncio that `async with` takes, by the name of their class or function. */
const asyncManagers = new Set([
  ...['Lock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Barrier'],
  ...['TaskGroup', 'timeout', 'timeout_at'],
]);

const isWord = 'does not support the context manager protocol (missed __exit__ method)';
const isAsyncWord =
  'does not support the asynchronous context manager protocol (missed __aexit__ method)';

export class ProtocolRule implements Rule {
  readonly #report: Report;
  readonly #definitions: Definitions;
  readonly #made: MadeThings;

  constructor(report: Report, definitions: Definitions) {
    this.#report = report;
    this.#definitions = definitions;
    this.#made = new MadeThings(definitions);
  }

  #warn(code: string, message: string, span: Span, hint?: string): void {
    const diagnostic = { severity: 'warning', code, message, span } as const;
    this.#report(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }

  statement(node: Statement, place: Place): void {
    if (expectsAny(place, 'TypeError', 'AttributeError')) return;
    if (node.kind === 'With') this.#with(node, place);
    if (node.kind === 'For') this.#walked(node.iterable, node.isAsync, place);
    if (node.kind === 'Assign') this.#unpacked(node.targets, node.value, place);
  }

  expression(node: Expression, place: Place): void {
    if (expectsAny(place, 'TypeError')) return;
    switch (node.kind) {
      case 'Await':
        this.#awaited(node.value, place);
        return;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        this.#comprehension(node, place);
        return;
      case 'Call': {
        const [first] = node.args;
        const meaning = this.#definitions.meaningOf(node.callee, place);
        const isBuiltin = meaning?.kind === 'member' && meaning.module === 'builtins';
        if (!isBuiltin || first === undefined || !walkers.has(meaning.name)) return;
        this.#walked(first, false, place);
        return;
      }
      default:
        return;
    }
  }

  #awaited(node: Expression, place: Place): void {
    const around = place.function;
    if (around?.kind !== 'FunctionDef' || !around.isAsync) return;
    const made = this.#made.madeBy(node, place);
    if (made === null || made.kind === 'coroutine' || made.kind === 'task') return;
    // time.sleep is told by its own rule: what to write instead is another call.
    if (made.kind === 'future' || made.name === 'time.sleep') return;
    const type = made.type.slice(made.type.lastIndexOf('.') + 1);
    this.#warn(
      'not-awaitable',
      `'${type}' object can't be awaited`,
      node.span,
      adviceForAwait(made),
    );
  }

  #with(node: With, place: Place): void {
    for (const { context } of node.items) {
      const isLate = context.kind === 'Await';
      const made = this.#made.madeBy(isLate ? context.value : context, place);
      if (made === null || made.kind === 'task' || made.kind === 'future') continue;
      const { kind, name } = made;
      const isAsyncManager = kind === 'object' && asyncManagers.has(name);
      if (isLate) {
        if (isAsyncManager && !node.isAsync) {
          const message = `a ${name} is entered with async with, and is not awaited`;
          this.#warn('wrong-with', message, context.span, 'write: async with … :');
        }
        continue;
      }
      if (node.isAsync ? isAsyncManager : kind === 'context manager') continue;
      const what = `'${made.type}' object ${node.isAsync ? isAsyncWord : isWord}`;
      this.#warn('wrong-with', what, context.span, adviceForWith(made, node.isAsync));
    }
  }

  #comprehension(node: ElementComprehension | DictComp, place: Place): void {
    for (const [index, { iterable, isAsync }] of node.generators.entries()) {
      if (index === 0) this.#walked(iterable, isAsync, place);
    }
  }

  /** What a loop walks over. */
  #walked(node: Expression, isAsync: boolean, place: Place): void {
    const made = this.#made.madeBy(node, place);
    if (made === null || made.kind === 'task' || made.kind === 'future') return;
    if (isAsync) {
      if (made.kind === 'async generator') return;
      const requires = "'async for' requires an object with __aiter__ method";
      const hint =
        made.kind === 'coroutine' ? `write: async for … in await ${made.name}(…)` : 'write for';
      this.#warn('wrong-for', `${requires}, got ${shortType(made)}`, node.span, hint);
      return;
    }
    const advice = new Map([
      ['async generator', 'write async for'],
      ['coroutine', `write await before it: await ${made.name}(…)`],
    ]).get(made.kind);
    const isQueue = made.kind === 'object' && made.name.endsWith('Queue');
    if (advice === undefined && !isQueue) return;
    const hint = advice ?? 'take the items one by one: item = await queue.get()';
    this.#warn('wrong-for', `'${shortType(made)}' object is not iterable`, node.span, hint);
  }

  #unpacked(targets: readonly Expression[], value: Expression, place: Place): void {
    if (!targets.some(({ kind }) => kind === 'Tuple' || kind === 'List')) return;
    const made = this.#made.madeBy(value, place);
    if (made?.kind !== 'coroutine') return;
    const message = 'cannot unpack non-iterable coroutine object';
    this.#warn('coroutine-value', message, value.span, `write await ${made.name}(…)`);
  }
}

/** Built-ins that walk over their first argument. */
const walkers = new Set(['list', 'tuple', 'set', 'sorted', 'sum', 'enumerate', 'any', 'all']);

function shortType({ type }: Made): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

function adviceForAwait({ kind, name, type }: Made): string {
  if (kind === 'async generator') return `walk over it: async for … in ${name}(…)`;
  if (kind === 'generator') {
    return `walk over it: for … in ${name}(…), or make it a coroutine: async def without yield`;
  }
  if (kind === 'value') {
    const isCall = name !== type || type === 'NoneType';
    return isCall && name !== type ? `leave await out: ${name} is no coroutine` : 'leave await out';
  }
  if (name === 'Event') return 'write await event.wait()';
  if (name.endsWith('Queue')) return 'write item = await queue.get()';
  if (name === 'Barrier') return 'write await barrier.wait()';
  if (kind === 'context manager') return 'write with';
  return 'write async with';
}

function adviceForWith({ kind, name }: Made, isAsync: boolean): string | undefined {
  if (kind === 'context manager') return 'write with, without async';
  if (kind === 'object' && asyncManagers.has(name)) return 'write async with';
  if (name === 'Event') return 'wait for it: await event.wait()';
  if (name.endsWith('Queue')) return 'take an item: item = await queue.get()';
  if (kind === 'coroutine') return `write await before it: await ${name}(…)`;
  const decorator = isAsync ? 'asynccontextmanager' : 'contextmanager';
  if (kind === 'generator' && !isAsync) return `decorate ${name} with @contextlib.${decorator}`;
  if (kind === 'async generator' && isAsync)
    return `decorate ${name} with @contextlib.${decorator}`;
  if (kind === 'generator' || kind === 'async generator') {
    const other = isAsync
      ? 'contextmanager, and write with'
      : 'asynccontextmanager, and write async with';
    return `decorate ${name} with @contextlib.${other}`;
  }
  return undefined;
}
