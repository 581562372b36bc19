// Coroutines and futures as objects: `send`, `throw`, `close` and `__await__`. Source: CPython
// Objects/genobject.c (coro_methods), Lib/asyncio/futures.py (__await__).

import type { Coroutine } from '../../asyncio/coroutines.ts';
import type { Future } from '../../asyncio/futures.ts';
import { futureClass } from '../modules/asyncio/futures.ts';
import { coroutineClass, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { Builtin } from '../values.ts';
import { sendClass, throwClass } from './async-generator.ts';
import { AwaitIterator } from './awaiting.ts';
import { drive } from './drive.ts';
import type { Runtime } from './frame.ts';
import { FrameCoroutine } from './frame-coroutine.ts';
import { thrownBy } from './generator.ts';
import { release } from './ownership.ts';

const methods = (): Builtin[] => [
  new Builtin('send(self, value, /)', (_run, self: Coroutine, value: unknown) =>
    drive(self, value, false),
  ),
  new Builtin(
    'throw(self, type, value=None, traceback=None, /)',
    (run, self: Coroutine, type: unknown, value: unknown) =>
      drive(self, thrownBy(run as Runtime, value ?? type), true),
  ),
  new Builtin('close(self, /)', (_run, self: Coroutine) => {
    self.close();
    // The GeneratorExit that ended it goes, and what its traceback kept goes with it.
    release(self.payload, null);
    return null;
  }),
  new Builtin('__await__(self, /)', (_run, self: Coroutine) => new AwaitIterator(self)),
];
for (const each of [coroutineClass, sendClass, throwClass]) define(each, methods());

defineGetters(coroutineClass, [
  new Getter('__name__', (_run, self: Coroutine) => nameOf(self)),
  new Getter('__qualname__', (_run, self: Coroutine) => self.name),
  new Getter('cr_running', (_run, self: Coroutine) => self.state === 'RUNNING'),
]);

function nameOf(coroutine: Coroutine): string {
  if (coroutine instanceof FrameCoroutine) return coroutine.frame.code.name;
  return coroutine.name.slice(coroutine.name.lastIndexOf('.') + 1);
}

define(futureClass, [
  new Builtin('__await__(self, /)', (_run, self: Future) => new AwaitIterator(self)),
  new Builtin('__iter__(self, /)', (_run, self: Future) => new AwaitIterator(self)),
]);
