import { expect, test } from 'vitest';
import { parseTemplate } from '../../../../src/lang/modules/re/template.ts';

const groups = { groups: 2, names: new Map([['name', 2]]) };

test('a template is texts and numbers of groups', () => {
  expect(parseTemplate('plain $1', groups)).toEqual(['plain $1']);
  expect(parseTemplate('\\1-\\g<name>\\n', groups)).toEqual([1, '-', 2, '\n']);
});
