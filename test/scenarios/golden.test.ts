// Every scenario has its output beside it, and runs the same wherever and whenever it is run.
// `npm run golden` writes the outputs anew; read the difference before you commit it.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readTrace } from '../../src/trace/read.ts';
import { sim } from '../cli/command.ts';
import { SCENARIO_FOLDER as FOLDER, scenarioFiles } from '../scenario-files.ts';

const away = mkdtempSync(join(tmpdir(), 'sim-golden-'));
afterAll(() => rmSync(away, { recursive: true }));

describe.each(scenarioFiles)('%s', (name) => {
  const path = join(FOLDER, name);

  test('prints what stands beside it', async () => {
    const { code, stdout, stderr } = await sim(['run', name], { cwd: FOLDER });
    const text = `exit code ${code}\n\n${stdout}${stderr === '' ? '' : `\nstderr:\n${stderr}`}`;
    const golden = path.replace(/\.\w+$/, '.out');
    if (process.env.GOLDEN === 'write') writeFileSync(golden, text);
    expect(existsSync(golden)).toBe(true);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  test('leaves the same trace here and elsewhere, in any zone and language', async () => {
    const [here, there] = [join(away, `${name}.a`), join(away, `${name}.b`)];
    const first = await sim(['run', path, '--trace', here]);
    const env = { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const second = await sim(['run', path, '--trace', there, '--quiet'], { cwd: away, env });
    expect(second.code).toBe(first.code);
    const trace = readFileSync(here, 'utf8');
    expect(readFileSync(there, 'utf8')).toBe(trace);
    expect(readTrace(trace).events.length).toBeGreaterThan(5);
  });
});
