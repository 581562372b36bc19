// What goes wrong when a task is cancelled or fails in the middle: a cancellation that is swallowed
// in a loop, so that the task cannot be stopped; a lock that is released only if all goes well; a
// lock that is released twice. Only shapes that are certain from the text are told. Source: the
// rules for cancellation in notes.md.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Definitions } from './check-definitions.ts';
import { blocksOf } from './check-made.ts';
import { expectsAny, type Place, type Rule } from './check-walk.ts';
import { awaits } from './expression-parts.ts';
import type { ExceptHandler, Expression, Statement, Try, While } from './tree.ts';

const locks = new Set(['Lock', 'Semaphore', 'BoundedSemaphore', 'Condition']);

export class CleanUpRule implements Rule {
  readonly #report: Report;
  readonly #definitions: Definitions;

  constructor(report: Report, definitions: Definitions) {
    this.#report = report;
    this.#definitions = definitions;
  }

  #warn(code: string, message: string, span: Span, hint: string): void {
    this.#report({ severity: 'warning', code, message, span, hint });
  }

  block(body: readonly Statement[], place: Place): void {
    for (const [index, node] of body.entries()) {
      const name = this.#lockOf(node, 'acquire', place);
      if (name !== null) this.#acquired(name, node, body.slice(index + 1), place);
    }
  }

  statement(node: Statement, place: Place): void {
    if (node.kind === 'While') this.#loop(node, place);
    if (node.kind === 'Try') this.#bare(node, place);
    if (node.kind === 'With' && node.isAsync) {
      for (const { context } of node.items) {
        if (context.kind === 'Name') this.#released(context.id, node.body, place);
      }
    }
  }

  /** The name of a lock of asyncio that a statement acquires or releases. */
  #lockOf(node: Statement, method: 'acquire' | 'release', place: Place): string | null {
    if (node.kind !== 'Expr') return null;
    const call = node.value.kind === 'Await' ? node.value.value : node.value;
    if (call.kind !== 'Call' || call.callee.kind !== 'Attribute') return null;
    const { value, name } = call.callee;
    if (name !== method || value.kind !== 'Name') return null;
    const object = this.#definitions.meaningOf(value, place);
    const isLock = object?.kind === 'object' && object.module === 'asyncio';
    return isLock && locks.has(object.name) ? value.id : null;
  }

  /** `await lock.acquire()`, something that may fail, `lock.release()` - all in one block. */
  #acquired(name: string, node: Statement, rest: readonly Statement[], place: Place): void {
    const release = rest.findIndex((each) => this.#lockOf(each, 'release', place) === name);
    if (release < 0 || !rest.slice(0, release).some(awaitsOrRaises)) return;
    const message = `'${name}' stays locked if something fails before its release`;
    this.#warn('lock-release', message, node.span, `write async with ${name}: and a block`);
  }

  /** `lock.release()` inside `async with lock`. */
  #released(name: string, body: readonly Statement[], place: Place): void {
    const object = this.#definitions.meaningOf({ kind: 'Name', id: name } as Expression, place);
    if (object?.kind !== 'object' || object.module !== 'asyncio' || object.name !== 'Lock') return;
    const at = body.findIndex((each) => this.#lockOf(each, 'release', place) === name);
    const again = body.findIndex((each) => this.#lockOf(each, 'acquire', place) === name);
    if (at < 0 || again >= 0 || expectsAny(place, 'RuntimeError')) return;
    const message = `async with releases '${name}' at its end: a second release raises RuntimeError`;
    this.#warn('lock-release', message, body[at]!.span, 'leave the release out');
  }

  /** `while …: try: await … except CancelledError: pass`: the task cannot be stopped. */
  #loop(node: While, place: Place): void {
    if (place.scope.kind !== 'function' || !place.scope.isAsync) return;
    for (const each of node.body) {
      if (each.kind !== 'Try' || each.isStar || !each.body.some(awaitsCall)) continue;
      for (const handler of each.handlers) {
        if (!namesCancellation(handler) || handler.body.some(leaves)) continue;
        const message =
          'the cancellation is swallowed, and the loop goes on: nothing can stop this task';
        this.#warn(
          'swallowed-cancellation',
          message,
          headOf(handler),
          'end with raise, return or break',
        );
      }
    }
  }

  /** A bare `except:` around an `await`, without `raise`. */
  #bare(node: Try, place: Place): void {
    if (place.scope.kind !== 'function' || !place.scope.isAsync) return;
    const handler = node.handlers.find(({ type }) => type === null);
    if (handler === undefined || handler.body.some(leaves) || !node.body.some(awaitsCall)) return;
    const message = 'a bare except swallows the cancellation of the task, too';
    this.#warn('swallowed-cancellation', message, headOf(handler), 'write except Exception:');
  }
}

/** The line of the header. */
function headOf({ span, type }: ExceptHandler): Span {
  const endColumn = type === null ? span.column + 6 : type.span.endColumn;
  return { line: span.line, column: span.column, endLine: span.line, endColumn };
}

function namesCancellation({ type }: ExceptHandler): boolean {
  const name = type?.kind === 'Attribute' ? type.name : type?.kind === 'Name' ? type.id : null;
  return name === 'CancelledError' || name === 'BaseException';
}

/** Whether a handler's statement may leave it: raise, return, break, or end the program. */
function leaves(node: Statement): boolean {
  if (/^(?:Raise|Return|Break)$/.test(node.kind)) return true;
  return blocksOf(node).some((body) => body.some(leaves));
}

/** Whether a statement awaits a call: not only a task, whose cancellation is somebody else's. */
function awaitsCall(node: Statement): boolean {
  if (node.kind === 'With' || node.kind === 'For') if (node.isAsync) return true;
  const values =
    node.kind === 'Expr' || node.kind === 'Assign' || node.kind === 'Return' ? [node.value] : [];
  const isCall = (value: Expression | null) =>
    value?.kind === 'Await' && value.value.kind === 'Call' && !isGathering(value.value.callee);
  return values.some(isCall) || blocksOf(node).some((body) => body.some(awaitsCall));
}

function isGathering(callee: Expression): boolean {
  const name = callee.kind === 'Attribute' ? callee.name : callee.kind === 'Name' ? callee.id : '';
  return /^(?:gather|wait|wait_for|shield)$/.test(name);
}

function awaitsOrRaises(node: Statement): boolean {
  if (/^(?:Raise|With|For|While|If|Try)$/.test(node.kind)) return true;
  const value = node.kind === 'Expr' || node.kind === 'Assign' ? node.value : null;
  return value !== null && awaits(value);
}
