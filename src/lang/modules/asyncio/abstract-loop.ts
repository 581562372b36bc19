// AbstractEventLoop: the class of all loops, with the methods that the simulated one refuses. They
// raise NotImplementedError as those of CPython's class do, and as a loop does on a system that
// has no signals; the message says why.
// Source: CPython Lib/asyncio/events.py (AbstractEventLoop).

import { NotImplementedError } from '../../../asyncio/exceptions.ts';
import { builtinClass, define } from '../../objects/classes.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { refusedLoopMethods } from '../../unsupported-asyncio.ts';

export const abstractLoopClass = define(
  builtinClass('AbstractEventLoop', undefined, 'asyncio.events'),
  [...refusedLoopMethods].map(([name, { reason, instead }]) => {
    const hint = instead === undefined ? '' : ` (${instead})`;
    return new LibraryFunction(`${name}(self, *args, **kwargs)`, () => {
      throw new NotImplementedError(`loop.${name}() is not supported: ${reason}${hint}`);
    });
  }),
);
