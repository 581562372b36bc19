// The worker as the command uses it: the report is the same for every number of jobs.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sim } from './command.ts';
import { scratch } from './scratch.ts';

const { folder } = scratch();
const FILE = join(import.meta.dirname, '../../scenarios/bugs/lost-update.yaml');

async function reportOf(jobs: string, vary = 'timing,ties', strategy = 'mixed') {
  const cwd = mkdtempSync(join(folder, 'jobs-'));
  const which = ['--vary', vary, '--strategy', strategy, '--jobs', jobs];
  const args = ['explore', FILE, '--runs', '150', '--json', ...which];
  const { code, stdout, stderr } = await sim(args, { cwd });
  expect([code, stderr]).toEqual([1, '']);
  return JSON.parse(stdout);
}

test('two and three jobs report what one does', async () => {
  const alone = await reportOf('1');
  expect(await reportOf('2')).toEqual(alone);
  expect(await reportOf('3')).toEqual(alone);
});

test('two jobs note every single cancellation that one does', async () => {
  // Nothing else varies, so most runs that are drawn depart by one cancellation alone.
  const alone = await reportOf('1', 'cancel', 'random');
  expect(alone.cancelSafety.tried).toBeGreaterThan(alone.cancelSafety.unsafe.length);
  expect(await reportOf('2', 'cancel', 'random')).toEqual(alone);
});
