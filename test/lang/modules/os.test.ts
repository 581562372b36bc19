import { expect, test } from 'vitest';
import { osMembers } from '../../../src/lang/modules/os.ts';
import { loadText } from '../../mistakes/corpus.ts';
import { expectRecorded } from './recorded.ts';

test('paths and an empty environment are as on CPython', () => expectRecorded('os'));

test('what asks the machine is refused by name', () => {
  expect(osMembers(null).has('listdir')).toBe(false);
  const { diagnostics } = loadText('py', "import os\nprint(os.listdir('.'))\nos.system('ls')\n");
  expect(diagnostics.map(({ span, message }) => `${span.line} ${message}`)).toEqual([
    "2 'os.listdir' is not supported: a simulation reads and writes no files",
    "3 'os.system' is not supported: a simulation starts no processes",
  ]);
});
