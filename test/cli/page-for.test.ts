import { expect, test } from 'vitest';
import { UsageError } from '../../src/cli/options.ts';
import { pageFor } from '../../src/cli/page-for.ts';

test('a page has the width and the characters that were asked for', () => {
  expect(pageFor({ width: '72', ascii: true })).toMatchObject({ width: 72, unicode: false });
  expect(pageFor({}).unicode).toBe(true);
  expect(() => pageFor({ width: '7' })).toThrow(UsageError);
});
