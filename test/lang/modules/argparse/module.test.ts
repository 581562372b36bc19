import { expect, test } from 'vitest';
import { argparseModule } from '../../../../src/lang/modules/argparse/module.ts';

test('files and other kinds of help are left out', () => {
  const names = ['FileType', 'HelpFormatter', 'Namespace'];
  expect(names.map((name) => argparseModule.attributes.has(name))).toEqual([false, true, true]);
});
