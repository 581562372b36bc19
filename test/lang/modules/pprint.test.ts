import { expect, test } from 'vitest';
import { pprintModule } from '../../../src/lang/modules/pprint.ts';
import { printed } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('values are laid out as CPython does', () => expectRecorded('pprint'));

test('a long Counter is refused in words, a short one is shown', () => {
  const text = `
from collections import Counter
from pprint import pprint
pprint(Counter('ab'))
try:
    pprint(Counter(range(100)))
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe(
    "Counter({'a': 1, 'b': 1})\npprint of a long 'Counter' is not supported\n",
  );
  expect(pprintModule.attributes.has('PrettyPrinter')).toBe(false);
});
