import { expect, test } from 'vitest';
import { bytesIoClass } from '../../../src/lang/modules/bytes-io.ts';
import { expectRecorded } from './recorded.ts';

test('octets in memory are written and read as on CPython', () => expectRecorded('bytes-io'));

test('it is known by the module of C', () => {
  expect(bytesIoClass.messageName).toBe('_io.BytesIO');
});
