// What README.md says is what happens: its example is taken out, run on today's sources, and held
// against the output beside it; its scenario runs, its commands and folders exist.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { record } from '../src/replay/record.ts';
import { sourceOf } from '../src/replay/replay.ts';
import { Debugger, reply } from '../src/replay/step/debugger.ts';
import { here } from './cli/scratch.ts';
import { scenarioOf, simulate } from './simulated.ts';

const ROOT = resolve(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
mkdirSync(join(ROOT, '.cache'), { recursive: true });
const folder = mkdtempSync(join(ROOT, '.cache/readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The text of the fenced blocks of a language, in order; '' for those without one. */
function blocks(language: string, text = README): string[] {
  const fence = /^```(\w*)\n([\s\S]*?)^```$/gm;
  return [...text.matchAll(fence)].filter((each) => each[1] === language).map((each) => each[2]);
}

describe('the library example', () => {
  const [example] = blocks('ts');
  const output = blocks(
    '',
    README.slice(README.indexOf(example)).replace(/^[\s\S]*?^```$/m, ''),
  )[0];
  const source = pathToFileURL(join(ROOT, 'src/index.ts')).href;
  const path = join(folder, 'example.ts');

  test('prints what stands beside it', () => {
    writeFileSync(path, example.replace("'sim-asyncio'", `'${source}'`));
    const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
    const ran = spawnSync(process.execPath, [tsx, path], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toBe(output);
  }, 30_000);

  test('has the types that it seems to have', () => {
    const typed = example
      .replace("'sim-asyncio'", "'../../src/index.ts'")
      .replace('const pages =', 'const pages: string[] =')
      .replace('console.log(run(main())', 'const count: number = run(main());\nconsole.log(count');
    expect(typed).not.toBe(example);
    writeFileSync(path, typed);
    const config = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config;
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
    const program = ts.createProgram([path], { ...options, noEmit: true, rootDir: ROOT });
    const file = program.getSourceFile(path);
    const wrong = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ];
    expect(wrong.map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n'))).toEqual(
      [],
    );
  }, 60_000);
});

test('the example of a property test passes, and would notice that the lock is missing', () => {
  const source = pathToFileURL(join(ROOT, 'src/index.ts')).href;
  const example = blocks('ts')[1].replace("'sim-asyncio'", `'${source}'`);
  const careless = example.replace(/^ *(?:yield\* lock\.acquire|lock\.release)\(\);\n/gm, '');
  expect(careless).not.toBe(example);
  writeFileSync(join(folder, 'good.test.ts'), example);
  writeFileSync(join(folder, 'careless.test.ts'), careless);
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const ran = spawnSync(process.execPath, [vitest, 'run', folder, '--reporter=json'], {
    encoding: 'utf8',
    cwd: ROOT,
  });
  const { testResults } = JSON.parse(ran.stdout.slice(ran.stdout.indexOf('{'))) as {
    testResults: { name: string; status: string }[];
  };
  const ended = testResults.map(({ name, status }) => `${name.split('/').at(-1)} ${status}`);
  expect(ended.sort((a, b) => (a < b ? -1 : 1))).toEqual([
    'careless.test.ts failed',
    'good.test.ts passed',
  ]);
}, 60_000);

test('the scenario runs, and its expectations hold', () => {
  const { outcome } = simulate(blocks('yaml')[0], { name: 'readme.yaml' });
  expect(outcome).toMatchObject({ end: 'finished', time: 10 });
  expect(outcome.verdicts.map((each) => each.held)).toEqual([true, true, true, true]);
});

test('the session with the debugger is what is said today', () => {
  const [session] = blocks('console');
  const [text] = blocks('yaml');
  const scenario = scenarioOf(text, 'workers.yaml');
  const { trace } = record(scenario, { file: 'workers.yaml', source: text });
  const debug = new Debugger(sourceOf(trace));
  const commands = [...session.matchAll(/^\(sim\) (.*)$/gm)].map((each) => each[1]);
  const said = commands.map((line) => `(sim) ${line}\n${reply(debug, line).text}`);
  expect(said.join('')).toBe(session);
});

test('the failure that exploring finds is found today', async () => {
  const text = blocks('').find((block) => block.startsWith('$ sim explore '))!;
  const [command, ...shown] = text.split('\n');
  const argv = command.split(' ').slice(2);
  mkdirSync(join(folder, 'scenarios/bugs'), { recursive: true });
  copyFileSync(join(ROOT, argv[1]), join(folder, argv[1]));
  process.chdir(folder);
  try {
    const { stdout } = await here(...argv);
    const steady = stdout
      .replace(/, \d+ a second/, '')
      .replace(/\((?:fails on CPython [\d.]+ as told|unchecked: no python3)\)/, '(checked)');
    expect(steady).toBe(
      shown.join('\n').replace(/\(fails on CPython [\d.]+ as told\)/, '(checked)'),
    );
  } finally {
    process.chdir(ROOT);
  }
});

test('every file and folder that it names exists', () => {
  const links = [...README.matchAll(/\]\(([\w/.-]+)\)/g)].map((each) => each[1]);
  const folders = [...README.matchAll(/^\| `(src\/[\w.]+\/?)`/gm)].map((each) => each[1]);
  const scenarios = [...README.matchAll(/\bscenarios\/[\w.-]+/g)].map((each) => each[0]);
  const named = [...links, ...folders, ...scenarios];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
