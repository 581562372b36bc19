// asyncio.run, Runner, and the loop that is the current one outside of them, as programs call them.
// Source: CPython Lib/asyncio/runners.py, events.py.

import { EventLoop } from '../../../asyncio/base-events.ts';
import { currentLoop } from '../../../asyncio/events.ts';
import { PyTypeError } from '../../../asyncio/exceptions.ts';
import { Runner, type RunnerOptions, runMain } from '../../../asyncio/runners.ts';
import type { Interpreter } from '../../interpreter.ts';
import { suspended } from '../../machine/suspension.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { truthy } from '../../objects/truth.ts';
import { typeName } from '../../objects/type-of.ts';
import type { Builtin } from '../../values.ts';
import { abstractLoopClass } from './abstract-loop.ts';
import { contextArgument, mainArgument } from './arguments.ts';
import { constructs } from './construct.ts';

function runnerOptions(run: Interpreter, debug: unknown, factory: unknown): RunnerOptions {
  return {
    debug: debug === null ? null : truthy(run, debug),
    loopFactory: factory === null ? null : () => madeBy(run, factory),
    policy: run.policy,
  };
}

/** The loop that a factory of the program makes. */
function madeBy(run: Interpreter, factory: unknown): EventLoop {
  const loop = run.call(factory, []);
  if (loop instanceof EventLoop) return loop;
  throw new PyTypeError(`loop_factory must return an event loop, not '${typeName(loop)}'`);
}

function setEventLoop(run: Interpreter, loop: unknown): void {
  if (loop !== null && !(loop instanceof EventLoop)) {
    const [wanted, given] = [abstractLoopClass.name, typeName(loop)];
    throw new PyTypeError(`loop must be an instance of ${wanted} or None, not '${given}'`);
  }
  run.policy.setEventLoop(loop);
}

export const runnerFunctions: readonly Builtin[] = [
  new LibraryFunction('get_running_loop()', (run) => run.runningLoop()),
  new LibraryFunction('_get_running_loop()', () => currentLoop()),
  new LibraryFunction('get_event_loop()', (run) => run.policy.getEventLoop()),
  new LibraryFunction('set_event_loop(loop)', (run, loop: unknown) => {
    setEventLoop(run, loop);
    return null;
  }),
  new LibraryFunction('new_event_loop()', (run) => run.policy.newEventLoop()),
  new LibraryFunction(
    'run(main, *, debug=None, loop_factory=None)',
    (run, main: unknown, debug: unknown, factory: unknown) => {
      const options = runnerOptions(run, debug, factory);
      return suspended(
        runMain(options, () => mainArgument(run, main)),
        true,
      );
    },
  ),
];

export const runnerClass = define(builtinClass('Runner', undefined, 'asyncio.runners'), [
  new LibraryFunction('__enter__(self)', (_run, self: Runner) => {
    self.getLoop();
    return self;
  }),
  new LibraryFunction('__exit__(self, exc_type, exc_val, exc_tb)', (_run, self: Runner) =>
    suspended(self.closing(), false),
  ),
  new LibraryFunction(
    'run(self, coro, *, context=None)',
    (run, self: Runner, main: unknown, context: unknown) => {
      const steps = self.running(() => mainArgument(run, main), contextArgument(run, context));
      return suspended(steps, true);
    },
  ),
  new LibraryFunction('get_loop(self)', (_run, self: Runner) => self.getLoop()),
  new LibraryFunction('close(self)', (_run, self: Runner) => suspended(self.closing(), false)),
]);
declareType(Runner, runnerClass);
constructs(
  runnerClass,
  'Runner(*, debug=None, loop_factory=None)',
  (run, debug: unknown, factory: unknown) => new Runner(runnerOptions(run, debug, factory)),
);
