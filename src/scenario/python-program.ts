// A Python program as a scenario. Its seed, limits and expectations may stand in the file itself,
// in a comment that begins with the line `# sim:` and holds the YAML of a scenario; so the same
// text runs on CPython, which reads a comment, and is checked here. Everything but the comment is
// blanked for the reader of YAML, so that every place it reports is a place of the file.

import type { Report } from '../base/diagnostic.ts';
import { SourceFile } from '../base/source-text.ts';
import { parseModule } from '../lang/parse.ts';
import type { Module } from '../lang/tree.ts';
import { newContext } from './blocks.ts';
import type { DocumentNode } from './document.ts';
import { readKeys, reportError } from './fields.ts';
import { programKeys, readMetadata, type Scenario } from './scenario.ts';
import { readYaml } from './yaml.ts';

const OPENING = /^# sim:[ \t]*\r?$/;
const CONTINUED = /^#(?:[ \t]|\r?$)/;

/**
 * Reads a Python program with the comment that tells how it is to be run.
 * @param name what the scenario is called where the comment does not say.
 */
export function readPython(text: string, name: string, report: Report): Scenario {
  const module = parseModule(new SourceFile(text), report);
  const yaml = commentedYaml(text, module, report);
  const root = yaml === null ? null : readYaml(yaml, report);
  const context = newContext(new SourceFile(text), report, true);
  const body = root?.kind === 'mapping' ? root.entries[0]?.value : undefined;
  const entries =
    body === undefined || isEmpty(body) ? [] : readKeys(report, body, programKeys, '');
  const metadata = readMetadata(context, entries, name);
  return { ...metadata, params: [], state: [], module, sharedNames: new Set() };
}

/** The file with everything blanked but the YAML of its comment; null where it has none. */
function commentedYaml(text: string, module: Module, report: Report): string | null {
  const lines = text.split('\n');
  const inStatement = (line: number): boolean =>
    module.body.some(({ span }) => span.line < line && line <= span.endLine);
  const openings = lines.flatMap((line, index) =>
    OPENING.test(line) && !inStatement(index + 1) ? [index] : [],
  );
  if (openings.length === 0) return null;
  const [first, second] = openings;
  if (second !== undefined) {
    const span = { line: second + 1, column: 1, endLine: second + 1, endColumn: 7 };
    const message = `a second '# sim:' comment; the first is in line ${first + 1}`;
    reportError(report, 'duplicate-key', message, span, 'write one');
  }
  let end = first + 1;
  while (end < lines.length && CONTINUED.test(lines[end])) end++;
  return lines
    .map((line, index) =>
      index < first || index >= end ? line.replace(/[^\r]/g, ' ') : line.replace('#', ' '),
    )
    .join('\n');
}

function isEmpty(node: DocumentNode): boolean {
  return node.kind === 'broken' || (node.kind === 'scalar' && node.type === 'null');
}
