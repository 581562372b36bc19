// Module `contextlib`: the decorators, the stacks, and the small managers suppress, nullcontext,
// closing and aclosing. What changes directories is not there.
// Source: CPython Lib/contextlib.py.

import { isGroup } from '../../../asyncio/exception-groups.ts';
import type { BaseException } from '../../../asyncio/exceptions.ts';
import type { Interpreter } from '../../interpreter.ts';
import { awaitable } from '../../machine/awaiting.ts';
import type { Runtime } from '../../machine/frame.ts';
import { getAttribute } from '../../objects/attributes.ts';
import { builtinClass, declareType, define } from '../../objects/classes.ts';
import { splitGroup } from '../../objects/exception-methods.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { isInstance, isSubclassOf } from '../../objects/type-of.ts';
import { PyModule, Tuple } from '../../values.ts';
import { constructs } from '../asyncio/construct.ts';
import {
  abstractAsyncManagerClass,
  abstractManagerClass,
  asyncDecoratorClass,
  coroutineOf,
  decoratorClass,
} from './abstract.ts';
import { asyncExitStackClass, exitStackClass } from './exit-stack.ts';
import { asynccontextmanager, contextmanager } from './generator-managers.ts';
import { redirectionClasses } from './redirecting.ts';

class Suppress {
  readonly exceptions: Tuple;

  constructor(exceptions: Tuple) {
    this.exceptions = exceptions;
  }
}
class NullContext {
  readonly enterResult: unknown;

  constructor(enterResult: unknown) {
    this.enterResult = enterResult;
  }
}
class Closing {
  readonly thing: unknown;

  constructor(thing: unknown) {
    this.thing = thing;
  }
}
class AsyncClosing extends Closing {}

const suppressClass = builtinClass('suppress', [abstractManagerClass], 'contextlib');
const nullClass = builtinClass(
  'nullcontext',
  [abstractManagerClass, abstractAsyncManagerClass],
  'contextlib',
);
const closingClass = builtinClass('closing', [abstractManagerClass], 'contextlib');
const aclosingClass = builtinClass('aclosing', [abstractAsyncManagerClass], 'contextlib');
declareType(Suppress, suppressClass);
declareType(NullContext, nullClass);
declareType(Closing, closingClass);
declareType(AsyncClosing, aclosingClass);
constructs(
  suppressClass,
  'suppress(*exceptions)',
  (_run, exceptions: unknown[]) => new Suppress(new Tuple(exceptions)),
);
constructs(
  nullClass,
  'nullcontext(enter_result=None)',
  (_run, result: unknown) => new NullContext(result),
);
constructs(closingClass, 'closing(thing)', (_run, thing: unknown) => new Closing(thing));
constructs(aclosingClass, 'aclosing(thing)', (_run, thing: unknown) => new AsyncClosing(thing));

/** Whether an exception is let go. Throws the rest of a group of which only a part is. */
function suppresses(
  run: Interpreter,
  { exceptions }: Suppress,
  type: unknown,
  value: BaseException,
): boolean | null {
  if (type === null) return null;
  if (isSubclassOf(type, exceptions)) return true;
  if (!isGroup(value)) return false;
  const [, rest] = splitGroup(run, value, (member) => isInstance(member, exceptions));
  if (rest === null) return true;
  throw rest;
}

type Steps<T> = Generator<unknown, T, unknown>;

function* given<T>(value: T): Steps<T> {
  return value;
}

function* closeLater(run: Interpreter, { thing }: AsyncClosing): Steps<null> {
  yield* awaitable(run as Runtime, run.call(getAttribute(run, thing, 'aclose'), []));
  return null;
}

define(suppressClass, [
  new LibraryFunction('__enter__(self)', () => null),
  new LibraryFunction('__exit__(self, exctype, excinst, exctb)', suppresses),
]);
define(nullClass, [
  new LibraryFunction('__enter__(self)', (_run, self: NullContext) => self.enterResult),
  new LibraryFunction('__exit__(self, *excinfo)', () => null),
  new LibraryFunction('__aenter__(self)', (_run, self: NullContext) =>
    coroutineOf('nullcontext.__aenter__', given(self.enterResult)),
  ),
  new LibraryFunction('__aexit__(self, *excinfo)', () =>
    coroutineOf('nullcontext.__aexit__', given(null)),
  ),
]);
define(closingClass, [
  new LibraryFunction('__enter__(self)', (_run, self: Closing) => self.thing),
  new LibraryFunction('__exit__(self, *exc_info)', (run, { thing }: Closing) => {
    run.call(getAttribute(run, thing, 'close'), []);
    return null;
  }),
]);
define(aclosingClass, [
  new LibraryFunction('__aenter__(self)', (_run, self: AsyncClosing) =>
    coroutineOf('aclosing.__aenter__', given(self.thing)),
  ),
  new LibraryFunction('__aexit__(self, *exc_info)', (run, self: AsyncClosing) =>
    coroutineOf('aclosing.__aexit__', closeLater(run, self)),
  ),
]);

/** The module; the same for every run. */
export const contextlibModule = new PyModule(
  'contextlib',
  new Map<string, unknown>([
    ['AbstractAsyncContextManager', abstractAsyncManagerClass],
    ['AbstractContextManager', abstractManagerClass],
    ['AsyncContextDecorator', asyncDecoratorClass],
    ['AsyncExitStack', asyncExitStackClass],
    ['ContextDecorator', decoratorClass],
    ['ExitStack', exitStackClass],
    ['aclosing', aclosingClass],
    ['asynccontextmanager', asynccontextmanager],
    ['closing', closingClass],
    ['contextmanager', contextmanager],
    ['nullcontext', nullClass],
    ['suppress', suppressClass],
    ...redirectionClasses.map((each): [string, unknown] => [each.name, each]),
  ]),
);
