import { expect, test } from 'vitest';
import { COMMAND_TABLE } from '../../src/cli/command-table.ts';
import { sim } from './command.ts';

test('every command explains itself, its options among them', async () => {
  for (const { usage, describe, options } of COMMAND_TABLE) {
    const { code, stdout } = await sim([usage.split(' ')[0], '--help']);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(describe);
    for (const option of options) expect(stdout).toContain(`--${option}`);
  }
});
