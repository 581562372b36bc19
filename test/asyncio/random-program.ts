// The language of oracle/corpus.py on the simulator: word for word what that file does on asyncio.
import type { AsCompletedIterator } from '../../src/asyncio/as-completed.ts';
import type { EventLoop } from '../../src/asyncio/base-events.ts';
import * as sim from '../../src/index.ts';
import { type Body, type Log, type Program, show } from './observe.ts';

/** `[word, argument …]`. */
export type Operation = readonly [string, ...unknown[]];
type Ended = readonly [unknown] | null;
type Awaited = sim.Coroutine<unknown> | sim.Future<unknown>;

interface Scope {
  readonly timeout: sim.Timeout | null;
  readonly group: sim.TaskGroup | null;
}

const ERRORS = new Map<string, (text: string) => sim.BaseException>([
  ['value', (text) => new sim.ValueError(text)],
  ['key', (text) => new sim.KeyError(text)],
  ['cancelled', (text) => new sim.CancelledError(text)],
  ['timeout', (text) => new sim.TimeoutError(text)],
  ['interrupt', (text) => new sim.KeyboardInterrupt(text)],
  ['exit', (text) => new sim.SystemExit(text)],
]);

function isCaught(word: string, error: unknown): boolean {
  if (word === 'cancelled') return error instanceof sim.CancelledError;
  if (word === 'timeout') return error instanceof sim.TimeoutError;
  return word === 'error' ? error instanceof sim.Exception : error instanceof sim.BaseException;
}

function showWithCause(error: unknown): string {
  const cause = error instanceof sim.BaseException ? error.cause : null;
  return show(error) + (cause === null ? '' : ` from ${show(cause)}`);
}

type Block = Iterable<unknown, Ended, unknown>;
type Run = (world: World, body: readonly Operation[], scope: Scope) => Block;

class World {
  readonly loop: EventLoop = sim.getRunningLoop();
  readonly tasks = new Map<string, sim.Task>();
  readonly futures = [0, 1, 2].map(() => this.loop.createFuture());
  readonly locks = [new sim.Lock(), new sim.Lock()];
  readonly semaphores = [new sim.Semaphore(1), new sim.Semaphore(2)];
  readonly events = [new sim.Event(), new sim.Event()];
  readonly conditions = [new sim.Condition(), new sim.Condition()];
  readonly queues = [
    new sim.Queue<unknown>(1),
    new sim.LifoQueue<unknown>(2),
    new sim.PriorityQueue<unknown>(),
  ];
  readonly log: Log;
  readonly run: Run;

  constructor(log: Log, run: Run) {
    this.log = log;
    this.run = run;
  }

  name(future: sim.Future): string {
    if (future instanceof sim.Task) return future.getName();
    return this.futures.includes(future) ? `f${this.futures.indexOf(future)}` : 'future';
  }
}

/**
 * A program of the corpus as the simulator's. `stacked`: each block of it is a coroutine of its own on
 * the await stack, and not a generator inside of another.
 */
export function programOf(operations: readonly Operation[], stacked = false): Program {
  return function* (log) {
    const world = new World(log, stacked ? sim.coroutine(run, 'run') : run);
    return yield* bodyOf(world, operations, { timeout: null, group: null });
  };
}

const bodyOf = sim.coroutine(function* (
  world: World,
  body: readonly Operation[],
  scope: Scope,
): Body {
  const ended = yield* world.run(world, body, scope);
  return ended === null ? null : ended[0];
});

function* run(world: World, body: readonly Operation[], scope: Scope): Body<Ended> {
  for (const operation of body) {
    const ended = yield* perform(world, operation, scope);
    if (ended !== null) return ended;
  }
  return null;
}

