import { expect, test } from 'vitest';
import {
  stderrStream,
  stdoutStream,
  TextStream,
  textStreamClass,
} from '../../../src/lang/modules/text-streams.ts';
import { typeOf } from '../../../src/lang/objects/type-of.ts';
import { simulate } from '../../simulated.ts';

test('each stream is one output of the program', () => {
  expect([stdoutStream.name, stderrStream.name]).toEqual(['stdout', 'stderr']);
  expect(typeOf(new TextStream('stdout'))).toBe(textStreamClass);
  const { stdout, stderr } = simulate(`import sys
print("a", file=sys.stderr)
print(sys.stdout.name, sys.stderr.isatty(), sys.stdout.encoding, sys.stdout.closed)
sys.stdout.reconfigure(line_buffering=True)
try:
    type(sys.stdout)()
except ValueError as error:
    print(error)
for wrong in (None, 3):
    try:
        sys.stdout.write(wrong)
    except TypeError as error:
        print(error)`);
  expect(stderr).toBe('a\n');
  expect(stdout.split('\n')).toEqual([
    '<stdout> False utf-8 False',
    'a simulation opens no streams',
    'write() argument must be str, not None',
    'write() argument must be str, not int',
    '',
  ]);
});
