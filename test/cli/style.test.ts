import { afterEach, expect, test, vi } from 'vitest';
import { paintDiagnostics, styleFor } from '../../src/cli/style.ts';

afterEach(() => vi.unstubAllEnvs());

test('without colour the text stays as it is, with colour it is wrapped in escapes', () => {
  vi.stubEnv('FORCE_COLOR', '');
  vi.stubEnv('NO_COLOR', '1');
  expect(styleFor({ isTTY: true }).bad('x')).toBe('x');
  expect(paintDiagnostics({ isTTY: true })('error', 'x')).toBe('x');
  vi.stubEnv('NO_COLOR', '');
  vi.stubEnv('TERM', 'xterm');
  expect(styleFor({ isTTY: true }).bad('x')).toBe('\u001b[31mx\u001b[39m');
  expect(paintDiagnostics({ isTTY: true })('error', 'x')).toBe('\u001b[31mx\u001b[39m');
});
