import { expect, test } from 'vitest';
import { ioModule } from '../../../src/lang/modules/io.ts';
import { printed } from '../../simulated.ts';
import { expectRecorded } from './recorded.ts';

test('a text in memory is written and read as on CPython', () => expectRecorded('io'));

test('print writes to it', () => {
  const text = "import io\nb = io.StringIO()\nprint('a', 1, file=b)\nprint(repr(b.getvalue()))\n";
  expect(printed(text)).toBe("'a 1\\n'\n");
  expect([...ioModule.attributes.keys()]).toEqual([
    'StringIO',
    'BytesIO',
    'SEEK_SET',
    'SEEK_CUR',
    'SEEK_END',
  ]);
});
