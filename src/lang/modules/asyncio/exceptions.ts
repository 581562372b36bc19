// asyncio's exceptions as classes of the program. Source: CPython Lib/asyncio/exceptions.py,
// queues.py.

import {
  BrokenBarrierError,
  CancelledError,
  InvalidStateError,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  TimeoutError,
} from '../../../asyncio/exceptions.ts';
import { exceptionClassOf } from '../../objects/type-of.ts';
import type { PyClass } from '../../values.ts';

export const timeoutErrorClass = exceptionClassOf(TimeoutError);

export const asyncioExceptions: readonly (readonly [string, PyClass])[] = [
  CancelledError,
  InvalidStateError,
  BrokenBarrierError,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
].map((each) => [each.typeName, exceptionClassOf(each)] as const);
