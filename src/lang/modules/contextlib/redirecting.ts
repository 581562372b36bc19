// `contextlib.redirect_stdout` and `redirect_stderr`: `sys.stdout` is another stream within the
// block. print() and whatever writes to `sys.stdout` asks the module of the run for it.
// Source: CPython 3.14 Lib/contextlib.py (_RedirectStream).

import type { Interpreter } from '../../interpreter.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import type { PyClass } from '../../values.ts';
import { constructs } from '../asyncio/construct.ts';
import { abstractManagerClass } from './abstract.ts';

type StreamName = 'stdout' | 'stderr';

class Redirection {
  readonly stream: StreamName;
  readonly target: unknown;
  readonly before: unknown[] = [];

  constructor(stream: StreamName, target: unknown) {
    this.stream = stream;
    this.target = target;
  }
}
class OutputRedirection extends Redirection {}
class ErrorRedirection extends Redirection {}

/** The attributes of this run's `sys`, which is its own. */
function streamsOf(run: Interpreter): Map<string, unknown> {
  return run.modules?.get('sys')?.attributes as Map<string, unknown>;
}

function redirecting(name: string, stream: StreamName, Kind: typeof OutputRedirection): PyClass {
  const cls = builtinClass(name, [abstractManagerClass], 'contextlib');
  declareType(Kind, cls);
  constructs(cls, `${name}(new_target)`, (_run, target: unknown) => new Kind(stream, target));
  return define(cls, [
    new LibraryFunction('__enter__(self)', (run, self: Redirection) => {
      const streams = streamsOf(run);
      self.before.push(streams.get(stream));
      streams.set(stream, self.target);
      return self.target;
    }),
    new LibraryFunction('__exit__(self, exctype, excinst, exctb)', (run, self: Redirection) => {
      streamsOf(run).set(stream, self.before.pop());
      return null;
    }),
  ]);
}

export const redirectionClasses: readonly PyClass[] = [
  redirecting('redirect_stdout', 'stdout', OutputRedirection),
  redirecting('redirect_stderr', 'stderr', ErrorRedirection),
];
