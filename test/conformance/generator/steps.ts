// What all themes use: delays on a coarse grid, so that much falls on one instant, errors, things
// to wait for, cancellation of whoever it hits, and the statements around them. Workers wait only
// for workers of a higher number and for children, which wait for nobody: no circle of waits, for
// CPython answers the cancellation of one with a fault.
import fc from 'fast-check';
import { choose, code, number, type Piece, word } from './code.ts';

/** Seconds, in eighths. */
export const delay = word(0, 0.125, 0.25, 0.375, 0.5, 0.25, 0.125, 1);
/** Seconds of a time-out. */
export const limit = word(0.25, 0.125, 0.375, 0.5, 0, 0.25, -1, 'None');
export const error = choose(
  [3, code`ValueError(@)`],
  [2, code`KeyError(@)`],
  [1, code`TimeoutError(@)`],
  [1, code`asyncio.CancelledError('raised @')`],
);
/** Arguments of `cancel` behind the task. */
const message = word('', ", 'm'", ", 'n'");

/** A coroutine that waits for nothing but time. */
export const leaf = choose(
  [4, code`job(@, ${delay})`],
  [2, code`job(@, ${delay}, ${error})`],
  [1, code`quick(@)`],
  [1, code`quick(@, ${error})`],
  [2, code`stubborn(@, ${delay})`],
  [2, code`tidy(@, ${delay}, ${delay})`],
  [1, code`tidy(@, ${delay}, ${delay}, ${error})`],
);

/** A worker of a higher number, or a child where there is none. */
const later: Piece = fc.nat(3).map((offset) => ({ self, workers }) => {
  const index = self + 1 + offset;
  return index < workers ? `tasks['w${index}']` : `child(${offset})`;
});

/** A task that may be waited for. */
export const task = choose([2, code`spawn(${leaf})`], [3, later], [1, code`child(${number(4)})`]);
export const future = code`futures[${number(3)}]`;
export const awaitable = choose([3, leaf], [4, task], [1, future]);

/** Any task, for asking and cancelling. */
export const anyTask = choose([3, code`pick(${number(5)})`], [1, code`child(${number(4)})`]);
export const cancelAny = code`cancel(${anyTask}${message})`;
export const cancelSelf = code`asyncio.current_task().cancel(${word('', "'self'")})`;
export const tell = word('log(asyncio.current_task().cancelling())');
export const sleep = code`await asyncio.sleep(${delay})`;
export const mark = code`log(@)`;
export const settle = choose(
  [2, code`settle(${number(3)}, @)`],
  [1, code`settle(${number(3)}, None)`],
  [1, code`settle(${number(3)}, None, ${error})`],
);
export const settleLater = code`
  asyncio.get_running_loop().call_later(${delay}, settle, ${number(3)}, @)`;

/** What an `except CancelledError` does. */
export const reaction = choose(
  [4, word('raise')],
  [3, word('pass')],
  [2, word("log('uncancel', asyncio.current_task().uncancel())")],
  [1, code`raise ${error}`],
  [1, code`raise ${error} from e`],
  [1, sleep],
  [
    1,
    code`
    await asyncio.sleep(${delay})
    raise`,
  ],
);

/** A block whose errors are told. */
export const guarded = (body: Piece): Piece => code`
  try:
      ${body}
  except Exception as e:
      log(@, show(e))`;

/** A block that tells of its cancellation. */
export const attended = (body: Piece): Piece => code`
  try:
      ${body}
  except asyncio.CancelledError as e:
      log(@, 'cancelled', e.args, asyncio.current_task().cancelling())
      ${reaction}`;

/** A block with both, and perhaps something at its end. */
export const surrounded = (body: Piece): Piece => code`
  try:
      ${body}
  except asyncio.CancelledError as e:
      log(@, 'cancelled', e.args, asyncio.current_task().cancelling())
      ${reaction}
  except Exception as e:
      log(@, show(e))
  finally:
      log(@, 'left')`;

export const repeated = (body: Piece): Piece => code`
  for i@ in range(${word(2, 3)}):
      ${body}`;