function act(world: World, operation: Operation, scope: Scope): boolean {
  const [word, first, second] = operation;
  if (word === 'raise') throw ERRORS.get(first as string)!(second as string);
  const effect = EFFECTS.get(word);
  if (effect === undefined) return false;
  try {
    effect(world, operation.slice(1) as never[], scope);
  } catch (error) {
    if (!(error instanceof sim.Exception)) throw error;
    world.log(`refused ${show(error)}`);
  }
  return true;
}

function actAll(world: World, operations: readonly Operation[], scope: Scope): void {
  for (const operation of operations) act(world, operation, scope);
}

type Effect = (world: World, rest: readonly never[], scope: Scope) => void;

/** Tells about a task, or that there is none. */
function aboutTask(world: World, name: string, tell: (task: sim.Task) => string): void {
  const task = world.tasks.get(name);
  world.log(task === undefined ? `no ${name}` : tell(task));
}

function spawn(world: World, rest: readonly never[], scope: Scope, eagerStart: boolean): void {
  const coroutine = bodyOf(world, rest[1], scope);
  world.tasks.set(rest[0], world.loop.createTask(coroutine, { eagerStart }));
}

const later = (world: World, [delay, body]: readonly never[], scope: Scope): { cancel(): void } =>
  world.loop.callLater(delay as number, () => actAll(world, body, scope));

const locked = ({ locks, semaphores, conditions }: World): string =>
  show([...locks, ...semaphores, ...conditions].map((each) => each.locked()));

const EFFECTS = new Map<string, Effect>([
  ['log', (world, [text]) => world.log(text)],
  [
    'cancel',
    (world, [name, message]) =>
      aboutTask(world, name, (task) => {
        return `cancel ${name} ${show(task.cancel(message))} ${task.cancelling()}`;
      }),
  ],
  ['uncancel', (world) => world.log(`left ${show(sim.currentTask()?.uncancel() ?? null)}`)],
  ['cancelling', (world) => world.log(`count ${show(sim.currentTask()?.cancelling() ?? null)}`)],
  [
    'state',
    (world, [name]) =>
      aboutTask(world, name, (task) => {
        return `${name} ${show(task.done())} ${show(task.cancelled())} ${task.cancelling()}`;
      }),
  ],
  ['set_result', (world, [index, value]) => world.futures[index].setResult(value)],
  [
    'set_exception',
    (world, [index, name]) => world.futures[index].setException(ERRORS.get(name)!('f')),
  ],
  [
    'cancel_future',
    (world, [index, message]) => world.log(show(world.futures[index].cancel(message))),
  ],
  ['event_set', (world, [index]) => world.events[index].set()],
  ['event_clear', (world, [index]) => world.events[index].clear()],
  ['lock_release', (world, [index]) => world.locks[index].release()],
  ['semaphore_release', (world, [index]) => world.semaphores[index].release()],
  ['notify', (world, [index, count]) => world.conditions[index].notify(count)],
  ['notify_all', (world, [index]) => world.conditions[index].notifyAll()],
  ['put_nowait', (world, [index, item]) => world.queues[index].putNowait(item)],
  ['get_nowait', (world, [index]) => world.log(`got ${show(world.queues[index].getNowait())}`)],
  ['task_done', (world, [index]) => world.queues[index].taskDone()],
  ['shutdown', (world, [index, immediate]) => world.queues[index].shutdown(immediate)],
  ['locked', (world) => world.log(locked(world))],
  ['sizes', (world) => world.log(show(world.queues.map((each) => each.qsize())))],
  ['soon', (world, [body], scope) => void world.loop.callSoon(() => actAll(world, body, scope))],
  ['later', (world, rest, scope) => void later(world, rest, scope)],
  [
    'handle',
    (world, rest, scope) => {
      const handle = later(world, rest, scope);
      world.loop.callLater(rest[2] as number, () => handle.cancel());
    },
  ],
  [
    'callback',
    (world, [name, body], scope) => {
      world.tasks.get(name)?.addDoneCallback(() => actAll(world, body, scope));
    },
  ],
  [
    'future_callback',
    (world, [index, body], scope) => {
      world.futures[index].addDoneCallback(() => actAll(world, body, scope));
    },
  ],
  ['spawn', (world, rest, scope) => spawn(world, rest, scope, false)],
  ['spawn_eager', (world, rest, scope) => spawn(world, rest, scope, true)],
  [
    'group_spawn',
    (world, [name, body], scope) => {
      if (scope.group === null) world.log('no group');
      else world.tasks.set(name, scope.group.createTask(bodyOf(world, body, scope)));
    },
  ],
  [
    'reschedule',
    (world, [delay], scope) => {
      if (scope.timeout === null) world.log('no timeout');
      else scope.timeout.reschedule(delay === null ? null : world.loop.time() + delay);
    },
  ],
  ['expired', (world, _rest, scope) => world.log(show(scope.timeout?.expired() ?? null))],
  [
    'all_tasks',
    (world) => {
      const numbers = [...sim.allTasks()].map((task) => Number(task.getName().slice(5)));
      world.log(`alive ${show(numbers.sort((a, b) => a - b))}`);
    },
  ],
]);

