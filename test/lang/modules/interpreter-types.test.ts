import { expect, test } from 'vitest';
import { namespaceClass, typesModule } from '../../../src/lang/modules/interpreter-types.ts';
import { expectRecorded } from './recorded.ts';

test('namespaces and the names of classes are CPython’s', () => expectRecorded('types'));

test('a namespace can be derived from', () => {
  expect(namespaceClass.isFinal).toBe(false);
  expect(typesModule.attributes.get('LambdaType')).toBe(typesModule.attributes.get('FunctionType'));
});
