import { expect, test } from 'vitest';
import { queries } from '../../../src/lang/modules/typing-queries.ts';
import { simulate } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('types tell what they are made of', () => expectRecorded('typing-queries'));

test('reveal_type tells the class on the other output', () => {
  const { stdout, stderr } = simulate('from typing import reveal_type\nprint(reveal_type(5))\n');
  expect([stdout, stderr]).toEqual(['5\n', "Runtime type is 'int'\n"]);
  expect(queries.map(({ name }) => name)).toContain('reveal_type');
});