function operand(world: World, spec: Operation, scope: Scope): Awaited | null {
  const [word, first, second] = spec;
  if (word === 'coroutine') return bodyOf(world, first as Operation[], scope);
  if (word === 'task') return world.tasks.get(first as string) ?? null;
  if (word === 'future') return world.futures[first as number];
  const inner = operands(world, first as Operation[], scope);
  if (word === 'gather') return sim.gather(inner, { returnExceptions: second === true });
  return inner.length > 0 ? sim.shield(inner[0]) : null;
}

function operands(world: World, specs: readonly Operation[], scope: Scope): Awaited[] {
  const found = specs.map((spec) => operand(world, spec, scope));
  return found.filter((each) => each !== null);
}

function* perform(world: World, operation: Operation, scope: Scope): Body<Ended> {
  if (act(world, operation, scope)) return null;
  const [word, ...rest] = operation;
  const composite = COMPOSITES.get(word);
  if (composite !== undefined) return yield* composite(world, rest as never[], scope);
  yield* WAITS.get(word)!(world, rest as never[], scope);
  return null;
}

type Composite = (world: World, rest: readonly never[], scope: Scope) => Body<Ended>;
type Wait = (world: World, rest: readonly never[], scope: Scope) => Body;

function* inside(
  world: World,
  manager: sim.AsyncContextManager<void>,
  body: readonly Operation[],
  scope: Scope,
): Body<Ended> {
  return yield* sim.using(manager, () => world.run(world, body, scope));
}

const COMPOSITES = new Map<string, Composite>([
  [
    'return',
    function* (_world, [value]) {
      return [value];
    },
  ],
  ['try', attempt],
  [
    'repeat',
    function* (world, [count, body], scope) {
      for (let i = 0; i < count; i++) {
        const ended = yield* world.run(world, body, scope);
        if (ended !== null) return ended;
      }
      return null;
    },
  ],
  [
    'timeout',
    function* (world, [delay, body], scope) {
      const timeout = sim.timeout(delay);
      const ended = yield* sim.using(timeout, () => world.run(world, body, { ...scope, timeout }));
      world.log(`left timeout ${show(timeout.expired())}`);
      return ended;
    },
  ],
  [
    'group',
    function* (world, [body], scope) {
      const group = new sim.TaskGroup();
      const ended = yield* sim.using(group, () => world.run(world, body, { ...scope, group }));
      world.log('left group');
      return ended;
    },
  ],
  ['lock', (world, [index, body], scope) => inside(world, world.locks[index], body, scope)],
  [
    'semaphore',
    (world, [index, body], scope) => inside(world, world.semaphores[index], body, scope),
  ],
  [
    'condition',
    (world, [index, body], scope) => inside(world, world.conditions[index], body, scope),
  ],
]);

