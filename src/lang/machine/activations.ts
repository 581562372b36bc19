// What calling a generator or coroutine function gives: an object that holds the frame, not yet
// begun.

import { invariant } from '../../base/stop.ts';
import { PyAsyncGenerator } from './async-generator.ts';
import { ASYNC_GENERATOR, COROUTINE, type Frame, GENERATOR } from './frame.ts';
import { FrameCoroutine } from './frame-coroutine.ts';
import type { PyFunction } from './function.ts';
import { PyGenerator } from './generator.ts';

/** The coroutine, generator or asynchronous generator of a new frame. */
export function activation(frame: Frame, fn: PyFunction): unknown {
  switch (frame.role) {
    case COROUTINE: {
      const coroutine = new FrameCoroutine(frame, fn.qualname);
      frame.machine.noteCreated(coroutine);
      return coroutine;
    }
    case GENERATOR:
      return new PyGenerator(frame, fn.name, fn.qualname);
    default:
      invariant(frame.role === ASYNC_GENERATOR, 'only generators and coroutines are activated');
      return new PyAsyncGenerator(frame, fn.name, fn.qualname);
  }
}
