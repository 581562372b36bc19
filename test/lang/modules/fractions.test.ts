import { test } from 'vitest';
import { expectRecorded } from './recorded.ts';

test('fractions compute, compare and show as CPython has them', () => expectRecorded('fractions'));
