// The corpus of mistakes: text files beside this one, an area each, whose second extension is the
// kind of file that the mistakes are made in. A case is `=== title`, the file with the mistake,
// `--- says` and exactly what `sim check` prints of it; where CPython refuses the text when it
// compiles it, its own words stand between, after `--- CPython: `.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDiagnostics } from '../../src/base/render-diagnostic.ts';
import { SourceFile } from '../../src/base/source-text.ts';
import { languageEnvironment } from '../../src/lang/environment.ts';
import { type Loaded, loadScenario } from '../../src/scenario/load.ts';

export interface Mistake {
  readonly title: string;
  /** `py`, `yaml` or `json`. */
  readonly format: string;
  readonly text: string;
  /** CPython's `Kind: message` and line, where it refuses to compile the text. */
  readonly cpython: string | null;
  /** What is printed of it. */
  readonly says: string;
}

export interface Area {
  /** The file's name, `traps.yaml.txt`. */
  readonly name: string;
  readonly mistakes: readonly Mistake[];
}

const environment = languageEnvironment();

/** What the loader says of a file named `x.FORMAT`. */
export function loadText(format: string, text: string): Loaded {
  return loadScenario(`x.${format}`, text, { environment, params: new Map() });
}

/** What `sim check x.FORMAT` prints of a text. */
export function saidOf(format: string, text: string): string {
  return renderDiagnostics(`x.${format}`, new SourceFile(text), loadText(format, text).diagnostics);
}

/** Every area, in the order of the names. */
export function readCorpus(): readonly Area[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => /\.(?:py|yaml|json)\.txt$/.test(name))
    .sort()
    .map((name) => ({ name, mistakes: readArea(name) }));
}

function readArea(name: string): readonly Mistake[] {
  const format = name.split('.').at(-2)!;
  const [, ...cases] = readFileSync(join(import.meta.dirname, name), 'utf8').split(/^=== /m);
  return cases.map((each) => {
    const [head, says = ''] = each.split(/^--- says\n/m) as [string, string?];
    const [program, cpython = null] = head.split(/^--- CPython: /m) as [string, string?];
    const lineEnd = program.indexOf('\n');
    return {
      title: program.slice(0, lineEnd),
      format,
      text: program.slice(lineEnd + 1),
      cpython: cpython === null ? null : cpython.trim(),
      says: says.trim(),
    };
  });
}
