// A scenario: its metadata and the program that it stands for. YAML and JSON become the same
// module that a Python file of the same program would be: parameters and state as assignments, the
// definitions, `async def main()`, and `asyncio.run(main())` as its last line. So everything after
// this file knows one syntax tree only. All mistakes are reported; nothing here throws for them.

import type { Diagnostic } from '../base/diagnostic.ts';
import { join, type Span } from '../base/span.ts';
import { parseExpression } from '../lang/parse.ts';
import { suggest } from '../lang/suggest.ts';
import { keywords } from '../lang/token.ts';
import type { Expression, FunctionDef, Module, Name, Statement } from '../lang/tree.ts';
import { type Context, readBlock, readStatement, reportCut, withTraps } from './blocks.ts';
import { readValue, stringConstant } from './constants.ts';
import type { DocumentNode, Entry, ScalarNode } from './document.ts';
import { readCount, readKeys, readText, reportError, reportExpected } from './fields.ts';
import { expectKeys, exploreKeys, limitKeys, scenarioKeys } from './keys.ts';
import { type Explore, type LimitName, readExplore, readLimits } from './metadata.ts';
import { keyWithoutSpace } from './yaml-traps.ts';

/** A name of `params` or `state` with its value. */
export interface Definition {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
}

export interface Expectation {
  readonly expression: Expression;
  /** As written, for reports. */
  readonly text: string;
  readonly span: Span;
}

export interface Expectations {
  /** After the state is set up and after every handle. */
  readonly always: readonly Expectation[];
  /** At least once. */
  readonly eventually: readonly Expectation[];
  /** Once, after the run. */
  readonly finally: readonly Expectation[];
}

/** What a file says of its run besides the program. */
export interface Metadata {
  readonly name: string;
  readonly description: string;
  /** Null where the file does not say. */
  readonly seed: number | null;
  readonly expect: Expectations;
  /** Limits that the file sets: seconds for `time`, else counts. */
  readonly limits: ReadonlyMap<LimitName, number>;
  readonly explore: Explore;
}

export interface Scenario extends Metadata {
  readonly params: readonly Definition[];
  readonly state: readonly Definition[];
  readonly module: Module;
  /** Names of `state`: assigning to one in a function writes the shared variable. */
  readonly sharedNames: ReadonlySet<string>;
}

const noExpectations: Expectations = { always: [], eventually: [], finally: [] };
const noExplore: Explore = { vary: null, runs: null };

/** What may be said of a program that has a text of its own. */
export const programKeys = ['name', 'description', 'seed', 'expect', 'limits', 'explore'] as const;

/** What a name of `params` or `state` looks like. */
export const namePattern = /^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u;

/** Names that params and state may not take. */
export const takenNames: ReadonlyMap<string, string> = new Map([
  ['main', 'the key main'],
  ['asyncio', 'the module'],
]);

const keys = Object.keys(scenarioKeys);
const rules = Object.keys(expectKeys) as (keyof Expectations)[];

/** Keys that are looked for at the top, and the key that they belong to. */
const homes: ReadonlyMap<string, string> = new Map([
  ...Object.keys(limitKeys).map((name) => [name, 'limits'] as const),
  ...rules.map((name) => [name, 'expect'] as const),
  ...Object.keys(exploreKeys).map((name) => [name, 'explore'] as const),
]);

/**
 * Reads a scenario from its document.
 * @param name what the scenario is called where the file does not say.
 * @returns the scenario, which may be used only if no error was reported.
 */
export function readScenario(context: Context, root: DocumentNode, name: string): Scenario {
  const known = root.kind === 'mapping' ? withoutSchema(root) : root;
  const entries = readKeys(context.report, known, keys, '', homes);
  const entry = (key: string) => entries.find((each) => each.key.source.text === key);
  const value = (key: string) => entry(key)?.value;
  const params = readDefinitions(context, value('params'), (node) => readParameter(context, node));
  const state = readDefinitions(context, value('state'), (node) => readState(context, node));
  const defined = readDefine(context, value('define'));
  const main = readMain(context, root, entry('main'));
  reportDoubles(context, params, state, defined);
  const assignments = [...params, ...state].map(assignment);
  const run = main === null ? [] : [main, runCall(main.nameSpan)];
  return {
    ...readMetadata(context, entries, name),
    params,
    state,
    module: { kind: 'Module', body: [...assignments, ...defined, ...run], span: root.span },
    sharedNames: new Set(state.map((each) => each.name)),
  };
}

