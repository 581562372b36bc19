// A scenario as a Python program for stock CPython: the description as its docstring, imports of
// exactly what is used, parameters and state as assignments, the definitions, main, and the call
// that runs it. What a program has no place for (the name, expectations, limits) is the comment
// that the loader reads (python-program.ts), so from-python.ts gives the same scenario back.

import type { Report } from '../../base/diagnostic.ts';
import type { Span } from '../../base/span.ts';
import { analyse } from '../../lang/analyse.ts';
import type { Environment } from '../../lang/check.ts';
import { printModule, printStatement } from '../../lang/print.ts';
import type { Import, ImportFrom, Module, Statement } from '../../lang/tree.ts';
import { reportError } from '../fields.ts';
import { printKnobs, printName } from '../print.ts';
import { yamlScalar } from '../print-yaml.ts';
import type { Scenario } from '../scenario.ts';
import { withGlobals } from './shared-globals.ts';
import {
  asksForDocstring,
  hasRichAnnotations,
  importsModule,
  importsOf,
  type UsedNames,
  usedNames,
  walkNodes,
} from './used-names.ts';
import { virtualClockText } from './virtual-clock.ts';

/** The headings under which the parts of a scenario stand in a program. */
export const headings = { params: '# Parameters', state: '# State' } as const;

/** What the program says of a seed that the scenario does not set: the simulator's own. */
export const defaultSeedLine = 'random.seed(1)  # as sim does where nothing is said';

export const futureLine = 'from __future__ import annotations';

/** `log` and `print` are the same. */
export const logLine = 'log = print';

export const blockLine = 'from time import sleep as block';

export const virtualNowLine = 'from time import monotonic as now';

/** `now()` on a real clock, to a tenth of a second, since no two runs are alike. */
export function nowText(boundNames: { has(name: string): boolean }): string {
  const kept = boundNames.has('round') ? 'round=round, ' : '';
  return `def now(${kept}clock=time.monotonic, start=time.monotonic()):
    """Seconds since the start, to a tenth: a real clock is never exact."""
    return round(clock() - start, 1)
`;
}

export interface PythonOptions {
  readonly environment: Environment;
  /** Whether the program brings a virtual clock along. */
  readonly isVirtual: boolean;
}

/**
 * The program's text.
 * @param scenario one that was read from YAML or JSON.
 * @returns null after reporting what Python has no words for.
 */
export function scenarioToPython(
  scenario: Scenario,
  { environment, isVirtual }: PythonOptions,
  report: Report,
): string | null {
  let isWhole = true;
  const refuse: Report = (diagnostic) => {
    isWhole = false;
    report(diagnostic);
  };
  const shared = scenario.state.map(({ name }) => name);
  const module = withGlobals(scenario.module, shared, refuse);
  if (isVirtual) reportThreads(module, refuse);
  if (!isWhole) return null;
  const { params, state, description } = scenario;
  const { body } = module;
  const firstDefinition = params.length + state.length;
  const isRandom = usesRandom(scenario, environment);
  const definitions = body.slice(firstDefinition);
  const own = leadingImports(definitions, body.slice(0, firstDefinition));
  const parts = [
    hasDocstring(scenario) ? printModule({ ...module, body: [docstring(description)] }) : '',
    comment(scenario, isRandom),
    hasRichAnnotations(module) ? `${futureLine}\n` : '',
    ...openingLines(scenario, { environment, isVirtual }, isRandom, own),
    isRandom ? seedText(scenario.seed) : '',
    section(headings.params, body.slice(0, params.length)),
    section(headings.state, body.slice(params.length, firstDefinition)),
    printModule({ ...module, body: definitions.slice(own.length) }),
  ];
  return joined(parts.filter((part) => part !== ''));
}

/** Parts with one empty line between, two around definitions. */
function joined(parts: readonly string[]): string {
  const begins = (part: string): boolean => /^(?:@|(?:async )?def |class )/.test(part);
  const ends = (part: string): boolean => /\n .*\n$/.test(part);
  return parts
    .map((part, index) => {
      const before = parts[index - 1];
      if (before === undefined) return part;
      return `${begins(part) || ends(before) ? '\n\n' : '\n'}${part}`;
    })
    .join('');
}

function docstring(description: string): Statement {
  const span = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const value = { kind: 'Constant', type: 'str', value: description, span } as const;
  return { kind: 'Expr', value, span };
}

/** Whether the description is the program's docstring, which it must not see if it asks. */
function hasDocstring({ description, module }: Scenario): boolean {
  return description !== '' && !asksForDocstring(module);
}

