import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('a hash with a key is CPython’s', () => expectRecorded('hmac'));