/** Reads the values of `programKeys`; a missing one is as if the file did not say. */
export function readMetadata(context: Context, entries: readonly Entry[], name: string): Metadata {
  const { report } = context;
  const read = <T>(key: string, reader: (node: DocumentNode) => T | null): T | null => {
    const entry = entries.find((each) => each.key.source.text === key);
    return entry === undefined ? null : reader(entry.value);
  };
  return {
    name: read('name', (node) => readText(report, node)) ?? name,
    description: (read('description', (node) => readText(report, node)) ?? '').trim(),
    seed: read('seed', (node) => readCount(report, node, 0)),
    expect: read('expect', (node) => readExpectations(context, node)) ?? noExpectations,
    limits: read('limits', (node) => readLimits(report, node)) ?? new Map(),
    explore: read('explore', (node) => readExplore(report, node)) ?? noExplore,
  };
}

/** `$schema` is for editors. */
function withoutSchema(root: DocumentNode & { readonly kind: 'mapping' }): DocumentNode {
  return { ...root, entries: root.entries.filter(({ key }) => key.source.text !== '$schema') };
}

/** A text as an expression; null after reporting what is wrong. */
export function readExpression(context: Context, node: ScalarNode): Expression | null {
  return withTraps(context, node, (report) => parseExpression(node.source, report));
}

/** A text of `params`; a word that other versions of YAML take for a truth value is doubtful. */
function readParameter({ report, isYaml }: Context, node: ScalarNode): Expression {
  const word = /^(?:(yes|on)|no|off)$/i.exec(node.source.text);
  if (isYaml && node.style === 'plain' && word !== null) {
    const message = `'${word[0]}' is a text here, and no truth value`;
    const hint = `write ${word[1] === undefined ? 'false' : 'true'}, or quote the text`;
    report({ severity: 'warning', code: 'yaml-word', message, span: node.span, hint });
  }
  return stringConstant(node);
}

/** A text of `state` is an expression; what is none was most likely meant as it is. */
function readState(context: Context, node: ScalarNode): Expression | null {
  const { text } = node.source;
  const isStatement = keywords.has(/^\w+/.exec(text)?.[0] ?? '');
  const looksLikeText = /^[\p{L}\d][\p{L}\d ,.!?:-]*$/u.test(text) && !isStatement;
  const report = (diagnostic: Diagnostic) => {
    const quoted = text.includes("'") ? '' : `: "'${text}'"`;
    const hint = `a text of state is an expression; a string is quoted twice${quoted}`;
    context.report(looksLikeText ? { ...diagnostic, hint } : diagnostic);
  };
  return readExpression({ ...context, report }, node);
}

function readDefinitions(
  context: Context,
  node: DocumentNode | undefined,
  readString: (node: ScalarNode) => Expression | null,
): readonly Definition[] {
  if (node === undefined || isNothing(node)) return [];
  if (node.kind !== 'mapping') {
    const hint = 'write each as name: value, in a line of its own without a dash';
    reportExpected(context.report, 'a mapping from names to values', node, hint);
    return [];
  }
  const definitions: Definition[] = [];
  for (const { key, value } of node.entries) {
    const name = readName(context, key);
    const expression = readValueOf(context, value, readString);
    if (name === null || expression === null) continue;
    definitions.push({ name: name.id, nameSpan: key.span, value: expression });
  }
  return definitions;
}

function readValueOf(
  context: Context,
  node: DocumentNode,
  readString: (node: ScalarNode) => Expression | null,
): Expression | null {
  const wasCut =
    node.kind === 'sequence' &&
    node.items.some((_item, index) => reportCut(context, node, index) >= 0);
  return wasCut ? null : readValue(context.report, node, readString);
}

/** A key that must be a Python name. */
function readName(context: Context, key: ScalarNode): Name | null {
  const { text } = key.source;
  const isName = key.type === 'string' && namePattern.test(text);
  const parsed = isName ? parseExpression(key.source, () => {}) : null;
  if (parsed?.kind === 'Name') return parsed;
  return reportExpected(
    context.report,
    'a name',
    key,
    keyWithoutSpace(text) ?? adviceForName(text),
  );
}

function adviceForName(text: string): string | undefined {
  if (keywords.has(text)) return `'${text}' is a word of Python itself: choose another name`;
  const near = text.trim().replaceAll(/[\s-]+/g, '_');
  return /^[A-Za-z_]\w*$/.test(near) ? `write ${near}` : undefined;
}

function isNothing(node: DocumentNode): boolean {
  return node.kind === 'broken' || (node.kind === 'scalar' && node.type === 'null');
}

/**
 * `define:` — a mapping from headers to blocks, or a block that holds definitions and imports
 * only.
 */
