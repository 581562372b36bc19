import { expect, test } from 'vitest';
import { invoke, nativeClass } from '../../../src/lang/objects/native-class.ts';
import { LibraryFunction } from '../../../src/lang/objects/signature.ts';
import { type Builtin, Instance } from '../../../src/lang/values.ts';

test('an instance is made, initialised and called by what its class has', () => {
  const cls = nativeClass('Pair', 'pairs', [
    new LibraryFunction('__init__(self, left=1)', (_run, self: Instance, left: unknown) => {
      self.attributes.set('left', left);
      return null;
    }),
    new LibraryFunction('twice(self)', (_run, self: Instance) => [
      self.attributes.get('left'),
      self.attributes.get('left'),
    ]),
  ]);
  const run = {
    call: (callee: { self: unknown; callee: Builtin }) =>
      callee.callee.body(run as never, callee.self as never),
  };
  const pair = cls.construct?.(run as never, cls, [2], null);
  expect(pair).toBeInstanceOf(Instance);
  expect(invoke(run as never, pair, 'twice', [])).toEqual([2, 2]);
});
