import { expect, test } from 'vitest';
import { CatchWarnings } from '../../../../src/lang/modules/warnings/catching.ts';
import { Instance } from '../../../../src/lang/values.ts';
import { printed } from '../../../simulated.ts';

test('a manager is entered once, and left when it was entered', () => {
  const text = `
import warnings
manager = warnings.catch_warnings()
try:
    manager.__exit__()
except RuntimeError as e:
    print(str(e).split(' at ')[-1].split('> ')[-1])
with manager:
    try:
        manager.__enter__()
    except RuntimeError as e:
        print(str(e).split('> ')[-1])
`;
  expect(printed(text)).toBe('without entering first\ntwice\n');
  expect(CatchWarnings.prototype).toBeInstanceOf(Instance);
});
