import { expect, test } from 'vitest';
import { jsonModule } from '../../../src/lang/modules/json.ts';
import { expectRecordedOutputs } from './output-snippets/recorded.ts';

test('texts and values are CPython’s, errors included', () => {
  expect([...jsonModule.attributes.keys()]).toEqual([
    'dumps',
    'loads',
    'JSONDecodeError',
    'JSONEncoder',
  ]);
  expectRecordedOutputs('json_texts');
});
