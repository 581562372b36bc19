// What an expression certainly gives, as far as the text shows it: a coroutine, a generator, None,
// an object of asyncio, a value written down. The rules that compare what is wanted with what is
// there ask here; where the text leaves a doubt (a decorator, a name bound twice, an inherited
// method) there is no answer, so that no rule is wrong about a program that works.

import type { Definitions } from './check-definitions.ts';
import type { Place } from './check-walk.ts';
import type { Call, Expression, FunctionDef, Statement } from './tree.ts';

export interface Made {
  readonly kind:
    | 'coroutine'
    | 'async generator'
    | 'generator'
    | 'context manager'
    | 'task'
    | 'future'
    | 'object'
    | 'value';
  /** Of the function or class that was called; of a value: its type. */
  readonly name: string;
  /** What CPython's messages call its type. */
  readonly type: string;
}

/** Coroutine functions of asyncio. */
const coroutineFunctions = new Set(['sleep', 'wait', 'wait_for', 'to_thread']);
const futureFunctions = new Set(['gather', 'shield', 'wrap_future']);
const taskFunctions = new Set(['create_task', 'ensure_future']);

const ofLocks = { coroutines: 'acquire', plain: 'locked release' };
const ofQueues = {
  coroutines: 'get put join',
  plain: 'empty full put_nowait qsize task_done shutdown',
};

/** asyncio's classes: which methods are coroutine functions, which give None or a plain value. */
const classes = new Map(
  Object.entries({
    Lock: ofLocks,
    Semaphore: ofLocks,
    BoundedSemaphore: ofLocks,
    Event: { coroutines: 'wait', plain: 'clear is_set set' },
    Condition: {
      coroutines: 'acquire wait wait_for',
      plain: 'locked notify notify_all release',
    },
    Barrier: { coroutines: 'wait reset abort', plain: '' },
    Queue: ofQueues,
    LifoQueue: ofQueues,
    PriorityQueue: ofQueues,
    TaskGroup: { coroutines: '', plain: '' },
  }).map(([name, { coroutines, plain }]) => [
    name,
    { coroutines: new Set(coroutines.split(' ')), plain: new Set(plain.split(' ')) },
  ]),
);

/** Built-in functions whose result is never awaitable, with its type where that is one. */
const plainBuiltins = new Map([
  ['print', 'NoneType'],
  ['len', 'int'],
  ['range', 'range'],
  ['list', 'list'],
  ['dict', 'dict'],
  ['tuple', 'tuple'],
  ['set', 'set'],
  ['sorted', 'list'],
  ['str', 'str'],
  ['repr', 'str'],
  ['int', 'int'],
  ['float', 'float'],
  ['bool', 'bool'],
  ['isinstance', 'bool'],
  ['enumerate', 'enumerate'],
  ['zip', 'zip'],
]);

const displays: ReadonlyMap<Expression['kind'], string> = new Map([
  ['JoinedStr', 'str'],
  ['List', 'list'],
  ['ListComp', 'list'],
  ['Tuple', 'tuple'],
  ['Set', 'set'],
  ['SetComp', 'set'],
  ['Dict', 'dict'],
  ['DictComp', 'dict'],
  ['GeneratorExp', 'generator'],
  ['Lambda', 'function'],
]);

export class MadeThings {
  readonly #definitions: Definitions;
  /** Functions that are being looked at: `def f(): return f()`. */
  readonly #pending = new Set<Expression>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  /** What an expression gives, or null where that is not certain. */
  madeBy(node: Expression, place: Place): Made | null {
    if (node.kind === 'Constant') return value(typeOfConstant(node));
    if (node.kind === 'NamedExpr') return this.madeBy(node.value, place);
    const display = displays.get(node.kind);
    if (display !== undefined) return value(display);
    if (node.kind === 'Call') return this.#madeByCall(node, place);
    if (node.kind !== 'Name') return null;
    const bound = this.#definitions.valueOf(node, place);
    if (bound === null || this.#pending.has(bound.value)) return null;
    this.#pending.add(bound.value);
    const made = this.madeBy(bound.value, bound.place);
    this.#pending.delete(bound.value);
    return made;
  }

  #madeByCall(call: Call, place: Place): Made | null {
    const { callee } = call;
    const own = this.functionOf(callee, place);
    if (own !== null) return this.#madeByFunction(own, callee.kind === 'Attribute');
    const meaning = this.#definitions.meaningOf(callee, place);
    if (meaning?.kind === 'member') return madeByMember(meaning.module, meaning.name);
    if (callee.kind !== 'Attribute') return null;
    const object = this.#definitions.meaningOf(callee.value, place);
    if (object?.kind !== 'object' || object.module !== 'asyncio') return null;
    const methods = classes.get(object.name);
    const name = `${object.name}.${callee.name}`;
    if (methods?.coroutines.has(callee.name)) return { kind: 'coroutine', name, type: 'coroutine' };
    if (!methods?.plain.has(callee.name)) return null;
    return {
      kind: 'value',
      name,
      type: /^(?:release|set|clear|notify|put|task)/.test(callee.name) ? 'NoneType' : 'bool',
    };
  }

