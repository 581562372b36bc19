// Frames as programs see them, and the stacks that they stand on: of a task that waits, from its
// outermost coroutine to the one that waits, and of the one that runs. The frames of CPython's own
// library stand between the program's. A stack ends below the task, where CPython's goes on into
// the loop. Source: CPython Objects/frameobject.c, Lib/asyncio/graph.py, base_tasks.py.

import type { Coroutine } from '../../../asyncio/coroutines.ts';
import type { TracebackEntry } from '../../../asyncio/exceptions.ts';
import { type LibraryFrame, libraryFramesOf } from '../../../asyncio/library-frames.ts';
import type { Interpreter } from '../../interpreter.ts';
import { AsyncGeneratorStep } from '../../machine/async-generator.ts';
import { isPrimitive } from '../../machine/awaiting.ts';
import { ASYNC_GENERATOR, COROUTINE, type Frame, GENERATOR } from '../../machine/frame.ts';
import { FrameCoroutine } from '../../machine/frame-coroutine.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { Structural } from '../../objects/structural.ts';

export type FrameTag = 'async' | 'async generator' | 'generator' | null;

/** A frame object. It stands where the frame stands when it is asked, as CPython's does. */
export abstract class PyFrame extends Structural {
  abstract readonly file: string;
  abstract readonly qualname: string;
  abstract readonly line: number;
  abstract readonly firstLine: number;
  /** What its function is, where it can stop in the middle. */
  abstract readonly tag: FrameTag;
  /** The same for every frame object of one activation. */
  abstract readonly identity: object;

  equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    return other instanceof PyFrame ? this.identity === other.identity : undefined;
  }

  hash(run: Interpreter): number {
    return run.addresses.of(this.identity) / 16;
  }

  get name(): string {
    return this.qualname.slice(this.qualname.lastIndexOf('.') + 1);
  }
}

class ProgramFrame extends PyFrame {
  readonly identity: Frame;

  constructor(frame: Frame) {
    super();
    this.identity = frame;
  }

  get file(): string {
    return this.identity.code.file;
  }

  get qualname(): string {
    return this.identity.code.qualname;
  }

  get line(): number {
    const { code, pc, owner } = this.identity;
    const isNew = owner instanceof FrameCoroutine && owner.state === 'CREATED';
    return (isNew ? code.span : code.spans[pc]).line;
  }

  get firstLine(): number {
    return this.identity.code.span.line;
  }

  get tag(): FrameTag {
    const { role } = this.identity;
    if (role === COROUTINE) return 'async';
    if (role === ASYNC_GENERATOR) return 'async generator';
    return role === GENERATOR ? 'generator' : null;
  }
}

/** A frame of CPython's library, standing where it always waits. */
export class StillFrame extends PyFrame {
  readonly identity: object;
  readonly file: string;
  readonly qualname: string;
  readonly line: number;
  readonly firstLine: number;
  readonly tag: FrameTag;

  constructor(place: LibraryFrame, tag: FrameTag) {
    super();
    this.identity = this;
    this.file = place.file;
    this.qualname = place.qualname;
    this.line = place.line;
    this.firstLine = place.firstLine;
    this.tag = tag;
  }
}

/** The frames of a coroutine by itself, outermost first; none once it is over. */
export function framesOf(coroutine: Coroutine): PyFrame[] {
  if (coroutine instanceof FrameCoroutine) {
    return coroutine.state === 'CLOSED' ? [] : [new ProgramFrame(coroutine.frame)];
  }
  return libraryFramesOf(coroutine).map((each) => new StillFrame(each, 'async'));
}

/**
 * The frames of coroutines that await one another, outermost first: as far as `cr_await` leads from
 * one to the next, which is not into asynchronous generators.
 */
export function awaitingFrames(coroutines: readonly Coroutine[]): PyFrame[] {
  const frames: PyFrame[] = [];
  for (const each of coroutines) {
    frames.push(...framesOf(each));
    if (!(each instanceof FrameCoroutine) || each.state === 'CLOSED') continue;
    const { delegate } = each.frame;
    if (delegate === null) continue;
    if (isPrimitive(delegate)) frames.push(...framesOf(delegate));
    break;
  }
  return frames;
}

/** The frames that run, innermost first, down to the task that runs them. */
export function runningFrames(top: Frame | null): PyFrame[] {
  const frames: PyFrame[] = [];
  for (const frame of activations(top)) {
    const below = frames.at(-1);
    const isBottom = below !== undefined && below.tag !== null && frame.tag === null;
    if (isBottom) break;
    frames.push(frame);
  }
  return frames;
}

function* activations(top: Frame | null): Generator<PyFrame, void, void> {
  let frame = top;
  while (frame !== null) {
    yield new ProgramFrame(frame);
    if (frame.caller !== null) {
      frame = frame.caller;
      continue;
    }
    let awaiter = frame.owner instanceof FrameCoroutine ? frame.owner.caller : null;
    frame = null;
    for (; awaiter !== null && frame === null; awaiter = awaiter.caller) {
      if (!(awaiter instanceof FrameCoroutine)) {
        yield* framesOf(awaiter).reverse();
      } else {
        yield* resumedInPlace(awaiter.frame.delegate);
        frame = awaiter.frame;
      }
    }
  }
}

/** The asynchronous generators between a coroutine and what it awaits, innermost first. */
function resumedInPlace(delegate: Coroutine | null): PyFrame[] {
  if (!(delegate instanceof AsyncGeneratorStep)) return [];
  const { frame } = delegate;
  return [...resumedInPlace(frame.delegate), new ProgramFrame(frame)];
}

/** The frames through which an exception went, outermost first. */
export function tracebackFrames(entries: readonly TracebackEntry[]): PyFrame[] {
  return entries.map(({ file, line, function: qualname }) => {
    return new StillFrame({ file, line, qualname, firstLine: line }, null);
  });
}

/** `frame.f_code`. */
class PyCode {
  readonly frame: PyFrame;

  constructor(frame: PyFrame) {
    this.frame = frame;
  }
}

const codeClass = builtinClass('code');
declareType(PyCode, codeClass);
defineGetters(codeClass, [
  new Getter('co_name', (_run, self: PyCode) => self.frame.name),
  new Getter('co_qualname', (_run, self: PyCode) => self.frame.qualname),
  new Getter('co_filename', (_run, self: PyCode) => self.frame.file),
  new Getter('co_firstlineno', (_run, self: PyCode) => self.frame.firstLine),
]);

const frameClass = builtinClass('frame', undefined, 'types');
declareType(PyFrame, frameClass);
defineGetters(frameClass, [
  new Getter('f_lineno', (_run, self: PyFrame) => self.line),
  new Getter('f_code', (_run, self: PyFrame) => new PyCode(self)),
]);
define(frameClass, [
  new LibraryFunction('__repr__(self)', (run, self: PyFrame) => {
    const address = run.addresses.text(self.identity);
    return `<frame at ${address}, file '${self.file}', line ${self.line}, code ${self.name}>`;
  }),
]);
