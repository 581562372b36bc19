import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('rows are read and written as CPython does, with all quotings', () => expectRecorded('csv'));
