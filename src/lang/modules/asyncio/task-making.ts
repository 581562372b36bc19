// How programs make tasks: create_task of the module, the loop and a group, ensure_future, the
// classes Task and Future called by hand, task factories. A program's factory gets the keywords as
// they were given; without one they are the arguments of Task, whose errors are those of C.
// Source: CPython Modules/_asynciomodule.c (_asyncio_Task___init__), Lib/asyncio/base_events.py
// (create_task), tasks.py (create_task, ensure_future, create_eager_task_factory).

import type { EventLoop } from '../../../asyncio/base-events.ts';
import { EventLoop as EventLoopClass } from '../../../asyncio/base-events.ts';
import { Coroutine } from '../../../asyncio/coroutines.ts';
import { ensureFuture } from '../../../asyncio/ensure-future.ts';
import { AttributeError, PyTypeError, RuntimeError } from '../../../asyncio/exceptions.ts';
import { Future } from '../../../asyncio/futures.ts';
import { CREATE_TASK, ENSURE_FUTURE, GROUP_CREATE_TASK } from '../../../asyncio/library-places.ts';
import type { TaskOptions } from '../../../asyncio/task-options.ts';
import type { TaskGroup } from '../../../asyncio/taskgroups.ts';
import { Task } from '../../../asyncio/tasks.ts';
import type { Interpreter } from '../../interpreter.ts';
import { isCallable } from '../../objects/callable.ts';
import { callBuiltin, LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { typeName } from '../../objects/type-of.ts';
import type { Builtin } from '../../values.ts';
import { awaitable, coroutineArgument, taskOptions } from './arguments.ts';
import { constructsNatively } from './construct.ts';
import { futureClass, taskClass } from './futures.ts';

type Keywords = ReadonlyMap<string, unknown>;

/** The `loop` argument of Future and Task, of which CPython asks for its debug mode first. */
function homeOf(run: Interpreter, loop: unknown): EventLoop {
  if (loop === null) return run.policy.getEventLoop();
  if (loop instanceof EventLoopClass) return loop;
  throw new AttributeError(`'${typeName(loop)}' object has no attribute 'get_debug'`);
}

/** `Task(…)` with its arguments bound. */
function newTask(
  run: Interpreter,
  coro: unknown,
  loop: unknown,
  name: unknown,
  context: unknown,
  eagerStart: unknown,
): Task {
  const isEager = truthy(run, eagerStart);
  const home = homeOf(run, loop);
  const coroutine = coroutineArgument(run, coro);
  const options = taskOptions(run, name, context);
  const isRefused = home.isClosed() || (isEager && loop === null);
  // CPython has given the name by the time that it notices.
  if (isRefused && name === null) home.counters.nextName();
  if (isEager && loop === null) {
    throw new AttributeError("'NoneType' object has no attribute 'is_running'");
  }
  if (isRefused) throw new RuntimeError('Event loop is closed');
  const task = new Task(home, coroutine, { ...options, eagerStart: isEager });
  home.debugging?.amend(task, null);
  return task;
}

const TASK = 'Task(coro, *, loop=None, name=None, context=None, eager_start=False)';
const taskCall = constructsNatively(taskClass, TASK, newTask);
constructsNatively(futureClass, 'Future(*, loop=None)', (run, loop: unknown) => {
  const home = homeOf(run, loop);
  const future = home.createFuture();
  home.debugging?.amend(future, null);
  return future;
});

/** `loop.create_task(coro, **keywords)`. */
export function createTaskOn(
  run: Interpreter,
  loop: EventLoop,
  coro: unknown,
  keywords: Keywords,
): unknown {
  if (loop.isClosed()) throw new RuntimeError('Event loop is closed');
  const factory = loop.getTaskFactory();
  if (factory !== null) return run.call(factory, [loop, coro], keywords);
  if (keywords.size === 0) return loop.createTask(coroutineArgument(run, coro));
  if (keywords.has('loop')) {
    throw new PyTypeError("_asyncio.Task() got multiple values for keyword argument 'loop'");
  }
  return callBuiltin(run, taskCall, [coro], new Map([...keywords, ['loop', loop]]));
}

/** Debug mode: the library's place that made a task. */
function amend(loop: EventLoop, task: unknown, place: string): void {
  if (task instanceof Task) loop.debugging?.amend(task, place);
}

/** `group.create_task(coro, **keywords)`. */
export function createTaskIn(
  run: Interpreter,
  group: TaskGroup,
  coro: unknown,
  keywords: Keywords,
): unknown {
  const close = (): unknown => run.call(run.objects.getAttribute(run, coro, 'close'), []);
  const loop = group.admit(coro instanceof Coroutine ? coro : { close });
  const task = createTaskOn(run, loop, coro, keywords);
  amend(loop, task, GROUP_CREATE_TASK);
  group.add(task as Task);
  return task;
}

const NO_KEYWORDS: Keywords = new Map();

/** `ensure_future(value, loop=loop)`. */
function ensureFutureOn(run: Interpreter, value: unknown, loop: unknown): unknown {
  const runs = awaitable(run, value);
  if (runs instanceof Future) return ensureFuture(runs, loop as EventLoop | null);
  const home = loop === null ? run.policy.getEventLoop() : loop;
  if (!(home instanceof EventLoopClass)) {
    throw new AttributeError(`'${typeName(home)}' object has no attribute 'create_task'`);
  }
  try {
    const task = createTaskOn(run, home, runs, NO_KEYWORDS);
    amend(home, task, ENSURE_FUTURE);
    return task;
  } catch (error) {
    if (error instanceof RuntimeError && runs === value && runs.state === 'CREATED') runs.close();
    throw error;
  }
}

/** `create_eager_task_factory(construct)`. */
function eagerFactory(construct: unknown): Builtin {
  return new LibraryFunction(
    'create_eager_task_factory.<locals>.factory(loop, coro, *, eager_start=True, **kwargs)',
    (run, loop: unknown, coro: unknown, eagerStart: unknown, keywords: Keywords) =>
      run.call(
        construct,
        [coro],
        new Map([['loop', loop], ['eager_start', eagerStart], ...keywords]),
      ),
  );
}

/** `asyncio.eager_task_factory`. */
export const eagerTaskFactory = eagerFactory(taskClass);

/** `loop.set_task_factory(factory)`. Throws TypeError for what cannot be called. */
export function setTaskFactory(run: Interpreter, loop: EventLoop, factory: unknown): null {
  if (factory === null) {
    loop.setTaskFactory(null);
    return null;
  }
  if (!isCallable(factory)) throw new PyTypeError('task factory must be a callable or None');
  const make = (
    home: EventLoop,
    coroutine: Coroutine<never>,
    { context }: TaskOptions,
  ): Task<never> => {
    const keywords = context === undefined ? NO_KEYWORDS : new Map([['context', context]]);
    return run.call(factory, [home, coroutine], keywords) as Task<never>;
  };
  loop.setTaskFactory(make as never, factory);
  return null;
}

const createTask = new LibraryFunction(
  'create_task(coro, **kwargs)',
  (run, coro: unknown, keywords: Keywords) => {
    const loop = run.runningLoop();
    const task = createTaskOn(run, loop, coro, keywords);
    amend(loop, task, CREATE_TASK);
    return task;
  },
);
createTask.checkedSignature = 'create_task(coro, *, name=None, context=None, eager_start=None)';

/** The functions of the module that make tasks. */
export const taskFunctions: readonly Builtin[] = [
  createTask,
  new LibraryFunction(
    'ensure_future(coro_or_future, *, loop=None)',
    (run, value: unknown, loop: unknown) => ensureFutureOn(run, value, loop),
  ),
  new LibraryFunction(
    'create_eager_task_factory(custom_task_constructor)',
    (_run, construct: unknown) => eagerFactory(construct),
  ),
];
