// `sim export`: a scenario as a Python program, a program as a scenario, YAML as JSON and back.
// What comes out is loaded again before it is handed out: an export always runs.

import type { Diagnostic } from '../base/diagnostic.ts';
import { languageEnvironment } from '../lang/environment.ts';
import { scenarioFromPython } from '../scenario/export/from-python.ts';
import { scenarioToJson } from '../scenario/export/to-json.ts';
import { scenarioToPython } from '../scenario/export/to-python.ts';
import { formatOf, loadScenario } from '../scenario/load.ts';
import { printScenario } from '../scenario/print.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { EXIT_OK, EXIT_USAGE } from './exit-codes.ts';
import { exportTrace, isTraceExport } from './export-trace.ts';
import { writeOut } from './files.ts';
import { type Arguments, diagnosticsText, type Loaded, load } from './load.ts';
import { UsageError } from './options.ts';

type Language = 'python' | 'yaml' | 'json';

/** Exports a file; the exit code is 2 where there is something that the other side cannot say. */
export function exportFile(path: string, args: Arguments): number {
  if (isTraceExport(path, args)) return exportTrace(path, args);
  const loaded = load(path, args);
  const isPython = formatOf(loaded.name) === 'python';
  const to = (args.to as Language | undefined) ?? (isPython ? 'yaml' : 'python');
  if (isPython && to === 'python') throw new UsageError(`--to python: ${path} is Python already`);
  const isVirtual = args.virtual === true;
  if (isVirtual && to !== 'python') throw new UsageError('--virtual: only for --to python');
  const problems: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => problems.push(diagnostic);
  const { scenario } = loaded;
  const text = scenario === null ? null : exported(loaded, scenario, { to, isVirtual }, report);
  const diagnostics = [...loaded.diagnostics, ...problems];
  process.stderr.write(diagnosticsText({ ...loaded, diagnostics }, process.stderr));
  if (text === null) return EXIT_USAGE;
  writeOut(text, args.output as string | undefined);
  return EXIT_OK;
}

interface Target {
  readonly to: Language;
  readonly isVirtual: boolean;
}

function exported(
  { name, text }: Loaded,
  scenario: Scenario,
  { to, isVirtual }: Target,
  report: (diagnostic: Diagnostic) => void,
): string | null {
  const environment = languageEnvironment();
  if (to === 'python') return scenarioToPython(scenario, { environment, isVirtual }, report);
  const isPython = formatOf(name) === 'python';
  const data = isPython ? scenarioFromPython(scenario, text, environment, report) : scenario;
  if (data === null) return null;
  const result = to === 'json' ? scenarioToJson(data, report) : printScenario(data);
  if (result === null) return null;
  const again = loadScenario(`export.${to}`, result, { environment });
  const wrong = again.diagnostics.filter(({ severity }) => severity === 'error');
  for (const { code, message } of wrong) {
    const { span } = scenario.module;
    report({ severity: 'error', code, message: `as a scenario: ${message}`, span });
  }
  return wrong.length === 0 ? result : null;
}
