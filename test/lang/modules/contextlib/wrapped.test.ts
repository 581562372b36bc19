import { expect, test } from 'vitest';
import { WrappedFunction } from '../../../../src/lang/modules/contextlib/wrapped.ts';
import { printed } from '../../../simulated.ts';

test('a wrapped function has the name, the text and the attributes of the other', () => {
  expect(WrappedFunction.name).toBe('WrappedFunction');
  const text = `
from contextlib import contextmanager
def plain():
    "Words."
    yield
plain.mark = 5
made = contextmanager(plain)
print(made.__name__, made.__doc__, made.mark, made.__wrapped__ is plain)
`;
  expect(printed(text)).toBe('plain Words. 5 True\n');
});
