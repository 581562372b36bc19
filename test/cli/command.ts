// Runs the command as a user does: the bundle of today's sources, in a process of its own.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '../..');

let built: Promise<string> | null = null;

/** The path of the command, bundled once for each test file. */
export function command(): Promise<string> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<string> {
  const cache = join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const outdir = mkdtempSync(join(cache, 'command-'));
  await build({
    entryPoints: ['main.ts', 'explore-worker.ts'].map((name) => join(ROOT, 'src/cli', name)),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outdir,
    mainFields: ['module', 'main'],
    external: ['yargs', 'piscina'],
    logLevel: 'error',
  });
  return join(outdir, 'main.js');
}

export interface Ended {
  /** The exit code; the signal where one ended it. */
  readonly code: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /**
   * Sends signals: the first so long after `when`, which is given what was written so far, settles,
   * each other one `gap` after the last.
   */
  readonly signals?: {
    readonly names: readonly NodeJS.Signals[];
    /** Milliseconds. */
    readonly after: number;
    readonly gap: number;
    readonly when: (written: () => string) => Promise<void>;
  };
}

const NO_SIGNALS = { names: [], after: 0, gap: 0, when: () => Promise.resolve() };

/** Runs `sim` with arguments; plain output, 100 columns. */
export async function sim(args: readonly string[], where: Surroundings = {}): Promise<Ended> {
  const path = await command();
  const child = spawn(process.execPath, [path, ...args], {
    cwd: where.cwd ?? ROOT,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '', ...where.env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // A command may end before it has read everything.
  child.stdin.on('error', () => {});
  child.stdin.end(where.input ?? '');
  const closed = new Promise<Ended['code']>((done) => {
    child.on('close', (code, signal) => done(code ?? signal));
  });
  const { names, after, gap, when } = where.signals ?? NO_SIGNALS;
  await when(() => stdout + stderr);
  for (const [i, name] of names.entries()) {
    await new Promise((done) => setTimeout(done, i === 0 ? after : gap));
    child.kill(name);
  }
  const code = await closed;
  return { code, stdout, stderr };
}
