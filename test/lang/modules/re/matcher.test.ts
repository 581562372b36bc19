import { expect, test } from 'vitest';
import { Matcher } from '../../../../src/lang/modules/re/matcher.ts';
import { parsePattern } from '../../../../src/lang/modules/re/parse.ts';
import { limits, printed, simulate } from '../../../simulated.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';

const codes = (text: string): number[] => Array.from(text, (each) => each.codePointAt(0) as number);

test('a search gives the first match and the places of its groups', () => {
  const matcher = new Matcher(parsePattern('(b)(c)?', 0));
  const found = matcher.search(plainInterpreter(), codes('abd'), 0, 3, -1);
  expect([found?.start, found?.end]).toEqual([1, 2]);
  expect(found?.attempt.starts).toEqual([-1, 1, -1]);
});

test('an expression of exponential cost reaches the limit of operations', () => {
  const text = "import re\nre.match('(a+)+b', 'a' * 40)\n";
  const { outcome } = simulate(text, { limits: limits({ operations: 100_000 }) });
  expect(outcome.limit?.message).toBe(
    'limit reached: operations inside one step (100000) at spec.py:2; ' +
      'raise it with --max-operations',
  );
});

test('a group that repeats too often is refused in words', () => {
  const text = `
import re
try:
    re.match('(ab)*', 'ab' * 2000)
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe(
    'a group of a regular expression that repeats more than 500 times is not supported\n',
  );
});
