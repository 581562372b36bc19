// From a file's name to a checked scenario, with its diagnostics printed.

import { basename } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { renderDiagnostics } from '../base/render-diagnostic.ts';
import { SourceFile } from '../base/source-text.ts';
import { loadScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { readText } from './files.ts';
import { wholeNumber } from './options.ts';
import { paintDiagnostics } from './style.ts';

/** What the options of a command say of its input. */
export interface InputArguments {
  readonly param?: unknown;
  readonly json?: unknown;
  readonly 'max-input'?: unknown;
}

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
export function load(path: string, args: InputArguments): Loaded {
  const maxBytes = wholeNumber('--max-input', args['max-input'] ?? 10 * 1024 * 1024, 1);
  const text = readText(path, maxBytes);
  const name = path === '-' ? 'stdin.yaml' : basename(path);
  const params = (args.param as readonly string[] | undefined) ?? [];
  const { scenario, diagnostics } = loadScenario(name, text, { params });
  return { path, name, text, scenario, diagnostics };
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
