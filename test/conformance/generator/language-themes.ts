// Themes of the language around the loop: exceptions on their way through awaits and
// cancellations, and generators of both kinds, which are closed, thrown into, and left open. Those
// that have a name are kept to the end: when the last reference to a variable goes is a matter of
// tracebacks and frames that keep each other; test/conformance/odd-programs has cases of it.
import { choose, code, lines, word } from './code.ts';
import type { Theme } from './program.ts';
import { anyTask, cancelSelf, delay, error, leaf, sleep, task } from './steps.ts';

const cancelLater = code`
  asyncio.get_running_loop().call_later(${delay}, cancel, ${anyTask}, 'later')`;

const failing = choose(
  [2, code`raise ${error}`],
  [2, sleep],
  [2, code`await ${leaf}`],
  [1, cancelSelf],
);
const told = code`log(@, chain(e))`;
const after = choose(
  [3, word('pass')],
  [1, word('raise')],
  [1, code`raise ${error}`],
  [1, code`raise ${error} from e`],
  [1, code`raise ${error} from None`],
  [1, sleep],
  [0.5, code`return 'returned @'`],
);
const exceptions: Theme = {
  name: 'exceptions',
  steps: [
    [0.7, code`raise ${error}`],
    [2, code`log(@, await ${leaf})`],
    [2, code`log(@, await ${task})`],
    [1, cancelSelf],
    [1, cancelLater],
    [
      2,
      code`
      try:
          ${failing}
      except BaseException as e:
          ${told}
          ${after}`,
    ],
    [
      0.7,
      code`raise ExceptionGroup('group @', [${error}, ExceptionGroup('inner', [ValueError(@), KeyError(@)])])`,
    ],
    [0.3, code`return 'early @'`],
  ],
  blocks: (body) => [
    [
      4,
      code`
      try:
          ${body}
          ${failing}
      except ${word('ValueError', 'KeyError', 'Exception', 'asyncio.CancelledError', 'BaseException')} as e:
          ${told}
          ${after}`,
    ],
    [
      3,
      code`
      try:
          ${body}
          ${failing}
      except Exception as e:
          ${told}
      else:
          log(@, 'else')
      finally:
          log(@, 'finally')
          ${choose([2, word('pass')], [2, sleep], [1, failing], [0.7, code`return 'from finally @'`])}`,
    ],
    [
      3,
      code`
      try:
          ${body}
          ${failing}
      except* ValueError as e:
          log(@, show(e))
          ${choose([2, word('pass')], [1, code`raise ${error}`], [1, word('raise')], [1, sleep])}
      except* asyncio.CancelledError as e:
          log(@, show(e))`,
    ],
    [
      1,
      code`
      for i@ in range(3):
          try:
              ${body}
          except ValueError:
              ${word('continue', 'break')}
          finally:
              log(@, i@)
              ${choose([2, sleep], [1, word('pass')])}`,
    ],
  ],
};

const source = choose(
  [3, code`numbers(${word(3, 2, 0)}, ${delay})`],
  [1, code`numbers(3, ${delay}, ${error})`],
  [1, code`wrapped(numbers(3, ${delay}))`],
);
/**
 * One that the program keeps, with what it wraps: an exception thrown in would leave the inner one
 * to its traceback, which a task or group may keep for as long as the program runs.
 */
const kept = choose(
  [3, code`keep_open(numbers(${word(3, 2, 0)}, ${delay}))`],
  [1, code`keep_open(numbers(3, ${delay}, ${error}))`],
  [1, code`keep_open(wrapped(keep_open(numbers(3, ${delay}))))`],
);
const pulled = word(
  'pulls(3)',
  'doubled(pulls(3))',
  'delegated(3)',
  '(-value for value in pulls(3))',
  'enumerate(pulls(2))',
  'zip(pulls(3), pulls(2))',
  'Countdown()',
);
const left = choose(
  [2, word('pass')],
  [2, word('break')],
  [1, sleep],
  [0.5, code`raise ${error}`],
  [0.5, code`return 'left @'`],
);
const generators: Theme = {
  name: 'generators',
  definitions: [
    'open_ones = []',
    `async def numbers(count, delay, error=None):
    try:
        for i in range(count):
            await asyncio.sleep(delay)
            try:
                got = yield i
                if got is not None:
                    log('sent', got)
            except ValueError as e:
                log('thrown', show(e))
                yield 'thrown'
        if error is not None:
            raise error
    except BaseException as e:
        log('numbers', show(e))
        raise
    finally:
        log('closing')
        await asyncio.sleep(delay)
        log('closed')`,
    `async def wrapped(inner):
    async for value in inner:
        yield f'<{value}>'`,
    `def pulls(count):
    try:
        for i in range(count):
            got = yield i
            if got is not None:
                log('sent', got)
    except BaseException as e:
        log('pulls', show(e))
        raise
    finally:
        log('pulls over')`,
    `def doubled(inner):
    try:
        for value in inner:
            yield value * 2
    finally:
        log('doubled over')`,
    `def delegated(count):
    log('delegated', (yield from pulls(count)))`,
    `class Countdown:
    def __iter__(self):
        return doubled(pulls(3))
    async def __aiter__(self):
        try:
            yield 2
            await asyncio.sleep(0)
            yield 1
        finally:
            log('countdown over')`,
    `def keep_open(generator):
    open_ones.append(generator)
    return generator`,
  ],
  steps: [
    [
      4,
      code`
      async for value@ in ${source}:
          log(@, value@)
          ${left}`,
    ],
    [
      3,
      code`
      generator = ${kept}
      log(@, await generator.__anext__())
      ${lines(
        choose(
          [2, code`log(@, await generator.__anext__())`],
          [1, code`log(@, await generator.asend('sent @'))`],
          [
            2,
            code`log(@, await generator.athrow(${choose([2, code`ValueError(@)`], [1, code`KeyError(@)`])}))`,
          ],
          [2, code`await generator.aclose()`],
        ),
        1,
        3,
      )}`,
    ],
    [
      1,
      code`
      generator@ = ${kept}
      log(@, await generator@.__anext__())`,
    ],
    [
      1,
      code`
      generator@ = ${kept}
      async for value@ in generator@:
          log(@, value@)
          break`,
    ],
    [1, code`log(@, [value async for value in ${source}])`],
    [0.5, code`log(@, [1 // value async for value in ${source}])`],
    [0.5, code`log(@, await anext(${source}))`],
    [
      1,
      code`
      async for value@ in Countdown():
          log(@, value@)
          ${left}`,
    ],
    [
      3,
      code`
      for value@ in ${pulled}:
          log(@, value@)
          ${left}`,
    ],
    [
      2,
      code`
      puller = keep_open(${word('pulls(3)', 'delegated(3)')})
      log(@, next(puller))
      ${lines(
        choose(
          [2, code`log(@, next(puller, 'none'))`],
          [1, code`log(@, puller.send('sent @'))`],
          [1, code`log(@, puller.throw(${error}))`],
          [1, code`log(@, puller.close())`],
        ),
        1,
        3,
      )}`,
    ],
    [
      1,
      code`
      log(@, ${word('any(pulls(3))', 'all(pulls(3))', 'sum(pulls(3))', '[3 // value for value in pulls(2)]')})`,
    ],
    [1, cancelLater],
    [1, cancelSelf],
  ],
};

export const languageThemes: readonly Theme[] = [exceptions, generators];
