import { expect, test } from 'vitest';
import { dequeClass } from '../../../../src/lang/modules/collections/deque.ts';
import '../../../../src/lang/modules/collections/deque-methods.ts';

test('a deque has all the methods of the documentation', () => {
  const names = [...dequeClass.attributes.keys()].filter((name) => !name.startsWith('__'));
  expect(names.join(' ')).toBe(
    'append appendleft clear copy count extend extendleft index insert pop popleft remove ' +
      'reverse rotate maxlen',
  );
});