/** The imports and what stands for the words of the simulator. */
function openingLines(
  scenario: Scenario,
  { environment, isVirtual }: PythonOptions,
  isRandom: boolean,
  own: readonly Statement[],
): readonly string[] {
  const scopes = analyse(scenario.module, { shared: scenario.sharedNames });
  const used = { ...usedNames(scopes, environment), ...namesToImport(scenario, environment) };
  const isClock = used.words.has('now') && !isVirtual;
  const modules = new Set(['asyncio', ...used.modules]);
  if (isRandom) modules.add('random');
  if (isClock) modules.add('time');
  const imports = [...modules].sort((a, b) => (a < b ? -1 : 1)).map((each) => `import ${each}\n`);
  const ownLines = own.map((each) => `${printStatement(each)}\n`).join('');
  const names = ownLines + nameImports(used, isVirtual);
  const log = used.words.has('log') ? `${logLine}\n` : '';
  const now = isClock ? nowText(scopes.module.variables) : '';
  if (isVirtual) return [imports.join(''), virtualClockText, names, log];
  return [imports.join('') + names, log, now];
}

/** What the program or an expectation uses: the comment of a program knows its names only. */
function namesToImport(
  { module, sharedNames, expect }: Scenario,
  environment: Environment,
): Pick<UsedNames, 'modules' | 'members'> {
  const all = [...expect.always, ...expect.eventually, ...expect.finally];
  const expected = all.map(({ expression: value, span }): Statement => {
    return { kind: 'Expr', value, span };
  });
  const body = [...module.body, ...expected];
  const scopes = analyse({ ...module, body }, { shared: sharedNames });
  const { modules, members } = usedNames(scopes, environment);
  return { modules, members };
}

/** The imports that the definitions begin with, if they may as well come before the state. */
function leadingImports(
  definitions: readonly Statement[],
  assignments: readonly Statement[],
): readonly Statement[] {
  const end = definitions.findIndex(({ kind }) => kind !== 'Import' && kind !== 'ImportFrom');
  const leading = definitions.slice(0, end) as readonly (Import | ImportFrom)[];
  const bound = new Set(leading.flatMap(importsOf));
  let isUsed = bound.has('*');
  walkNodes(assignments, (node) => {
    isUsed ||= node.kind === 'Name' && bound.has(String(node.id));
  });
  return isUsed ? [] : leading;
}

function nameImports({ members, words }: UsedNames, isVirtual: boolean): string {
  return [
    members.length === 0 ? '' : `${importLine('asyncio', members)}\n`,
    words.has('now') && isVirtual ? `${virtualNowLine}\n` : '',
    words.has('block') ? `${blockLine}\n` : '',
  ].join('');
}

/** An import in one line, or in parentheses with a name in each. */
function importLine(module: string, names: readonly string[]): string {
  const line = `from ${module} import ${names.join(', ')}`;
  if (line.length <= 100) return line;
  return `from ${module} import (\n${names.map((name) => `    ${name},\n`).join('')})`;
}

/** Whether the program draws random numbers, at hand or by an import of its own. */
function usesRandom({ module, sharedNames }: Scenario, environment: Environment): boolean {
  const scopes = analyse(module, { shared: sharedNames });
  return (
    usedNames(scopes, environment).modules.includes('random') || importsModule(module, 'random')
  );
}

function seedText(seed: number | null): string {
  return seed === null ? `${defaultSeedLine}\n` : `random.seed(${seed})\n`;
}

function section(heading: string, body: readonly Statement[]): string {
  if (body.length === 0) return '';
  return `${heading}\n${body.map((statement) => `${printStatement(statement)}\n`).join('')}`;
}

/** What a program has no place for, as YAML in the comment that the loader reads. */
function comment(scenario: Scenario, isRandom: boolean): string {
  const { name, seed, description } = scenario;
  const isHidden = description !== '' && !hasDocstring(scenario);
  const lines = [
    printName(name),
    ...(isHidden ? [`description: ${yamlScalar(description)}`] : []),
    ...(seed === null || isRandom ? [] : [`seed: ${seed}`]),
    ...printKnobs(scenario),
  ];
  return `# sim:\n${lines.map((line) => `#   ${line}\n`).join('')}`;
}

const threadNames = new Set([
  ...['to_thread', 'run_in_executor', 'set_default_executor', 'ThreadPoolExecutor'],
  ...['run_coroutine_threadsafe', 'call_soon_threadsafe'],
]);

/** The names by which a module uses threads, each where it stands. */
export function threadsIn(
  module: Module,
): readonly { readonly name: string; readonly span: Span }[] {
  const found: { readonly name: string; readonly span: Span }[] = [];
  walkNodes(module.body, (node) => {
    const name = node.kind === 'Name' ? node.id : node.kind === 'Attribute' ? node.name : '';
    if (threadNames.has(String(name))) found.push({ name: String(name), span: node.span });
  });
  return found;
}

/** Threads wait in real time, whatever the loop's clock says. */
function reportThreads(module: Module, report: Report): void {
  for (const { name, span } of threadsIn(module)) {
    const message = `'${name}' uses threads, which no virtual clock of a program can stop`;
    reportError(report, 'export', message, span, 'export it without --virtual');
  }
}
