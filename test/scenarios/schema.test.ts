// The schema beside the scenarios is today's, every scenario refers to it and keeps to it.
// `npm run golden` writes it anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { load as loadYaml } from 'js-yaml';
import { expect, test } from 'vitest';
import { here } from '../cli/scratch.ts';
import { BUG_FOLDER, SCENARIO_FOLDER, scenarioFiles, scenariosIn } from '../scenario-files.ts';

const SCHEMA = join(SCENARIO_FOLDER, 'scenario.schema.json');

test('the schema in the folder is what the command prints', async () => {
  const { code, stdout } = await here('schema');
  expect(code).toBe(0);
  if (process.env.GOLDEN === 'write') writeFileSync(SCHEMA, stdout);
  expect(readFileSync(SCHEMA, 'utf8')).toBe(stdout);
});

const data = [
  ...scenarioFiles.map((name) => [name, './scenario.schema.json']),
  ...scenariosIn(BUG_FOLDER).map((name) => [`bugs/${name}`, '../scenario.schema.json']),
].filter(([name]) => !name.endsWith('.py'));

test.each(data)('%s refers to it and keeps to it', (name, schema) => {
  const text = readFileSync(join(SCENARIO_FOLDER, name), 'utf8');
  const validate = new Ajv({ allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(SCHEMA, 'utf8')),
  );
  const isJson = name.endsWith('.json');
  const content = isJson ? JSON.parse(text) : loadYaml(text);
  const found = isJson
    ? content.$schema
    : /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1];
  expect(found).toBe(schema);
  validate(content);
  expect(validate.errors).toBe(null);
});
