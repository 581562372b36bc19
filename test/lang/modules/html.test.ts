import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('texts are escaped and read as CPython does', () => expectRecorded('html'));
