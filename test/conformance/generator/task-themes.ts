// Themes of tasks and of what waits for several of them: tasks, sleeps, gather, wait, wait_for,
// timeout, shield, as_completed, TaskGroup.
import { choose, code, list, number, type Piece, word } from './code.ts';
import type { Theme } from './program.ts';
import {
  anyTask,
  attended,
  awaitable,
  cancelSelf,
  delay,
  error,
  guarded,
  leaf,
  limit,
  mark,
  settle,
  settleLater,
  sleep,
  task,
  tell,
} from './steps.ts';

const flag = word('False', 'True');

const tasks: Theme = {
  name: 'tasks',
  definitions: [
    `class Later:
    def __init__(self, delay):
        self.delay = delay
    def __await__(self):
        yield from asyncio.sleep(self.delay).__await__()
        return 'later'`,
    `def look_at(task):
    coro = task.get_coro()
    known = task.done() or task is asyncio.current_task()
    frames = None if known else len(task.get_stack())
    log('look', None if coro is None else coro.__name__, frames)
    log('shows', repr(task).split(' cb=')[0].split(' wait_for=')[0])
    try:
        task.set_result('result')
    except RuntimeError as e:
        log('look', show(e))`,
  ],
  steps: [
    [3, code`log(@, await ${task})`],
    [2, code`spawn(${leaf})`],
    [2, code`ask(${anyTask})`],
    [2, code`${anyTask}.add_done_callback(done)`],
    [0.5, code`log(@, ${anyTask}.remove_done_callback(done))`],
    [2, cancelSelf],
    [1, code`cancel(spawn(${leaf}), 'unborn')`],
    [1, code`raise asyncio.CancelledError('by hand')`],
    [1, word("log('uncancel', asyncio.current_task().uncancel())")],
    [0.5, code`log(@, ${anyTask}.cancelled(), ${anyTask}.done())`],
    [0.5, code`${task}.set_name('named @')`],
    [0.5, code`asyncio.get_running_loop().call_soon(cancel, ${anyTask}, 'soon')`],
    [1, code`asyncio.get_running_loop().call_later(${delay}, cancel, ${anyTask}, 'later')`],
    [0.5, code`log(@, len(asyncio.all_tasks()))`],
    [1, code`log(@, await asyncio.ensure_future(Later(${delay})))`],
    [0.5, code`log(@, await asyncio.gather(Later(${delay}), ${task}))`],
    [0.5, code`log(@, await asyncio.wait_for(Later(${delay}), ${limit}))`],
    [1, code`look_at(${anyTask})`],
    [
      0.5,
      code`
      try:
          await asyncio.current_task()
      except RuntimeError as e:
          log(@, str(e).split(':')[0])`,
    ],
    [
      0.5,
      code`
      coroutine@ = ${leaf}
      log(@, await coroutine@)
      log(@, await coroutine@)`,
    ],
  ],
};

const ownDelay = word(
  ...[0.125, 0.25, 0.25, 0.1, 0.2, 0.3, '0.1 + 0.2', 0.375, 0, -1, 1e-9, '1e-10'],
  ...['1e-12', '0.25 + 1e-10', '0.25 - 1e-10', '0.25 + 1e-9', '0.125 + 2e-9', 0.7, '0.1 * 3'],
);
const sleeps: Theme = {
  name: 'sleeps',
  imports: ['time'],
  minWorkers: 3,
  maxWorkers: 6,
  steps: [
    [0.5, code`time.sleep(${word(0.125, 0.25, 0.1, 0)})`],
    [
      4,
      code`
      await asyncio.sleep(${ownDelay})
      log(@)`,
    ],
    [1, code`log(await asyncio.sleep(${ownDelay}, 'slept @'))`],
    [
      2,
      code`
      for i@ in range(3):
          await asyncio.sleep(${ownDelay})
          log(@, i@)`,
    ],
    [0.5, code`asyncio.get_running_loop().call_later(${ownDelay}, log, 'call @')`],
  ],
};

