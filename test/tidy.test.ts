// The house rules, held by a test: layers, bans, sizes, no cycles, no dead file, a spec for every
// module, no skipped test. Each message says what to write instead.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** What each room may import besides itself. */
const LAYERS: Record<string, readonly string[]> = {
  base: [],
  trace: ['base'],
  kernel: ['base', 'trace'],
  asyncio: ['base', 'trace', 'kernel'],
  lang: ['base', 'trace', 'kernel', 'asyncio'],
  check: ['base', 'trace'],
  report: ['base', 'trace', 'check'],
  scenario: ['base', 'trace', 'kernel', 'asyncio', 'lang', 'check'],
  'simulate.ts': ['base', 'trace', 'kernel', 'asyncio', 'lang', 'check', 'scenario'],
  replay: [
    ...['base', 'trace', 'kernel', 'asyncio', 'lang', 'check', 'report', 'scenario'],
    'simulate.ts',
  ],
  explore: [
    ...['base', 'trace', 'kernel', 'asyncio', 'lang', 'check', 'scenario', 'replay'],
    'simulate.ts',
  ],
  'index.ts': [
    ...['base', 'trace', 'kernel', 'asyncio', 'lang', 'check', 'report', 'scenario'],
    ...['replay', 'explore', 'simulate.ts'],
  ],
  cli: [
    ...['base', 'trace', 'kernel', 'asyncio', 'lang', 'check', 'report', 'scenario'],
    ...['replay', 'explore', 'simulate.ts'],
  ],
};

/** Files that nothing imports: where the project is entered. */
const ENTRIES = ['index.ts', 'cli/main.ts'];

/** What may not be written outside of cli, and what to write instead. */
const BANS: readonly [RegExp, string][] = [
  [/\bDate\b/, 'the virtual clock'],
  [/\bMath\.random\b/, 'a seeded stream named by its purpose'],
  [/\bMath\.(?:pow|exp|expm1|log\w*|sinh?|cosh?|tanh?|a(?:sin|cos|tan)\w*|cbrt|hypot)\b/, 'base/'],
  [/\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b|\bqueueMicrotask\b/, 'a timer of the loop'],
  [/\bPromise\b/, 'a coroutine'],
  [/\basync (?:function|\(|\w+ =>)/, 'a generator'],
  [/\bprocess\./, 'an option that cli passes in'],
  [/\bconsole\./, 'a report that cli prints'],
  [/\bIntl\b|\blocaleCompare\b|\btoLocale\w+/, 'a comparison of code points'],
  [/\.sort\(\)/, '.sort with a comparator'],
  [/\beval\(|\bnew Function\b/, 'closures made by the compiler'],
  [/from 'node:/, 'nothing from Node: the core runs in a browser'],
];
/**
 * `a ** b` on numbers differs between engines; on bigints it is exact, and says so in a comment.
 */
const POWER = /(?<![/*])\*\*(?![/*])/;

const MAX_FILE = 400;
const MAX_FUNCTION = 70;
const MAX_LINE = 100;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

const sources = filesUnder(join(ROOT, 'src')).map((path) => relative(join(ROOT, 'src'), path));
const tests = filesUnder(join(ROOT, 'test')).map((path) => relative(join(ROOT, 'test'), path));
const textOf = (file: string): string => readFileSync(join(ROOT, 'src', file), 'utf8');
const roomOf = (file: string): string => file.split('/')[0];

/** A file as TypeScript reads it. */
function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2022, true);
}

/** Source without comments and the contents of strings, line for line. */
function codeOf(file: string): string {
  const source = parsed(file);
  let code = source.text;
  const blank = (from: number, to: number): void => {
    code = code.slice(0, from) + code.slice(from, to).replace(/[^\n]/g, ' ') + code.slice(to);
  };
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteral(node) ||
      ts.isTemplateLiteralToken(node) ||
      ts.isRegularExpressionLiteral(node);
    if (isText && !node.getText(source).startsWith("'node:"))
      blank(node.getStart(source), node.end);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return code
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/\/\/[^\n]*/g, '');
}

function importsOf(file: string): string[] {
  const found = textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map((match) => {
    const target = resolve(ROOT, 'src', dirname(file), match[1]);
    return relative(join(ROOT, 'src'), target);
  });
}

/** Imports that exist when the program runs. */
function valueImportsOf(file: string): string[] {
  const text = textOf(file).replace(/import type [^;]+;/g, '');
  const found = text.matchAll(/(?:from|import)\s*'(\.[^']+)'/g);
  return [...found].map((match) =>
    relative(join(ROOT, 'src'), resolve(ROOT, 'src', dirname(file), match[1])),
  );
}

/** A line without the contents of its strings, which cannot always be broken. */
function withoutTexts(line: string): string {
  return line.length <= MAX_LINE ? line : line.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, "''");
}

