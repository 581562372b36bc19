// Starts a process for each measurement, and reads its line. The bundle is made once, in a
// temporary folder.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const HERE = import.meta.dirname;

/** One counted run. */
export interface Run {
  /** CPU time in seconds. */
  readonly seconds: number;
  /** End time and checksum. */
  readonly line: string;
}

export const programOf = (name: string): string => join(HERE, 'programs', `${name}.py`);

/** Bundles the child; calls `use` with the bundle's path and removes it afterwards. */
export function withBundle<T>(use: (bundle: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'sim-bench-'));
  const bundle = join(folder, 'child.mjs');
  try {
    buildSync({
      entryPoints: [join(HERE, 'child.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    });
    return use(bundle);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the child answers; throws with its error output where it fails. */
export function runChild<T>(bundle: string, ...args: readonly string[]): T {
  return JSON.parse(lineOf(process.execPath, ['--expose-gc', bundle, ...args])) as T;
}

/** Runs a program in CPython on a virtual clock. */
export function runPython(python: string, name: string, size: number): Run {
  const args = [join(HERE, 'virtual_loop.py'), programOf(name), String(size)];
  return JSON.parse(lineOf(python, args)) as Run;
}

/** The version of an interpreter, null where it does not run or is older than 3.11. */
export function pythonVersion(python: string): string | null {
  const show = 'import sys; print("%d.%d.%d" % sys.version_info[:3])';
  const { status, stdout } = spawnSync(python, ['-c', show], { encoding: 'utf8' });
  const version = status === 0 ? stdout.trim() : '';
  const [major, minor] = version.split('.').map(Number);
  return major === 3 && minor >= 11 ? version : null;
}

function lineOf(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${status}\n${stderr}`);
  return stdout.trim();
}
