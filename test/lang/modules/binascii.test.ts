import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('digits, letters and sums are CPython’s', () => expectRecorded('binascii'));
