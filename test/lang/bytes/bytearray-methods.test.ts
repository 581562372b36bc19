import { expect, test } from 'vitest';
import { limits, simulate } from '../../simulated.ts';
import { expectRecorded } from '../modules/recorded.ts';

test('a bytearray changes as CPython’s does', () =>
  expectRecorded('bytearray-methods', '../bytes'));

test('growing octet by octet costs what is added', () => {
  const text = `import io
buffer, file = bytearray(), io.BytesIO()
for i in range(2000):
    buffer.append(i & 255)
    buffer += b'ab'
    file.write(b'ab')
print(len(buffer), file.tell())
`;
  const { stdout, outcome } = simulate(text, { limits: limits({ operations: 100_000 }) });
  expect([stdout, outcome.end]).toEqual(['6000 4000\n', 'finished']);
});
