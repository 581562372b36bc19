import { expect, test } from 'vitest';
import { stringModule, templateClass } from '../../../src/lang/modules/string.ts';
import { expectRecorded } from './recorded.ts';

test('constants and templates are CPython’s', () => expectRecorded('string'));

test('Formatter is not there', () => {
  expect(stringModule.attributes.get('Template')).toBe(templateClass);
  expect(stringModule.attributes.has('Formatter')).toBe(false);
});
