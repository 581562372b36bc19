// Themes of what tasks share: locks, events, conditions, semaphores, barriers, queues, and the
// programs that end in a deadlock over them. All objects are few, so that tasks meet.
import { choose, code, number, type Piece, type Weighted, word } from './code.ts';
import type { Theme } from './program.ts';
import {
  anyTask,
  cancelAny,
  cancelSelf,
  delay,
  leaf,
  limit,
  mark,
  settle,
  settleLater,
  sleep,
} from './steps.ts';

const lock = word('lock', 'lock', 'other_lock');
const gate = word('semaphore', 'bounded');
const flagOf = word('event', 'other_event');
const hold = choose([3, code`await asyncio.sleep(${delay})`], [1, mark]);
const cancelLater = code`asyncio.get_running_loop().call_later(${delay}, cancel, ${anyTask}, 'later')`;

const inTime = (coroutine: Piece): Piece =>
  code`log(@, await asyncio.wait_for(${coroutine}, ${limit}))`;
const freely = (piece: Piece): Piece => code`
  try:
      ${piece}
  except (RuntimeError, ValueError) as e:
      log(@, show(e))`;

const lockDefinitions = [
  'lock = asyncio.Lock()',
  'other_lock = asyncio.Lock()',
  'event = asyncio.Event()',
  'other_event = asyncio.Event()',
  'condition = asyncio.Condition()',
  'semaphore = asyncio.Semaphore(1)',
  'bounded = asyncio.BoundedSemaphore(2)',
  `async def taker(name, lock):
    async with lock:
        log('taker', name)
        await asyncio.sleep(0.25)`,
  `def look():
    held = [each.locked() for each in (lock, other_lock, condition, semaphore, bounded)]
    log('look', held, event.is_set(), other_event.is_set())
    for each in (lock, event, condition, semaphore, bounded):
        log('shows', repr(each).split('[')[1])`,
];
const waiting = choose(
  [3, code`${lock}.acquire()`],
  [3, code`${gate}.acquire()`],
  [2, code`${flagOf}.wait()`],
);
const lockSteps: readonly Weighted[] = [
  [2, code`log(@, await ${lock}.acquire())`],
  [2, code`log(@, await ${gate}.acquire())`],
  [3, freely(code`${lock}.release()`)],
  [3, freely(code`${gate}.release()`)],
  [2, inTime(waiting)],
  [2, code`log(@, await ${flagOf}.wait())`],
  [2, code`${flagOf}.set()`],
  [1, code`${flagOf}.clear()`],
  [
    1,
    code`
    ${flagOf}.set()
    event.clear()`,
  ],
  [
    3,
    code`
    async with condition:
        log(@, await condition.wait())
        ${hold}`,
  ],
  [
    1,
    code`
    async with condition:
        log(@, await condition.wait_for(event.is_set))`,
  ],
  [
    1,
    code`
    async with condition:
        log(@, await asyncio.wait_for(condition.wait(), ${limit}))`,
  ],
  [
    3,
    code`
    async with condition:
        condition.${word('notify()', 'notify(2)', 'notify_all()')}
        ${hold}`,
  ],
  [0.5, freely(code`condition.notify()`)],
  [0.5, freely(code`await condition.wait()`)],
  [1, cancelLater],
  [1, word('look()')],
  [
    2,
    code`
    ${freely(code`${choose([1, lock], [2, gate])}.release()`)}
    ${cancelAny}`,
  ],
  [
    2,
    code`
    taker@ = spawn(taker(@, ${choose([1, lock], [2, gate])}))
    ${sleep}
    ${freely(code`${choose([1, lock], [2, gate])}.release()`)}
    cancel(taker@, 'handed over')`,
  ],
  [
    0.7,
    code`
    ${flagOf}.set()
    ${cancelAny}`,
  ],
  [
    2,
    code`
    async with condition:
        condition.notify_all()
        ${cancelAny}
        ${hold}
        ${cancelAny}`,
  ],
];
const lockBlocks = (body: Piece): readonly Weighted[] => [
  [
    3,
    code`
    async with ${lock}:
        ${body}`,
  ],
  [
    3,
    code`
    async with ${gate}:
        ${body}`,
  ],
  [
    1,
    code`
    async with asyncio.timeout(${limit}):
        async with ${lock}:
            ${body}`,
  ],
  [
    1,
    code`
    async with condition:
        ${body}`,
  ],
];
const locks: Theme = {
  name: 'locks',
  definitions: lockDefinitions,
  minWorkers: 3,
  maxWorkers: 4,
  steps: lockSteps,
  blocks: lockBlocks,
};

