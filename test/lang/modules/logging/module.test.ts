import { describe, expect, test } from 'vitest';
import { loggingModule } from '../../../../src/lang/modules/logging/module.ts';
import { expectRecordedOutputs } from '../output-snippets/recorded.ts';

describe('logging', () => {
  test('each run has its own', () => {
    expect(loggingModule().attributes.get('root')).not.toBe(loggingModule().attributes.get('root'));
  });

  test.each(['logging_basics', 'logging_handlers'])('%s: outputs are CPython’s', (name) => {
    expectRecordedOutputs(name);
  });
});
