import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('words are split and quoted as CPython does', () => expectRecorded('shlex'));
