// Programs that are right are told nothing: every warning of the scenarios is meant to be there,
// and some hundred programs at random, which run as CPython runs them, have none but those of what
// they do on purpose.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadText } from './corpus.ts';

const root = join(import.meta.dirname, '../..');

function filesOf(folder: string): readonly (readonly [name: string, text: string])[] {
  return readdirSync(join(root, folder))
    .filter((name) => /\.(?:py|yaml|json)$/.test(name) && !name.endsWith('.schema.json'))
    .sort()
    .map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]);
}

function toldOf(name: string, text: string): readonly string[] {
  const { diagnostics } = loadText(name.slice(name.lastIndexOf('.') + 1), text);
  return diagnostics.map(({ span, code }) => `${name}:${span.line} ${code}`);
}

test('the scenarios show what they show, and nothing else', () => {
  const folders = [
    'scenarios',
    ...['practice', 'bugs', 'guarantees'].map((each) => `scenarios/${each}`),
  ];
  const files = folders.flatMap(filesOf);
  const told = files.flatMap(([name, text]) => toldOf(name, text));
  // Each of these is what its scenario is about.
  expect(
    told.filter((each) => !/(?:debug-mode|forgotten-await|lost-exception)/.test(each)),
  ).toEqual([]);
});

/** What programs do on purpose that look into the corners of asyncio. */
const onPurpose = new RegExp(
  ' (?:awaited-twice|blocking-call|task-dropped|unreachable|no-timeout|lock-release' +
    '|swallowed-cancellation)$',
);

test('programs that look into corners have no mistakes', () => {
  const told = filesOf('test/conformance/odd-programs').flatMap(([name, text]) =>
    toldOf(name, text),
  );
  expect(told.filter((each) => !onPurpose.test(each))).toEqual([
    'debug-mode-in-a-running-loop.py:22 coroutine-callback',
  ]);
});

test('programs at random have no mistakes', () => {
  const lines = readFileSync(join(root, 'test/conformance/recorded-programs.jsonl'), 'utf8');
  const programs = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly name: string; readonly text: string });
  expect(programs.length).toBeGreaterThan(200);
  const told = programs.flatMap(({ name, text }) => toldOf(`${name}.py`, text));
  expect(told.filter((each) => !onPurpose.test(each))).toEqual([]);
});
