import { afterEach, expect, test, vi } from 'vitest';
import { isColoured, widthOf } from '../../src/cli/terminal.ts';

afterEach(() => vi.unstubAllEnvs());

test('what is no terminal gets 100 columns, or what is asked for, but at least 40', () => {
  expect(widthOf({ width: null, ascii: false })).toBe(100);
  expect(widthOf({ width: 72, ascii: false })).toBe(72);
  expect(widthOf({ width: 10, ascii: false })).toBe(40);
});

test('NO_COLOR goes before FORCE_COLOR, and a dumb terminal has none', () => {
  vi.stubEnv('NO_COLOR', '');
  vi.stubEnv('FORCE_COLOR', '1');
  expect(isColoured({ isTTY: false })).toBe(true);
  vi.stubEnv('NO_COLOR', '1');
  expect(isColoured({ isTTY: true })).toBe(false);
  vi.stubEnv('NO_COLOR', '');
  vi.stubEnv('FORCE_COLOR', '0');
  vi.stubEnv('TERM', 'xterm');
  expect(isColoured({ isTTY: true })).toBe(true);
  expect(isColoured({})).toBe(false);
  vi.stubEnv('TERM', 'dumb');
  expect(isColoured({ isTTY: true })).toBe(false);
});
