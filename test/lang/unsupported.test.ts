import { expect, test } from 'vitest';
import {
  reasonForBuiltin,
  reasonForMember,
  reasonForModule,
  replacementOf,
} from '../../src/lang/unsupported.ts';

test('a module is absent for a reason, a submodule for that of its module', () => {
  expect(reasonForModule('socket').reason).toBe('the simulated loop has no network');
  expect(reasonForModule('urllib.request').reason).toBe('the simulated loop has no network');
  expect(reasonForModule('concurrent.futures').reason).toBe('a simulation has no threads');
  expect(reasonForModule('platform').reason).toBe(
    'a simulation knows nothing of the machine that it runs on',
  );
});

test('a word that is no module that we know has the general reason', () => {
  expect(reasonForModule('frobnicate')).toEqual({
    reason: 'the simulator has no such module',
    isKnown: false,
  });
});

test('members of asyncio for networks, processes and policies have theirs', () => {
  expect(reasonForMember('asyncio', 'open_unix_connection').reason).toMatch(/network/);
  expect(reasonForMember('asyncio', 'create_subprocess_exec').reason).toMatch(/processes/);
  expect(reasonForMember('asyncio', 'set_event_loop_policy').reason).toMatch(/one loop/);
  const absent = 'the module of the simulator does not have it';
  expect(reasonForMember('asyncio', 'frob').reason).toBe(absent);
  expect(reasonForMember('math', 'connection').reason).toBe(absent);
});

test('members that asyncio had once have a successor', () => {
  expect(replacementOf('asyncio', 'coroutine')).toBe(
    'write async def instead of @asyncio.coroutine',
  );
  expect(replacementOf('asyncio', 'frob')).toBeNull();
  expect(replacementOf('math', 'coroutine')).toBeNull();
});

test('built-ins of Python that are not there have theirs, other words none', () => {
  expect(reasonForBuiltin('open')?.reason).toBe('a simulation reads and writes no files');
  expect(reasonForBuiltin('complex')?.reason).toBe('the simulator has no complex numbers');
  expect(reasonForBuiltin('constructor')).toBeNull();
});

test('modules that need counted references say so', () => {
  expect(reasonForModule('weakref').reason).toBe(
    'references are not counted here, so nobody knows when an object goes',
  );
});