describe('the house', () => {
  test('a room imports only what its layer allows', () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((target) => roomOf(target) !== roomOf(file))
        .filter((target) => !LAYERS[roomOf(file)]?.includes(roomOf(target)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('outside of cli nothing depends on the machine, the engine or the hour', () => {
    const wrong = sources
      .filter((file) => roomOf(file) !== 'cli')
      .flatMap((file) =>
        codeOf(file)
          .split('\n')
          .flatMap((line, index) => [
            ...BANS.filter(([ban]) => ban.test(line)).map(
              ([ban, instead]) => `${file}:${index + 1} ${ban.source}: write ${instead}`,
            ),
            ...(POWER.test(line) && !/\dn \*\*|\*\* \d+n|BigInt|bigint/i.test(line)
              ? [`${file}:${index + 1} **: write base/power or an exact bigint`]
              : []),
          ]),
      );
    expect(wrong).toEqual([]);
  });

  test('no module imports itself by a detour', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const target of valueImportsOf(file)) visit(target, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of sources) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test('every module is used', () => {
    const used = new Set(sources.flatMap(importsOf));
    const dead = sources.filter((file) => !used.has(file) && !ENTRIES.includes(file));
    expect(dead).toEqual([]);
  });

  test('every module has its spec, but for those that hold types only', () => {
    const runs = /^export (?:abstract )?(?:const|function|class|\{|\*)/m;
    const modules = sources.filter((file) => runs.test(textOf(file)) || file === 'cli/main.ts');
    const missing = modules.filter((file) => !tests.includes(file.replace(/\.ts$/, '.test.ts')));
    expect(missing).toEqual([]);
  });

  test('files have at most 400 lines, lines at most 100 columns', () => {
    const all = [...sources.map((file) => join('src', file)), ...tests.map((f) => join('test', f))];
    const wrong = all.flatMap((file) => {
      const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
      return [
        ...(lines.length > MAX_FILE + 1 ? [`${file}: ${lines.length} lines: split it`] : []),
        ...lines.flatMap((line, index) =>
          [...withoutTexts(line)].length > MAX_LINE ? [`${file}:${index + 1} is too long`] : [],
        ),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('functions have at most 70 lines', () => {
    const wrong = sources.flatMap((file) => longFunctions(file));
    expect(wrong).toEqual([]);
  });

  test('no object is given a function in the assignment that makes it', () => {
    expect(sources.flatMap((file) => lastingFunctions(file))).toEqual([]);
  });

  test('a file opens with what it holds', () => {
    expect(sources.filter((file) => !/^(?:#!.*\n)?\/\/ /.test(textOf(file)))).toEqual([]);
  });

  test('no test is skipped, alone or left for later', () => {
    const marks = /\b(?:test|it|describe)\.(?:skip|only|todo|fails)\b|\bTODO\b|\bFIXME\b|\bXXX\b/;
    const wrong = [...sources.map((f) => join('src', f)), ...tests.map((f) => join('test', f))]
      .filter((file) => file !== 'test/tidy.test.ts')
      .filter((file) => marks.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('names say what is in them', () => {
    const vague = /(?:^|\/)(?:utils?|common|helpers?|types|misc)(?:\.ts|\/|$)/;
    const kebab = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/;
    expect(sources.filter((file) => vague.test(file) || !kebab.test(file))).toEqual([]);
    expect(sources.filter((file) => /export default/.test(textOf(file)))).toEqual([]);
  });

  test('the top level holds what the design lists', () => {
    const listed = ['package.json', 'tsconfig.json', 'src', 'test', 'scenarios', 'notes.md'];
    const rest = ['README.md', 'package-lock.json', 'LICENSE', 'node_modules', 'dist'];
    const found = readdirSync(ROOT).filter((name) => !name.startsWith('.'));
    expect(found.filter((name) => ![...listed, ...rest].includes(name))).toEqual([]);
    expect(statSync(join(ROOT, 'src')).isDirectory()).toBe(true);
  });
});

/**
 * Functions that a class's code assigns to a property where they are written. V8 takes them for
 * methods that last, and keeps all that they reach until it collects the whole heap: a search of
 * short runs spends a quarter of its time on that. Name the function first, or bind a method.
 */
function lastingFunctions(file: string): string[] {
  const source = parsed(file);
  const wrong: string[] = [];
  const isFunction = (node: ts.Node | undefined): boolean =>
    node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));
  const visit = (node: ts.Node, isInClass: boolean): void => {
    // A public field becomes an assignment in the constructor; a private one does not.
    const isField = ts.isPropertyDeclaration(node) && !ts.isPrivateIdentifier(node.name);
    const isAssignment = ts.isBinaryExpression(node) && ts.isPropertyAccessExpression(node.left);
    const value = isField ? node.initializer : isAssignment ? node.right : undefined;
    if (isInClass && isFunction(value)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      wrong.push(`${file}:${line + 1} name the function first`);
    }
    ts.forEachChild(node, (child) => visit(child, isInClass || ts.isClassLike(node)));
  };
  visit(source, false);
  return wrong;
}

/** Functions and methods that span too many lines. */
function longFunctions(file: string): string[] {
  const source = parsed(file);
  const wrong: string[] = [];
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const first = lineOf(node.getStart(source));
      const length = lineOf(node.end) - first + 1;
      if (length > MAX_FUNCTION) wrong.push(`${file}:${first + 1} ${length} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return wrong;
}
