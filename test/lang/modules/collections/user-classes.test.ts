import { test } from 'vitest';
import { expectRecorded } from '../recorded.ts';

test('classes derived from UserDict and UserList do what they do on CPython', () =>
  expectRecorded('user-classes'));
