import { expect, test } from 'vitest';
import { printed } from '../../simulated.ts';
import { expectRecorded } from '../modules/recorded.ts';

test('text and octets are turned into each other with every error handler', () =>
  expectRecorded('codecs', '../bytes'));

test('an encoding that CPython has and the simulator has not is refused by name', () => {
  const text = `try:
    'a'.encode('cp1252')
except NotImplementedError as error:
    print(error)
`;
  expect(printed(text)).toBe("the encoding 'cp1252' is not supported\n");
});