const several = (most: number): Piece => list(awaitable, 0, most);
const nested = choose(
  [4, awaitable],
  [1, code`asyncio.gather(*[${several(3)}], return_exceptions=${flag})`],
  [1, code`asyncio.gather(*[${task}] * 2)`],
);
const gathered = code`asyncio.gather(${list(nested, 1, 4)}, return_exceptions=${flag})`;
const outerNames = ['outers = []'];
const gather: Theme = {
  name: 'gather',
  definitions: [
    ...outerNames,
    `def outer(coroutines):
    outers.append(coroutines)
    return coroutines`,
    `def cancel_outer(number):
    if outers:
        future = outers[number % len(outers)]
        log('cancel outer', future.cancel('outer'), future.done())`,
  ],
  steps: [
    [5, code`log(@, await ${gathered})`],
    [3, code`log(@, await outer(${gathered}))`],
    [2, code`cancel_outer(${number(3)})`],
    [1, code`asyncio.get_running_loop().call_later(${delay}, cancel_outer, ${number(3)})`],
    [1, code`outer(${gathered}).add_done_callback(settled)`],
    [1, settleLater],
    [0.5, settle],
    [1, code`spawn(${leaf})`],
  ],
};

const modes = word('ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION');
const waitCall = code`asyncio.wait([${list(task, 1, 4)}], timeout=${limit}, return_when=asyncio.${modes})`;
const wait: Theme = {
  name: 'wait',
  steps: [
    [
      5,
      code`
      done@, pending@ = await ${waitCall}
      log(@, names(done@), names(pending@))`,
    ],
    [
      3,
      code`
      done@, pending@ = await ${waitCall}
      for task@ in sorted(pending@, key=lambda task: task.get_name()):
          cancel(task@, 'pending')
      log(@, names(done@), names(pending@))`,
    ],
    [
      1,
      code`
      done@, pending@ = await asyncio.wait([${list(task, 1, 3)}])
      for task@ in sorted(done@, key=lambda task: task.get_name()):
          log(@, task@.get_name(), state(task@))`,
    ],
    [0.3, code`await asyncio.wait([])`],
    [0.3, code`await asyncio.wait([${task}], return_when='SOME')`],
    [1, code`spawn(${leaf})`],
  ],
};

const waitedFor = choose(
  [5, awaitable],
  [1, code`asyncio.wait_for(${awaitable}, ${limit})`],
  [1, code`asyncio.gather(${several(2)})`],
  [1, code`asyncio.shield(${awaitable})`],
);
const waitfor: Theme = {
  name: 'waitfor',
  steps: [
    [8, code`log(@, await asyncio.wait_for(${waitedFor}, ${limit}))`],
    [1, code`log(@, await asyncio.wait_for(${leaf}, timeout=${delay}))`],
    [1, code`ask(${anyTask})`],
    [1, settleLater],
    [1, settle],
    [1, code`asyncio.get_running_loop().call_later(${delay}, cancel, ${anyTask}, 'later')`],
  ],
};

const timeoutOf = choose(
  [5, code`asyncio.timeout(${limit})`],
  [2, code`asyncio.timeout_at(asyncio.get_running_loop().time() + ${delay})`],
  [1, word('asyncio.timeout_at(0)')],
);
const timeout: Theme = {
  name: 'timeout',
  definitions: [
    'timeouts = []',
    `def shift(number, delay):
    if not timeouts:
        return
    manager = timeouts[number % len(timeouts)]
    try:
        when = None if delay is None else asyncio.get_running_loop().time() + delay
        manager.reschedule(when)
        log('shifted', manager.when())
    except RuntimeError as e:
        log('shifted', show(e))`,
  ],
  steps: [
    [2, code`shift(${number(3)}, ${limit})`],
    [1, code`asyncio.get_running_loop().call_later(${delay}, shift, ${number(3)}, ${limit})`],
    [1, code`asyncio.get_running_loop().call_later(${delay}, cancel, ${anyTask}, 'later')`],
    [2, code`log(@, await asyncio.wait_for(${leaf}, ${limit}))`],
    [1, code`await asyncio.sleep(2)`],
    [0.5, cancelSelf],
  ],
  blocks: (body) => [
    [
      6,
      code`
      try:
          async with ${timeoutOf} as manager@:
              timeouts.append(manager@)
              ${body}
              await ${leaf}
      except TimeoutError as e:
          log(@, 'expired', manager@.expired(), e.args, show(e.__cause__) if e.__cause__ else None)
      log(@, manager@, manager@.expired(), asyncio.current_task().cancelling())`,
    ],
    [
      3,
      code`
      async with ${timeoutOf} as manager@:
          timeouts.append(manager@)
          ${body}`,
    ],
    [
      0.3,
      code`
      manager@ = asyncio.timeout(1)
      async with manager@:
          ${body}
      async with manager@:
          log(@)`,
    ],
  ],
};

