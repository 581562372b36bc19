// A folder for the files of one spec, and the command run inside the spec's own process where
// nothing but its answer matters: starting a process costs more than most runs.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { runCommandLine } from '../../src/cli/commands.ts';
import type { Ended } from './command.ts';

export interface Scratch {
  readonly folder: string;
  path(name: string): string;
  /** Writes a file and gives its path. */
  file(name: string, text: string): string;
}

/** A folder that goes when the spec is over. */
export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'sim-spec-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    file(name, text) {
      writeFileSync(path(name), text);
      return path(name);
    },
  };
}

/** What a command line answered in this process: no signal ends it. */
export interface Answered extends Ended {
  readonly code: number;
}

/** Runs a command line in this process. */
export async function here(...argv: readonly string[]): Promise<Answered> {
  const written = { stdout: '', stderr: '' };
  const catching = (stream: 'stdout' | 'stderr') =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text);
      return true;
    });
  const spies = [catching('stdout'), catching('stderr')];
  vi.stubEnv('NO_COLOR', '1');
  try {
    const code = await runCommandLine(argv);
    return { code, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}
