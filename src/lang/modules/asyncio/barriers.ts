// Barrier as programs see it. Source: CPython Lib/asyncio/locks.py (Barrier).

import { Barrier } from '../../../asyncio/barriers.ts';
import { defineGetters, Getter } from '../../objects/descriptors.ts';
import { LibraryFunction } from '../../objects/signature.ts';
import { count } from './arguments.ts';
import { constructs } from './construct.ts';
import { contextMethods, primitive } from './primitives.ts';

export const barrierClass = primitive(Barrier, 'Barrier', 'locks', undefined, [
  ...contextMethods(),
  new LibraryFunction('wait(self)', (_run, self: Barrier) => self.wait()),
  new LibraryFunction('reset(self)', (_run, self: Barrier) => self.reset()),
  new LibraryFunction('abort(self)', (_run, self: Barrier) => self.abort()),
  new LibraryFunction('__repr__(self)', (run, self: Barrier) => {
    const waiting = self.broken ? '' : `, waiters:${self.nWaiting}/${self.parties}`;
    const object = `asyncio.locks.Barrier object at ${run.addresses.text(self)}`;
    return `<${object} [${self.state}${waiting}]>`;
  }),
]);
defineGetters(barrierClass, [
  new Getter('parties', (_run, self: Barrier) => self.parties),
  new Getter('n_waiting', (_run, self: Barrier) => self.nWaiting),
  new Getter('broken', (_run, self: Barrier) => self.broken),
]);
constructs(
  barrierClass,
  'Barrier(parties)',
  (_run, parties: unknown) => new Barrier(count(parties)),
);