const barriers: Theme = {
  name: 'barriers',
  definitions: [
    'barrier = asyncio.Barrier(2)',
    'other_barrier = asyncio.Barrier(3)',
    `def look_barriers():
    for each in (barrier, other_barrier):
        state = str(each).split('[')[1]
        log('barrier', each.parties, each.n_waiting, each.broken, state)`,
  ],
  minWorkers: 3,
  maxWorkers: 4,
  steps: ((which: Piece): readonly Weighted[] => [
    [8, code`log(@, await ${which}.wait())`],
    [
      3,
      code`
      async with ${which} as place@:
          log(@, place@)
          ${hold}`,
    ],
    [2, inTime(code`${which}.wait()`)],
    [1.5, code`await ${which}.reset()`],
    [0.7, code`await ${which}.abort()`],
    [
      1.5,
      code`
      helpers@ = [asyncio.create_task(${which}.wait()) for _ in range(${word('1', '2', '3', '4')})]
      ${choose(
        [3, code`await asyncio.sleep(${delay})`],
        [2, code`await ${which}.${word('wait', 'reset', 'abort')}()`],
        [1, mark],
      )}
      helpers@[-1].${word('done()', 'cancel()')}
      ${choose([2, code`await ${which}.reset()`], [1, mark])}
      for one@ in await asyncio.gather(*helpers@, return_exceptions=True):
          log(@, one@ if isinstance(one@, int) else show(one@))`,
    ],
    [
      1,
      code`
      async with asyncio.TaskGroup() as group@:
          group@.create_task(${which}.wait())
          group@.create_task(${which}.${word('wait', 'wait', 'reset', 'abort')}())
          ${choose([1, sleep], [1, mark])}`,
    ],
    [
      1,
      code`
      async with asyncio.timeout(${limit}):
          async with ${which} as place@:
              log(@, place@)
              ${hold}`,
    ],
    [2, word('look_barriers()')],
    [1, cancelLater],
    [0.5, cancelSelf],
  ])(word('barrier', 'barrier', 'other_barrier')),
};

const queue = word('queue', 'queue', 'stack', 'heap');
const queueSteps: readonly Weighted[] = [
  [5, code`await ${queue}.put(@)`],
  [6, code`log(@, await ${queue}.get())`],
  [1, code`${queue}.put_nowait(@)`],
  [1, code`log(@, ${queue}.get_nowait())`],
  [2, freely(code`${queue}.task_done()`)],
  [1, code`await ${queue}.join()`],
  [
    2,
    inTime(
      choose([2, code`${queue}.get()`], [1, code`${queue}.put(@)`], [1, code`${queue}.join()`]),
    ),
  ],
  [1, code`${queue}.shutdown(${word('', 'immediate=True')})`],
  [
    2,
    code`
    for item@ in range(3):
        await ${queue}.put(item@ * 7 % 5)`,
  ],
  [
    2,
    code`
    for round@ in range(2):
        item@ = await ${queue}.get()
        log(@, item@)
        ${sleep}
        ${freely(code`${queue}.task_done()`)}`,
  ],
  [1, cancelLater],
  [1, word('look_queues()')],
  [
    1,
    code`
    ${queue}.${choose([2, code`put_nowait(@)`], [1, word('get_nowait()')])}
    ${cancelAny}`,
  ],
  [
    0.7,
    code`
    ${freely(code`${queue}.task_done()`)}
    ${cancelAny}`,
  ],
];
const queues: Theme = {
  name: 'queues',
  definitions: [
    'queue = asyncio.Queue(1)',
    'stack = asyncio.LifoQueue(2)',
    'heap = asyncio.PriorityQueue()',
    `def look_queues():
    for each in (queue, stack, heap):
        log('queue', each.qsize(), each.empty(), each.full(), each.maxsize)
        log('shows', str(each), repr(each).split('maxsize')[1])`,
  ],
  minWorkers: 3,
  maxWorkers: 4,
  steps: queueSteps,
};

const deadlocks: Theme = {
  name: 'deadlocks',
  definitions: [...lockDefinitions, ...queues.definitions!],
  minWorkers: 3,
  maxWorkers: 4,
  steps: [
    [4, mark],
    [2, code`log(@, await ${leaf})`],
    [1, word('look()')],
    [
      3,
      inTime(
        choose(
          [2, code`${lock}.acquire()`],
          [1, code`${flagOf}.wait()`],
          [1, code`${queue}.get()`],
        ),
      ),
    ],
    [
      2,
      code`
      async with asyncio.timeout(${limit}):
          async with ${lock}:
              log(@, 'held')
              ${sleep}`,
    ],
    [
      4,
      code`
      async with lock:
          log(@, 'first')
          ${sleep}
          async with other_lock:
              log(@)`,
    ],
    [
      4,
      code`
      async with other_lock:
          log(@, 'second')
          ${sleep}
          async with lock:
              log(@)`,
    ],
    [2, code`log(@, await ${flagOf}.wait())`],
    [1, code`${flagOf}.set()`],
    [2, code`log(@, await ${queue}.get())`],
    [1, code`await ${queue}.put(@)`],
    [1, code`await ${queue}.join()`],
    [2, code`log(@, await futures[${number(3)}])`],
    [1, settle],
    [1, settleLater],
    [
      1,
      code`
      async with condition:
          await condition.wait()`,
    ],
    [1, code`await ${gate}.acquire()`],
    [1, code`log(@, await asyncio.gather(${leaf}, ${flagOf}.wait()))`],
  ],
  ends: [
    [5, word('await collect()')],
    [2, word('await finish(None)')],
    [1, code`await finish(1)`],
  ],
};

export const lockThemes: readonly Theme[] = [locks, barriers, queues, deadlocks];
