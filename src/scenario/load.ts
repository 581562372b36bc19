// From the text of a file to a scenario that may run: read by its extension, parse, check. What is
// wrong comes back as diagnostics, all at once; nothing throws for a user's mistake. The scenario
// is null where there is an error, so whoever has one may run it.

import type { Diagnostic } from '../base/diagnostic.ts';
import { sortDiagnostics } from '../base/render-diagnostic.ts';
import { SourceFile } from '../base/source-text.ts';
import { contains, type Span } from '../base/span.ts';
import { analyse } from '../lang/analyse.ts';
import { check, type Environment } from '../lang/check.ts';
import type { Module, Statement } from '../lang/tree.ts';
import { scenarioEnvironment } from './at-hand.ts';
import { newContext } from './blocks.ts';
import { maxInputLength } from './document.ts';
import { judgeOutcomeNames } from './expect-names.ts';
import { withoutIgnored } from './ignored-warnings.ts';
import { readJson } from './json.ts';
import { withoutLostNames } from './lost-names.ts';
import { overrideParams } from './overrides.ts';
import { readPython } from './python-program.ts';
import { readScenario, type Scenario } from './scenario.ts';
import { readYaml } from './yaml.ts';

export interface LoadOptions {
  /** The built-ins and modules that programs may use. */
  readonly environment: Environment;
  /** `--param name=value`: from names to the texts of values. */
  readonly params?: ReadonlyMap<string, string>;
  /** Codes of warnings that are not wanted. */
  readonly ignored?: ReadonlySet<string>;
}

export interface Loaded {
  /** Null where some diagnostic is an error. */
  readonly scenario: Scenario | null;
  /** In the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
}

export type ScenarioFormat = 'yaml' | 'json' | 'python';

const formats = new Map<string, ScenarioFormat>([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['py', 'python'],
]);

/** Mistakes that are kept of one file: nobody reads more, and they cost memory. */
const maxDiagnostics = 10_000;

/** What a file is by its extension; null for one that is none of ours. */
export function formatOf(fileName: string): ScenarioFormat | null {
  const extension = /\.([A-Za-z]+)$/.exec(fileName)?.[1] ?? '';
  return formats.get(extension.toLowerCase()) ?? null;
}

/**
 * Loads a scenario.
 * @param name the file's name; its extension decides how it is read.
 * @param text what it holds, at most 10 MiB.
 */
export function loadScenario(name: string, text: string, options: LoadOptions): Loaded {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => {
    if (diagnostics.length < maxDiagnostics) diagnostics.push(diagnostic);
  };
  const hasError = () => diagnostics.some(({ severity }) => severity === 'error');
  const done = (scenario: Scenario | null): Loaded => ({
    scenario: hasError() ? null : scenario,
    diagnostics: withoutIgnored(
      new SourceFile(text),
      sortDiagnostics(diagnostics),
      options.ignored ?? new Set(),
    ),
  });
  const refuse = (code: string, message: string, hint: string): Loaded => {
    const span = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    report({ severity: 'error', code, message, span, hint });
    return done(null);
  };
  const format = formatOf(name);
  if (format === null) {
    return refuse('format', `'${name}' is no scenario`, 'a scenario is a .yaml, .json or .py file');
  }
  if (isTooLarge(text)) {
    return refuse('too-large', 'the file is larger than 10 MiB', 'split it, or generate the data');
  }
  const read = readFile(name, text.replace(/^\ufeff/, ''), format, report);
  if (read === null) return done(null);
  const scenario = overrideParams(read, options.params ?? new Map(), report);
  const environment =
    format === 'python' ? options.environment : scenarioEnvironment(options.environment);
  const isBroken = hasError();
  const found = checkScenario(scenario, environment);
  for (const diagnostic of isBroken ? withoutLostNames(text, found) : found) report(diagnostic);
  return done(scenario);
}

/** Whether the UTF-8 of the text is longer than a file may be. */
function isTooLarge(text: string): boolean {
  if (text.length > maxInputLength) return true;
  if (text.length * 3 <= maxInputLength) return false;
  let bytes = text.length;
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    if (unit >= 0x80) bytes += unit >= 0x800 && !isHalf ? 2 : 1;
  }
  return bytes > maxInputLength;
}

function readFile(
  name: string,
  text: string,
  format: ScenarioFormat,
  report: (diagnostic: Diagnostic) => void,
): Scenario | null {
  const title = name.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z]+$/, '');
  if (format === 'python') return readPython(text, title, report);
  const root = format === 'yaml' ? readYaml(text, report) : readJson(text, report);
  if (root === null) return null;
  return readScenario(newContext(new SourceFile(text), report, format === 'yaml'), root, title);
}

/** Checks the program and its expectations together: these see the module's names. */
function checkScenario(scenario: Scenario, environment: Environment): readonly Diagnostic[] {
  const { always, eventually, finally: atEnd } = scenario.expect;
  const expectations = [...always, ...eventually, ...atEnd].map(
    ({ expression, span }): Statement => ({ kind: 'Expr', value: expression, span }),
  );
  const module: Module = {
    ...scenario.module,
    body: [...scenario.module.body, ...expectations],
  };
  const scopes = analyse(module, { shared: scenario.sharedNames });
  const found = judgeOutcomeNames(scenario.expect, check(module, scopes, environment));
  return found.map((diagnostic) => withPlaceInScenario(scenario, diagnostic));
}

/** What is said of a Python program does not fit where `state` and `expect` are evaluated. */
function withPlaceInScenario(scenario: Scenario, diagnostic: Diagnostic): Diagnostic {
  const { code, hint, span, message } = diagnostic;
  const isInside = (outer: Span) => contains(outer, span);
  const value = scenario.state.find((each) => isInside(each.value.span))?.value;
  if (code === 'unknown-name' && hint === undefined && value?.kind === 'Name') {
    const quoted = `"'${value.id}'"`;
    const advice = `a text of state is an expression; a string is quoted twice: ${quoted}`;
    return { ...diagnostic, hint: advice };
  }
  if (code !== 'placement' || !message.startsWith("'await'")) return diagnostic;
  const { always, eventually, finally: atEnd } = scenario.expect;
  if (value !== undefined) {
    return { ...diagnostic, hint: 'state is set up before the loop runs: await it in main' };
  }
  const isExpectation = [...always, ...eventually, ...atEnd].some((each) => isInside(each.span));
  if (!isExpectation) return diagnostic;
  const advice = 'an expectation is looked at between two steps: keep the result in state';
  return { ...diagnostic, hint: advice };
}