const shielded = choose(
  [4, code`asyncio.shield(${awaitable})`],
  [1, code`asyncio.shield(asyncio.gather(${several(2)}))`],
);
const shield: Theme = {
  name: 'shield',
  setup: word('asyncio.get_running_loop().set_exception_handler(handler)'),
  steps: [
    [4, code`log(@, await ${shielded})`],
    [3, code`log(@, await asyncio.wait_for(${shielded}, ${limit}))`],
    [1, code`log(@, await asyncio.gather(${shielded}, ${awaitable}, return_exceptions=${flag}))`],
    [
      2,
      code`
      outer@ = ${shielded}
      asyncio.get_running_loop().call_later(${delay}, outer@.cancel, 'outer')
      log(@, await outer@)`,
    ],
    [1, code`asyncio.get_running_loop().call_later(${delay}, cancel, ${anyTask}, 'later')`],
    [1, settleLater],
    [0.5, settle],
  ],
};

const completed = code`asyncio.as_completed([${list(awaitable, 1, 4)}], timeout=${limit})`;
const completedTasks = code`asyncio.as_completed([${list(task, 1, 4)}], timeout=${limit})`;
const leaving = choose([3, word('pass')], [1, word('break')], [1, sleep]);
const ascompleted: Theme = {
  name: 'ascompleted',
  steps: [
    [
      5,
      code`
      for next@ in ${completed}:
          log(@, await next@)
          ${leaving}`,
    ],
    [
      5,
      code`
      for next@ in ${completed}:
          try:
              log(@, await next@)
          except Exception as e:
              log(@, show(e))
          ${leaving}`,
    ],
    [
      4,
      code`
      async for task@ in ${completedTasks}:
          log(@, task@.get_name(), state(task@))
          ${leaving}`,
    ],
    [
      2,
      code`
      for next@ in ${completed}:
          try:
              log(@, await next@)
          except (ValueError, KeyError, asyncio.CancelledError) as e:
              log(@, show(e))
              break`,
    ],
    [1, code`spawn(${leaf})`],
    [1, settleLater],
  ],
};

/** A group's statements; `@` stands for the group's number. */
function inGroup(body: Piece, ...wrong: Piece[]): Piece {
  const failing = choose([20, leaf], ...wrong.map((one) => [1, one] as const));
  const kids = [1, 2, 3].map(() => code`, (${failing})`);
  return code`
      group@ = asyncio.TaskGroup()
      async with group@:
          for coroutine@ in (${failing}${choose([1, word('')], [1, kids[0]], [1, kids[1]])},):
              group@.create_task(coroutine@, name='member @')
          ${body}
          ${choose(
            [3, word('pass')],
            [1, sleep],
            [1, code`raise ${error}`],
            [1, code`await asyncio.sleep(2)`],
          )}
          spawn(late(group@, ${delay}))`;
}
const caught = (body: Piece): Piece => code`
  try:
      ${body}
  except* ValueError as e:
      log(@, show(e))
      ${choose([3, word('pass')], [1, code`spawn(${leaf})`], [1, sleep], [1, code`raise ${error}`])}
  except* (KeyError, TimeoutError) as e:
      log(@, 'others', show(e), asyncio.current_task().cancelling())`;
const taskgroups: Theme = {
  name: 'taskgroups',
  maxWorkers: 3,
  definitions: [
    `async def late(group, delay):
    try:
        await asyncio.sleep(delay)
        log('late', await group.create_task(quick('late'), name='late'))
    except Exception as e:
        log('late', show(e))`,
  ],
  steps: [
    [3, guarded(inGroup(mark, code`quick(@, KeyboardInterrupt('@'))`))],
    [2, code`asyncio.get_running_loop().call_later(${delay}, cancel, ${anyTask}, 'later')`],
    [1, code`spawn(${leaf})`],
    [0.5, cancelSelf],
    [0.5, tell],
  ],
  blocks: (body) => [
    [3, inGroup(body)],
    [5, caught(inGroup(body))],
    [2, attended(inGroup(body))],
    [
      2,
      code`
      async with asyncio.timeout(${limit}):
          ${caught(inGroup(body))}`,
    ],
  ],
};

export const taskThemes: readonly Theme[] = [
  ...[tasks, sleeps, gather, wait, waitfor, timeout, shield, ascompleted, taskgroups],
];
