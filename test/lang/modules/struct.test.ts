import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('values are packed and unpacked as CPython does', () => expectRecorded('struct'));
