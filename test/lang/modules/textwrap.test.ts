import { expect, test } from 'vitest';
import { textwrapModule } from '../../../src/lang/modules/textwrap.ts';
import { printed } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('texts are wrapped, filled, shortened, dedented and indented as CPython does', () => {
  expectRecorded('textwrap');
});

test('fix_sentence_endings is refused in words', () => {
  const text = `
import textwrap
try:
    textwrap.wrap('a. b', 3, fix_sentence_endings=True)
except NotImplementedError as e:
    print(e)
`;
  expect(printed(text)).toBe('textwrap with fix_sentence_endings is not supported\n');
  expect(textwrapModule.attributes.has('TextWrapper')).toBe(false);
});
