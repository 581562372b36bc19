import { expect, test } from 'vitest';
import { plainPage, plainStyle } from '../../src/report/page.ts';

test('a plain page leaves text as it is', () => {
  expect(Object.values(plainStyle).map((mark) => mark('x'))).toEqual(
    Object.keys(plainStyle).map(() => 'x'),
  );
  expect(plainPage).toEqual({ width: 100, unicode: true, style: plainStyle });
});
