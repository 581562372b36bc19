import { test } from 'vitest';
import { expectRecorded } from '../modules/recorded.ts';

test('octets are formatted as CPython does', () => expectRecorded('octet-percent', '../bytes'));
