import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('names match the patterns that they match on CPython', () => expectRecorded('fnmatch'));