  #madeByFunction(node: FunctionDef, isMethod: boolean): Made | null {
    const { name } = node;
    const { isGenerator } = this.#definitions.scopes.of(node);
    if (node.isAsync) {
      return isGenerator
        ? { kind: 'async generator', name, type: 'async_generator' }
        : { kind: 'coroutine', name, type: 'coroutine' };
    }
    if (isGenerator) return { kind: 'generator', name, type: 'generator' };
    // A method may be another one in a class that derives from this one.
    const isCertain = !isMethod && !returnsValue(node.body);
    return isCertain ? { kind: 'value', name, type: 'NoneType' } : null;
  }

  /** The function of the program that a name or `self.name` means. */
  functionOf(node: Expression, place: Place): FunctionDef | null {
    const meaning = this.#definitions.meaningOf(node, place);
    if (meaning?.kind === 'function') return meaning.node;
    if (node.kind !== 'Attribute' || node.value.kind !== 'Name') return null;
    const first = firstParameter(place);
    return first !== null && node.value.id === first
      ? this.#definitions.methodOf(place, node.name)
      : null;
  }

  /** The coroutine function of the program that an expression means. */
  coroutineFunctionOf(node: Expression, place: Place): FunctionDef | null {
    const found = this.functionOf(node, place);
    if (found === null || !found.isAsync) return null;
    return this.#definitions.scopes.of(found).isGenerator ? null : found;
  }
}

function value(type: string, name = type): Made {
  return { kind: 'value', name, type };
}

function madeByMember(module: string, name: string): Made | null {
  if (module === 'asyncio') {
    if (coroutineFunctions.has(name)) return { kind: 'coroutine', name, type: 'coroutine' };
    if (futureFunctions.has(name)) return { kind: 'future', name, type: '_GatheringFuture' };
    if (taskFunctions.has(name)) return { kind: 'task', name, type: 'Task' };
    if (name === 'timeout' || name === 'timeout_at') {
      return { kind: 'object', name, type: 'asyncio.timeouts.Timeout' };
    }
    return classes.has(name)
      ? { kind: 'object', name, type: `asyncio.${moduleOf(name)}.${name}` }
      : null;
  }
  if (module === 'time' && name === 'sleep') return value('NoneType', 'time.sleep');
  if (module === 'contextlib' && name === 'suppress') {
    return { kind: 'context manager', name, type: 'contextlib.suppress' };
  }
  const type = module === 'builtins' ? plainBuiltins.get(name) : undefined;
  return type === undefined ? null : value(type, name);
}

function moduleOf(name: string): string {
  if (name.endsWith('Queue')) return 'queues';
  return name === 'TaskGroup' ? 'taskgroups' : 'locks';
}

function typeOfConstant(node: Expression & { readonly kind: 'Constant' }): string {
  return node.type === 'None' ? 'NoneType' : node.type === 'Ellipsis' ? 'ellipsis' : node.type;
}

/** The name of a method's first parameter: `self`. */
function firstParameter(place: Place): string | null {
  const around = place.function;
  if (place.className === null || around?.kind !== 'FunctionDef') return null;
  const { positionalOnly, positional } = around.parameters;
  return (positionalOnly[0] ?? positional[0])?.name ?? null;
}

/** Whether a body may return something else than None, functions inside it aside. */
function returnsValue(body: readonly Statement[]): boolean {
  return body.some((node) => {
    if (node.kind === 'Return') return node.value !== null;
    return blocksOf(node).some(returnsValue);
  });
}

/** The blocks directly inside a statement that belong to the same function. */
export function blocksOf(node: Statement): readonly (readonly Statement[])[] {
  switch (node.kind) {
    case 'If':
    case 'For':
    case 'While':
      return [node.body, node.orelse];
    case 'With':
      return [node.body];
    case 'Try': {
      const handlers = node.handlers.map((handler) => handler.body);
      return [node.body, ...handlers, node.orelse, node.finalbody];
    }
    case 'Match':
      return node.cases.map((each) => each.body);
    default:
      return [];
  }
}
