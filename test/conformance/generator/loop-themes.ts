// Themes of the loop: callbacks, eager tasks, many timers, and the ways in which programs end.
import { choose, code, number, type Piece, word } from './code.ts';
import { contexts } from './context-theme.ts';
import type { Theme } from './program.ts';
import {
  anyTask,
  awaitable,
  cancelSelf,
  delay,
  error,
  future,
  leaf,
  limit,
  reaction,
  settle,
  sleep,
  task,
} from './steps.ts';

const LOOP = 'asyncio.get_running_loop()';
const install = word(`${LOOP}.set_exception_handler(handler)`);
const cancelLater = code`${LOOP}.call_later(${delay}, cancel, ${anyTask}, 'later')`;

const act = choose(
  [3, code`log, 'called @'`],
  [2, code`boom, 'boom @'`],
  [3, code`settle, ${number(3)}, @`],
  [1, code`settle, ${number(3)}, None`],
  [1, code`settle, ${number(3)}, None, ${error}`],
  [2, code`drop, ${number(4)}`],
  [1, code`cancel, ${anyTask}, 'called'`],
  [1, code`again, 2, 'again @'`],
);
const scheduled = choose(
  [3, code`call_soon(${act})`],
  [4, code`call_later(${delay}, ${act})`],
  [2, code`call_at(${word(0.25, 0.5, 0, 0.375)}, ${act})`],
);
const callbacks: Theme = {
  name: 'callbacks',
  setup: choose(
    [8, install],
    [1, word(`${LOOP}.set_exception_handler(failing_handler)`)],
    [1, word(`${LOOP}.set_exception_handler(leaving_handler)`)],
    [1, word('')],
  ),
  definitions: [
    'handles = []',
    `def boom(text):
    raise ValueError(text)`,
    `def boom_done(future):
    raise KeyError(state(future))`,
    `def drop(number):
    if handles:
        handle = handles[number % len(handles)]
        handle.cancel()
        log('dropped', number % len(handles), handle.cancelled())`,
    `def failing_handler(loop, context):
    log('fails', context['message'].split(' at ')[0])
    raise LookupError('handler')`,
    `def leaving_handler(loop, context):
    log('leaves', context['message'].split(' at ')[0])
    raise KeyboardInterrupt('handler')`,
    `def look_handles():
    for handle in handles:
        when = handle.when() if isinstance(handle, asyncio.TimerHandle) else None
        log('handle', when, handle.cancelled(), repr(handle).split(' at ')[0])
    handler = asyncio.get_running_loop().get_exception_handler()
    log('handler', None if handler is None else handler.__name__)`,
    `def again(count, text):
    log(text, count)
    if count > 0:
        asyncio.get_running_loop().call_soon(again, count - 1, text)`,
  ],
  steps: [
    [5, code`handles.append(${LOOP}.${scheduled})`],
    [3, code`${LOOP}.${scheduled}`],
    [2, code`drop(${number(4)})`],
    [3, code`log(@, await ${future})`],
    [2, code`${future}.add_done_callback(${word('settled', 'settled', 'boom_done')})`],
    [0.5, code`log(@, ${future}.remove_done_callback(settled))`],
    [1, settle],
    [1, code`${anyTask}.add_done_callback(${word('done', 'boom_done')})`],
    [1, code`log(@, await asyncio.wait_for(${future}, ${limit}))`],
    [1, word('look_handles()')],
    [0.5, code`${LOOP}.call_exception_handler({'message': 'by hand @'})`],
  ],
};

