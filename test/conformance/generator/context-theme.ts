// The theme of context variables: what is set in one task, callback or context stays there.
import { code, number, word } from './code.ts';
import type { Theme } from './program.ts';
import { anyTask, delay, future, limit, settle, sleep } from './steps.ts';

const LOOP = 'asyncio.get_running_loop()';

const variable = word('one', 'one', 'two');
const kept = code`recall(${number(3)})`;
/** What a context can be asked, and what it refuses. */
const contextQuestions: Theme['steps'] = [
  [1, code`log(@, ${anyTask}.get_context().get(${variable}, 'nothing'))`],
  [1, code`log(@, sorted([each.name for each in ${kept}]), len(${kept}), two in ${kept})`],
  [1, code`log(@, ${kept} == contextvars.copy_context(), ${kept}.copy().get(one))`],
  [
    1,
    code`
      try:
          ${kept}.run(${kept}.run, change, 'inner @')
      except RuntimeError as e:
          log(@, str(e)[:21], str(e)[-18:])`,
  ],
  [
    1,
    code`
      token@ = ${variable}.set('given @')
      children.append(asyncio.create_task(give_back(token@), name='gives back @'))
      await asyncio.sleep(0)
      give(token@)
      give(token@)`,
  ],
];
/** Places where code runs in a context: generators run in their caller's. */
const contextRuns: Theme['steps'] = [
  [
    2,
    code`
      with ${variable}.set('with @') as token@:
          values(@, token@.old_value)
          ${sleep}
      values(@)`,
  ],
  [
    1,
    code`
      async for item in stream(@, ${delay}):
          values(item)
          one.set(f'{item} @')`,
  ],
  [
    1,
    code`
      for item in produce(@):
          values(item)`,
  ],
  [
    1,
    code`
      async with asyncio.TaskGroup() as group@:
          group@.create_task(inherit('first @', ${delay}), context=${kept})
          group@.create_task(inherit('second @', ${delay}))`,
  ],
  [1, code`log(@, await ${kept}.run(asyncio.create_task, inherit(@, ${delay})))`],
  [1, code`log(@, await ${kept}.run(asyncio.gather, inherit(@, ${delay}), inherit('b @', 0.25)))`],
  [1, code`${kept}.run(${LOOP}.call_soon, change, 'scheduled inside @')`],
  [1, code`${LOOP}.call_at(${delay}, change, 'at @', context=${kept})`],
  [1, code`${LOOP}.${word('call_soon(', 'call_later(0.25, ')}fail, 'fails @')`],
  [1, code`${LOOP}.call_soon(fail, 'fails in @', context=${kept})`],
  [1, code`log(@, await asyncio.shield(asyncio.create_task(inherit(@, ${delay}))))`],
  [1, code`log(@, values_of(await asyncio.wait([asyncio.create_task(inherit(@, ${delay}))])))`],
  [1, code`${future}.add_done_callback(lambda done: change('done @'))`],
];
export const contexts: Theme = {
  name: 'contexts',
  imports: ['contextvars'],
  definitions: [
    "one = contextvars.ContextVar('one', default='unset')",
    "two = contextvars.ContextVar('two', default=0)",
    'kept = []',
    `def values(*items):
    log('values', one.get(), two.get(), *items)`,
    `def change(value):
    one.set(value)
    values('changed')`,
    `async def inherit(name, delay):
    values(name)
    one.set(name)
    await asyncio.sleep(delay)
    values(name)
    return one.get()`,
    `def keep():
    kept.append(contextvars.copy_context())
    return kept[-1]`,
    `def recall(number):
    return kept[number % len(kept)] if kept else keep()`,
    `def told(loop, context):
    values('told', type(context['exception']).__name__)`,
    `def fail(text):
    change(text)
    raise ValueError(text)`,
    `async def stream(name, delay):
    values('stream', name)
    one.set(f'streamed {name}')
    yield 'a'
    values('stream', name)
    await asyncio.sleep(delay)
    two.set(f'streamed {name}')
    yield 'b'`,
    `def produce(name):
    one.set(f'produced {name}')
    yield 'c'
    values('produce', name)
    two.set(f'produced {name}')
    yield 'd'`,
    `def give(token):
    try:
        token.var.reset(token)
    except (ValueError, RuntimeError) as e:
        log(type(e).__name__, str(e)[:6], str(e)[-27:])
    values('given')`,
    `async def give_back(token):
    give(token)
    await asyncio.sleep(0.125)
    give(token)`,
    `def values_of(pair):
    return [task.result() for task in pair[0]]`,
  ],
  setup: word('', `${LOOP}.set_exception_handler(told)`, `${LOOP}.set_exception_handler(told)`),
  steps: [
    ...contextQuestions,
    ...contextRuns,
    [3, code`${variable}.set('set @')`],
    [3, code`values(@)`],
    [
      2,
      code`
      token@ = ${variable}.set('token @')
      ${sleep}
      try:
          ${variable}.reset(token@)
      except ValueError as e:
          log(@, 'another variable')
      values(@)`,
    ],
    [2, code`children.append(asyncio.create_task(inherit(@, ${delay}), name='heir @'))`],
    [
      2,
      code`log(@, await asyncio.create_task(inherit(@, ${delay}), context=recall(${number(3)})))`,
    ],
    [1, code`log(@, await inherit(@, ${delay}))`],
    [1, code`log(@, await asyncio.gather(inherit(@, ${delay}), inherit('second @', 0.125)))`],
    [2, word('keep()')],
    [2, code`recall(${number(3)}).run(change, 'run @')`],
    [1, code`${LOOP}.call_soon(change, 'soon @', context=recall(${number(3)}))`],
    [1, code`${LOOP}.call_soon(change, 'own @')`],
    [1, code`${LOOP}.call_later(${delay}, change, 'late @', context=recall(${number(3)}))`],
    [
      1,
      code`${future}.add_done_callback(lambda done: values('future @'), context=recall(${number(3)}))`,
    ],
    [1, code`${anyTask}.add_done_callback(lambda done: values('task @'))`],
    [1, settle],
    [
      1,
      code`
      async with asyncio.timeout(${limit}):
          change('timeout @')
          await inherit(@, ${delay})`,
    ],
    [1, code`log(@, await asyncio.wait_for(inherit(@, ${delay}), ${limit}))`],
  ],
};
