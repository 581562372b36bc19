import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('stacks are taken apart as CPython does', () => expectRecorded('traceback-frames'));