function readDefine(context: Context, node: DocumentNode | undefined): readonly Statement[] {
  if (node === undefined || isNothing(node)) return [];
  const statements =
    node.kind === 'mapping'
      ? node.entries.map((entry) => readStatement(context, entry, []))
      : readBlock(context, node);
  const allowed = new Set(['FunctionDef', 'ClassDef', 'Import', 'ImportFrom']);
  return statements.filter((statement) => {
    if (statement === null) return false;
    if (allowed.has(statement.kind)) return true;
    const message = 'define holds functions and classes only';
    const hint = 'a variable of the whole program belongs to state, a statement to main';
    reportError(context.report, 'define', message, statement.span, hint);
    return false;
  }) as readonly Statement[];
}

function readMain(context: Context, root: DocumentNode, entry?: Entry): FunctionDef | null {
  if (entry === undefined) {
    const isMisspelt = (each: Entry) => suggest(each.key.source.text, keys) === 'main';
    if (root.kind !== 'mapping' || root.entries.some(isMisspelt)) return null;
    const { line, column } = root.span;
    const span = { line, column, endLine: line, endColumn: column };
    const hint = 'main: a list of statements, which the program begins with';
    reportError(context.report, 'missing-key', "the key 'main' is missing", span, hint);
    return null;
  }
  const body = readBlock(context, entry.value);
  const { span } = entry.key;
  const nothing = { positionalOnly: [], positional: [], keywordOnly: [] };
  return {
    kind: 'FunctionDef',
    name: 'main',
    nameSpan: span,
    isAsync: true,
    parameters: { ...nothing, rest: null, keywordRest: null, returns: null },
    body,
    decorators: [],
    span: join(span, body.at(-1)?.span ?? span),
  };
}

/** `name = value`, at module level. */
function assignment({ name, nameSpan, value }: Definition): Statement {
  const target: Name = { kind: 'Name', id: name, span: nameSpan };
  return { kind: 'Assign', targets: [target], value, span: join(nameSpan, value.span) };
}

/** `asyncio.run(main())`. */
function runCall(span: Span): Statement {
  const name = (id: string): Name => ({ kind: 'Name', id, span });
  const call = (callee: Expression, args: readonly Expression[]): Expression => ({
    kind: 'Call',
    callee,
    args,
    keywords: [],
    span,
  });
  const run: Expression = {
    kind: 'Attribute',
    value: name('asyncio'),
    name: 'run',
    nameSpan: span,
    span,
  };
  return { kind: 'Expr', value: call(run, [call(name('main'), [])]), span };
}

/** A name has one home: params, state or define; `main` and `asyncio` are taken. */
function reportDoubles(
  context: Context,
  params: readonly Definition[],
  state: readonly Definition[],
  defined: readonly Statement[],
): void {
  const homes = new Map(takenNames);
  const claim = (name: string, span: Span, home: string) => {
    const other = homes.get(name);
    if (other === undefined) homes.set(name, home);
    else {
      const message = `the name '${name}' is taken by ${other}`;
      reportError(context.report, 'duplicate-name', message, span);
    }
  };
  for (const { name, nameSpan } of params) claim(name, nameSpan, 'params');
  for (const { name, nameSpan } of state) claim(name, nameSpan, 'state');
  for (const statement of defined) {
    if (statement.kind === 'FunctionDef' || statement.kind === 'ClassDef') {
      claim(statement.name, statement.nameSpan, 'define');
    }
  }
}

function readExpectations(context: Context, node: DocumentNode): Expectations {
  const expectations = { always: [], eventually: [], finally: [] } as Record<
    keyof Expectations,
    readonly Expectation[]
  >;
  for (const { key, value } of readKeys(context.report, node, rules, 'in expect')) {
    const name = rules.find((each) => each === key.source.text)!;
    expectations[name] = readExpectationList(context, value);
  }
  return expectations;
}

function readExpectationList(context: Context, node: DocumentNode): readonly Expectation[] {
  if (node.kind !== 'sequence') {
    if (node.kind === 'scalar' && node.type === 'string') return readExpectation(context, node);
    reportExpected(context.report, 'a list of expressions', node);
    return [];
  }
  const expectations: Expectation[] = [];
  let skipped = -1;
  for (const [index, item] of node.items.entries()) {
    if (item.start < skipped) continue;
    const cutAt = reportCut(context, node, index);
    if (cutAt >= 0) skipped = cutAt;
    else expectations.push(...readExpectation(context, item));
  }
  return expectations;
}

function readExpectation(context: Context, node: DocumentNode): readonly Expectation[] {
  if (node.kind !== 'scalar' || node.type !== 'string') {
    reportExpected(context.report, 'an expression', node, 'quote it where YAML reads it otherwise');
    return [];
  }
  const expression = readExpression(context, node);
  if (expression === null) return [];
  return [{ expression, text: node.source.text.trim(), span: node.span }];
}
