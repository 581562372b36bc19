import { test } from 'vitest';
import { expectRecorded } from '../recorded.ts';

test('events, conditions and semaphores do what CPython has them do', () =>
  expectRecorded('threading-signals'));
