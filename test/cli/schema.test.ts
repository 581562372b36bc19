import { expect, test } from 'vitest';
import { scenarioSchema } from '../../src/scenario/schema.ts';
import { traceSchema } from '../../src/trace/schema.ts';
import { sim } from './command.ts';
import { here } from './scratch.ts';

test('the command prints the schema and nothing else', async () => {
  const { code, stdout, stderr } = await sim(['schema']);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual(scenarioSchema());
});

test('it prints the schema of a trace, too', async () => {
  const { code, stdout } = await here('schema', 'trace');
  expect([code, JSON.parse(stdout)]).toEqual([0, traceSchema()]);
});

test('it takes no file', async () => {
  const { code, stderr } = await here('schema', 'x.yaml');
  expect(code).toBe(2);
  expect(stderr).toContain("sim: sim schema: expected scenario or trace, found 'x.yaml'\n");
});
