// From a file's name to a checked scenario, with its diagnostics printed.

import { basename } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { renderDiagnostics } from '../base/render-diagnostic.ts';
import { SourceFile } from '../base/source-text.ts';
import { languageEnvironment } from '../lang/environment.ts';
import { loadScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { readText } from './files.ts';
import { UsageError, wholeNumber } from './options.ts';
import { paintDiagnostics } from './style.ts';

/** The options of a command, as yargs gives them. */
export type Arguments = Readonly<Record<string, unknown>>;

export interface Loaded {
  readonly path: string;
  /** Base name. */
  readonly name: string;
  readonly text: string;
  /** Null where there was an error. */
  readonly scenario: Scenario | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads, parses and checks a file. Throws FileProblem and UsageError. */
export function load(path: string, args: Arguments): Loaded {
  const maxBytes = wholeNumber('--max-input', args['max-input'] ?? 10 * 1024 * 1024, 1);
  const text = readText(path, maxBytes);
  const name = path === '-' ? 'stdin.yaml' : basename(path);
  const params = paramsFrom(args.param as readonly string[] | undefined);
  const environment = languageEnvironment();
  const ignored = new Set(args.ignore as readonly string[] | undefined);
  const { scenario, diagnostics } = loadScenario(name, text, { environment, params, ignored });
  return { path, name, text, scenario, diagnostics };
}

/** `--param k=v`, by name. Throws UsageError. */
export function paramsFrom(given: readonly string[] = []): ReadonlyMap<string, string> {
  return new Map(
    given.map((each): [string, string] => {
      const at = each.indexOf('=');
      if (at <= 0) throw new UsageError(`--param: expected name=value, found '${each}'`);
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );
}

/** The diagnostics of a file as text for people. */
export function diagnosticsText(loaded: Loaded, stream: { readonly isTTY?: boolean }): string {
  const file = new SourceFile(loaded.text);
  const paint = paintDiagnostics(stream);
  return renderDiagnostics(loaded.path, file, loaded.diagnostics, { paint });
}

/** A diagnostic as data, with fixed keys. */
export function diagnosticData(diagnostic: Diagnostic): object {
  const { severity, code, message, span, hint = null } = diagnostic;
  const { line, column, endLine, endColumn } = span;
  return { severity, code, message, line, column, endLine, endColumn, hint };
}
