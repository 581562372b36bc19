import { expect, test } from 'vitest';
import { algorithms, hexOfText } from '../../../src/lang/modules/digests.ts';
import { HmacState } from '../../../src/lang/modules/hmac-state.ts';
import { plainInterpreter } from '../objects/plain-interpreter.ts';

// RFC 2202, test case 2.
test('the digest goes on after it was asked for', () => {
  const run = plainInterpreter();
  const state = new HmacState(run, algorithms.get('md5')!, 'Jefe');
  state.inner.update(run, 'what do ya want ');
  const half = state.copy();
  state.octets(run);
  state.inner.update(run, 'for nothing?');
  expect(hexOfText(state.octets(run))).toBe('750c783e6ab0b503eaa86e310a5db738');
  expect(hexOfText(half.octets(run))).not.toBe(hexOfText(state.octets(run)));
});
