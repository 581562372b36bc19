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
  /** Signals that it is sent, one after the other. */
  readonly signals?: readonly Sent[];
}

/** A signal, and the sign that it waits for: no time says what a loaded machine is doing. */
export interface Sent {
  readonly name: NodeJS.Signals;
  /** Whether it is due, by all that was written so far to either stream. */
  readonly when: (written: string) => boolean;
  /** Milliseconds that pass besides, at the least. */
  readonly later?: number;
}

/**
 * Runs `sim` with arguments; plain output, 100 columns. Throws where it ends before it was sent
 * every signal.
 */
export async function sim(args: readonly string[], where: Surroundings = {}): Promise<Ended> {
  const path = await command();
  const child = spawn(process.execPath, [path, ...args], {
    cwd: where.cwd ?? ROOT,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '', ...where.env },
  });
  let stdout = '';
  let stderr = '';
  const due = [...(where.signals ?? [])];
  const signal = (): void => {
    const [next] = due;
    if (next === undefined || !next.when(stdout + stderr)) return;
    due.shift();
    setTimeout(() => {
      child.kill(next.name);
      signal();
    }, next.later ?? 0);
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    signal();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    signal();
  });
  // A command may end before it has read everything.
  child.stdin.on('error', () => {});
  child.stdin.end(where.input ?? '');
  const code = await new Promise<Ended['code']>((done) => {
    child.on('close', (status, name) => done(status ?? name));
  });
  if (due.length > 0) throw new Error(`it ended before ${due[0].name}:\n${stdout}${stderr}`);
  return { code, stdout, stderr };
}