const eagerStart = word(
  "tasks['W'] = asyncio.create_task(W(), name='W', eager_start=True)",
  "tasks['W'] = asyncio.create_task(W(), name='W')",
);
const setFactory = code`${LOOP}.set_task_factory(${word(
  'asyncio.eager_task_factory',
  'asyncio.eager_task_factory',
  'telling',
  'wrapping',
  'refusing',
  'asyncio.create_eager_task_factory(construct)',
  'None',
)})`;
const returnWhen = word('ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION');
const eagerly = word('True', 'True', 'False', 'None');
/** As `leaf`, with what is of interest inside the making of a task. */
const starter = choose(
  [4, leaf],
  [1, code`nest(${number(4)}, ${delay})`],
  [1, code`nest(${number(3)}, None)`],
  [1, code`cancels_itself(@, ${word('None', 0, 0.125)})`],
);
const eager: Theme = {
  name: 'eager',
  minWorkers: 2,
  setup: choose([2, word('')], [4, setFactory]),
  start: eagerStart,
  definitions: [
    'made = []',
    `def telling(loop, coro, **kwargs):
    print('makes', coro.__name__, sorted(kwargs))
    return asyncio.Task(coro, loop=loop, **kwargs)`,
    `async def observed(coro):
    try:
        return await coro
    finally:
        print('unwrapped', coro.__name__)`,
    `def wrapping(loop, coro, **kwargs):
    return asyncio.Task(observed(coro), loop=loop, **kwargs)`,
    `def refusing(loop, coro, **kwargs):
    made.append(coro)
    if len(made) % 5 == 4:
        raise RuntimeError(f'refused {len(made)}')
    return asyncio.Task(coro, loop=loop, eager_start=len(made) % 2 == 0)`,
    `def construct(coro, *, loop, eager_start, **kwargs):
    task = asyncio.Task(coro, loop=loop, eager_start=eager_start, **kwargs)
    print('constructed', task.get_name(), task.done(), task.get_coro() is None)
    return task`,
    `async def nest(depth, delay):
    log('nest', depth, len(asyncio.all_tasks()))
    if depth > 0:
        coro = nest(depth - 1, delay)
        inner = asyncio.create_task(coro, name=f'nest {depth}', eager_start=True)
        log('nested', depth, inner.done(), inner.get_coro() is None)
        return await inner
    if delay is not None:
        await asyncio.sleep(delay)
    return depth`,
    `async def cancels_itself(name, delay):
    asyncio.current_task().cancel(name)
    if delay is not None:
        await asyncio.sleep(delay)
    return name`,
    `async def exits(name, kind):
    raise kind(name)`,
  ],
  steps: [
    [
      3,
      code`log(@, await asyncio.create_task(${starter}, name='eager @', eager_start=${eagerly}))`,
    ],
    [2, code`children.append(asyncio.create_task(${starter}, name='eager @', eager_start=True))`],
    [
      1,
      code`children.append(asyncio.Task(${starter}, loop=${LOOP}, name='own @', eager_start=${eagerly}))`,
    ],
    [2, code`log(@, await asyncio.gather(${starter}, ${leaf}, return_exceptions=True))`],
    [1, code`log(@, await asyncio.gather(${leaf}, ${starter}))`],
    [
      2,
      code`
      async with asyncio.TaskGroup() as group@:
          group@.create_task(${leaf}, name='first @')
          group@.create_task(${starter}, name='second @', eager_start=${word('True', 'False')})
          log(@, asyncio.current_task().get_name(), asyncio.current_task().cancelling())`,
    ],
    [
      1,
      code`
      try:
          children.append(asyncio.create_task(exits(@, ${word('SystemExit', 'KeyboardInterrupt')}), name='exit @', eager_start=True))
      except BaseException as e:
          log(@, 'left', show(e))`,
    ],
    [
      1,
      code`
      for next@ in asyncio.as_completed([${starter}, ${leaf}], timeout=${limit}):
          log(@, await next@)`,
    ],
    [
      1,
      code`
      both@ = [asyncio.ensure_future(${leaf})]
      both@.append(asyncio.create_task(${leaf}, name='both @', eager_start=True))
      many@ = await asyncio.wait(both@, timeout=${limit}, return_when=asyncio.${returnWhen})
      log(@, [len(some) for some in many@])`,
    ],
    [1, code`log(@, await asyncio.shield(${starter}))`],
    [1, code`log(@, await asyncio.wait_for(${awaitable}, ${limit}))`],
    [1, code`log(@, await asyncio.wait_for(${starter}, 0))`],
    [1, code`ask(asyncio.create_task(${leaf}, name='asked @', eager_start=True))`],
    [1, code`cancel(asyncio.create_task(${leaf}, name='cancelled @', eager_start=True), 'eager')`],
    [1, code`log(@, await ${task})`],
    [0.5, setFactory],
    [0.5, code`log(@, ${LOOP}.get_task_factory() is asyncio.eager_task_factory)`],
    [1, cancelSelf],
    [1, code`log(@, names(asyncio.all_tasks()))`],
    [1, cancelLater],
    [0.5, settle],
  ],
};

