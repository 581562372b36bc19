import { expect, test } from 'vitest';
import { formatterClass } from '../../../../src/lang/modules/logging/formatters.ts';
import { printed } from '../../../simulated.ts';

test('a format that names no field of the record is a ValueError', () => {
  expect(formatterClass.module).toBe('logging');
  const text = printed(`import logging
record = logging.LogRecord("n", 20, "p", 1, "m", (), None)
try:
    logging.Formatter("%(absent)s").format(record)
except ValueError as error:
    print(error)`);
  expect(text).toBe("Formatting field not found in record: 'absent'\n");
});
