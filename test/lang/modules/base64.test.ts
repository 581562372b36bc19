import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('octets are written in letters and read back as CPython does', () => expectRecorded('base64'));