const timerCount = word(101, 110, 150, 202);
const timers: Theme = {
  name: 'timers',
  minWorkers: 2,
  maxWorkers: 2,
  definitions: [
    'timer_handles = []',
    `def fire(number):
    log('fire', number)`,
    `def fill(count, step, steps):
    loop = asyncio.get_running_loop()
    for i in range(count):
        when = (i * step % steps) / 8
        timer_handles.append(loop.call_later(when, fire, len(timer_handles)))`,
    `def thin(period, kept):
    for i, handle in enumerate(timer_handles):
        if i % period != kept:
            handle.cancel()`,
  ],
  steps: [
    [
      3,
      code`
      fill(${timerCount}, ${word(1, 3, 5, 7)}, ${word(1, 2, 4, 9)})
      thin(${word(10, 5, 3, 17)}, ${number(3)})
      ${sleep}`,
    ],
    [1, code`fill(${word(8, 12, 20)}, ${word(1, 3)}, ${word(1, 2, 5)})`],
    [1, code`thin(${word(2, 3)}, ${number(2)})`],
    [2, sleep],
    [1, code`log(@, await asyncio.wait_for(${leaf}, ${limit}))`],
  ],
};

const ending = (text: string): Piece => code`
  try:
      print('result', ${word(text)})
  except BaseException as e:
      print('left', type(e).__name__, e.args)`;
const ownRunner: Piece = code`
  with asyncio.Runner() as runner:
      print('one loop', runner.get_loop() is runner.get_loop())
      for i in range(${word(2, 1, 3)}):
          tasks.clear()
          try:
              print('result', runner.run(main()))
          except BaseException as e:
              print('left', type(e).__name__, e.args)`;
const clean = choose(
  [3, sleep],
  [1, code`raise ${error}`],
  [1, code`log(@, await ${leaf})`],
  [1, code`spawn(${leaf})`],
);
const endings: Theme = {
  name: 'endings',
  setup: install,
  steps: [
    [
      3,
      code`
      try:
          await asyncio.sleep(${word(1, 2, 0.5)})
      finally:
          log(@, 'cleaning')
          ${clean}
          log(@, 'clean')`,
    ],
    [
      3,
      code`
      try:
          await asyncio.sleep(${word(2, 1)})
      except asyncio.CancelledError as e:
          log(@, 'shutdown', e.args)
          ${choose([1, clean], [1, reaction])}`,
    ],
    [1, code`spawn(${leaf})`],
    [1, cancelLater],
    [0.3, code`raise ${word('KeyboardInterrupt', 'SystemExit')}(@)`],
    [1, code`${LOOP}.call_later(${delay}, log, 'call @')`],
  ],
  mainSteps: [
    [1, code`raise ${error}`],
    [1, cancelSelf],
    [1, code`return 'early'`],
    [0.3, code`raise ${word('KeyboardInterrupt', 'SystemExit')}(@)`],
  ],
  ends: [
    [4, word('report()')],
    [2, word('await finish(0.25)')],
    [1, word('await collect()')],
    [1, code`await asyncio.sleep(${delay})`],
  ],
  run: choose(
    [4, ending('asyncio.run(main())')],
    [
      2,
      code`
      ${ending('asyncio.run(main())')}
      tasks.clear()
      ${ending('asyncio.run(main())')}`,
    ],
    [2, ownRunner],
  ),
};

export const loopThemes: readonly Theme[] = [callbacks, eager, contexts, timers, endings];