function* attempt(world: World, rest: readonly never[], scope: Scope): Body<Ended> {
  const [body, caught, handler, final, reraise] = rest;
  try {
    return yield* world.run(world, body, scope);
  } catch (error) {
    if (!isCaught(caught, error)) throw error;
    world.log(`caught ${showWithCause(error)}`);
    const ended = yield* world.run(world, handler, scope);
    if (reraise) throw error;
    return ended;
  } finally {
    yield* world.run(world, final, scope);
  }
}

function* asCompleted(world: World, completed: AsCompletedIterator<unknown>): Body<void> {
  for (const next of completed) {
    try {
      world.log(`next ${show(yield* next)}`);
    } catch (error) {
      if (!(error instanceof sim.ValueError || error instanceof sim.KeyError)) throw error;
      world.log(`next ${showWithCause(error)}`);
    }
  }
}

function* asCompletedAsync(world: World, completed: AsCompletedIterator<unknown>): Body {
  for (;;) {
    let future: sim.Future;
    try {
      future = yield* completed.anext();
    } catch (error) {
      if (error instanceof sim.StopAsyncIteration) return;
      throw error;
    }
    world.log(`next ${world.name(future)} ${show(future.cancelled())}`);
  }
}

const WAITS = new Map<string, Wait>([
  ['sleep', (_world, [delay]) => wait(sim.sleep(delay))],
  ['await', (world, [spec], scope) => logged(world, 'value', operand(world, spec, scope))],
  ['acquire', (world, [index]) => logged(world, 'acquired', world.locks[index].acquire())],
  ['semaphore_acquire', (world, [index]) => wait(world.semaphores[index].acquire())],
  ['event_wait', (world, [index]) => logged(world, 'event', world.events[index].wait())],
  ['condition_wait', (world, [index]) => logged(world, 'notified', world.conditions[index].wait())],
  [
    'condition_wait_for',
    (world, [index, event]) => {
      const predicate = (): boolean => world.events[event].isSet();
      return logged(world, 'true', world.conditions[index].waitFor(predicate));
    },
  ],
  ['put', (world, [index, item]) => wait(world.queues[index].put(item))],
  ['get', (world, [index]) => logged(world, 'got', world.queues[index].get())],
  ['join', (world, [index]) => wait(world.queues[index].join())],
  [
    'gather',
    (world, [specs, returnExceptions], scope) =>
      logged(world, 'gathered', sim.gather(operands(world, specs, scope), { returnExceptions })),
  ],
  ['wait', waitForSome],
  [
    'wait_for',
    function* (world, [spec, delay], scope) {
      const awaited = operand(world, spec, scope);
      if (awaited !== null) yield* logged(world, 'in time', sim.waitFor(awaited, delay));
    },
  ],
  [
    'as_completed',
    function* (world, [specs, timeout], scope) {
      yield* asCompleted(world, sim.asCompleted(operands(world, specs, scope), { timeout }));
    },
  ],
  [
    'as_completed_async',
    function* (world, [specs, timeout], scope) {
      yield* asCompletedAsync(world, sim.asCompleted(operands(world, specs, scope), { timeout }));
    },
  ],
]);

function* wait(awaited: Awaited): Body {
  return yield* awaited;
}

function* logged(world: World, word: string, awaited: Awaited | null): Body<void> {
  if (awaited !== null) world.log(`${word} ${show(yield* awaited)}`);
}

function* waitForSome(world: World, rest: readonly never[], scope: Scope): Body<void> {
  const [specs, timeout, returnWhen] = rest;
  const futures = operands(world, specs, scope) as sim.Future[];
  if (futures.length === 0) return;
  const [done, pending] = yield* sim.wait(futures, { timeout, returnWhen });
  const names = [done, pending].map((set) => [...set].map((each) => world.name(each)).join(' '));
  world.log(`done ${names[0]} pending ${names[1]}`);
}
