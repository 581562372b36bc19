// Functions that the generated programs call. A program gets those that it uses, and what these
// use, so that a shrunk program is short. All print only what every run prints alike: names,
// values, types of exceptions and their arguments; never an address.

const texts = [
  `
tasks = {}`,
  `
futures = []`,
  `
children = []`,
  `
def log(*items):
    task = asyncio.current_task()
    name = '-' if task is None else task.get_name()
    print(asyncio.get_running_loop().time(), name, *items)`,
  `
def show(error):
    if isinstance(error, BaseExceptionGroup):
        inner = ', '.join([show(one) for one in error.exceptions])
        return f'{type(error).__name__}({error.message}: {inner})'
    return f'{type(error).__name__}{error.args}'`,
  `
def chain(error):
    texts = []
    while error is not None and len(texts) < 6:
        word = 'from' if error.__cause__ is not None else 'in'
        texts.append(f'{show(error)} {word} {error.__suppress_context__}')
        error = error.__cause__ or error.__context__
    return ' < '.join(texts)`,
  `
def state(task):
    if not task.done():
        return 'pending'
    if task.cancelled():
        return 'cancelled'
    error = task.exception()
    return f'result {task.result()}' if error is None else f'error {show(error)}'`,
  `
def report():
    for name, task in tasks.items():
        log('state', name, state(task), task.cancelling())`,
  `
async def finish(limit):
    await asyncio.wait(list(tasks.values()), timeout=limit)
    report()`,
  `
async def collect():
    for name, task in tasks.items():
        try:
            log('collected', name, await task)
        except BaseException as e:
            log('collected', name, show(e))`,
  `
def pick(number):
    return list(tasks.values())[number % len(tasks)]`,
  `
def child(number):
    if not children:
        spawn(job('spare', 0.25))
    return children[number % len(children)]`,
  `
def spawn(coroutine):
    task = asyncio.create_task(coroutine, name=f'child {len(children)}')
    children.append(task)
    return task`,
  `
def cancel(task, *message):
    answer = task.cancel(*message)
    log('cancel', task.get_name(), answer, task.cancelling())`,
  `
def ask(task):
    for question in (task.result, task.exception):
        try:
            answer = question()
            answer = show(answer) if isinstance(answer, BaseException) else answer
        except BaseException as e:
            answer = f'raises {show(e)}'
        log('ask', task.get_name(), answer)`,
  `
def done(task):
    log('done', task.get_name(), state(task))`,
  `
def settled(future):
    log('settled', state(future))`,
  `
def settle(number, value, error=None):
    future = futures[number]
    try:
        if error is not None:
            future.set_exception(error)
        elif value is None:
            log('settle', number, future.cancel('settled'))
        else:
            future.set_result(value)
    except asyncio.InvalidStateError as e:
        log('settle', number, show(e))`,
  `
def handler(loop, context):
    error = context.get('exception')
    if 'never retrieved' not in context['message'] and 'destroyed' not in context['message']:
        message = context['message'].split(' at ')[0]
        log('handler', message, None if error is None else show(error))`,
  `
def names(some):
    return sorted([task.get_name() for task in some])`,
  `
async def job(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as e:
        log('job', name, 'cancelled', e.args, asyncio.current_task().cancelling())
        raise
    if error is not None:
        log('job', name, 'fails')
        raise error
    return name`,
  `
async def quick(name, error=None):
    if error is not None:
        raise error
    return name`,
  `
async def stubborn(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as e:
        log('stubborn', name, e.args)
        await asyncio.sleep(0.125)
    return name`,
  `
async def tidy(name, delay, pause, error=None):
    try:
        await asyncio.sleep(delay)
    finally:
        log('tidy', name)
        await asyncio.sleep(pause)
        if error is not None:
            raise error
    return name`,
];

/** By the name that each defines. */
const definitions: readonly (readonly [name: string, text: string])[] = texts.map((text) => [
  /(?:def )?(\w+)(?: =|\()/.exec(text)![1],
  text.trim(),
]);

/** The definitions that a program uses, those of its theme included, in the order of this file. */
export function definitionsFor(program: string, ofTheme: readonly string[]): string[] {
  const all = [
    ...definitions,
    ...ofTheme.map((text) => [/^(?:async def |def |class )?(\w+)/.exec(text)![1], text] as const),
  ];
  const used = new Set<string>();
  const visit = (text: string): void => {
    for (const [name, definition] of all) {
      if (used.has(name) || !new RegExp(`\\b${name}\\b`).test(text)) continue;
      used.add(name);
      visit(definition);
    }
  };
  visit(program);
  return all.filter(([name]) => used.has(name)).map(([, text]) => text);
}
