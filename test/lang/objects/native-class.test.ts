import { expect, test } from 'vitest';
import { invoke, nativeClass } from '../../../src/lang/objects/native-class.ts';
import { LibraryFunction } from '../../../src/lang/objects/signature.ts';
import { Instance } from '../../../src/lang/values.ts';
import { plainInterpreter } from './plain-interpreter.ts';

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
  const run = plainInterpreter();
  const pair = cls.construct?.(run, cls, [2], null);
  expect(pair).toBeInstanceOf(Instance);
  expect(invoke(run, pair, 'twice', [])).toEqual([2, 2]);
});
