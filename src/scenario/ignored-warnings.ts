// Warnings that the author of a file has turned off: by a comment in the line that they point at,
// `# sim: ignore never-awaited` (several codes between commas, none for all of them), or by the
// command line for the whole file. Errors cannot be turned off.

import type { Diagnostic } from '../base/diagnostic.ts';
import type { SourceFile } from '../base/source-text.ts';

const comment = /#\s*sim:\s*ignore\b[ \t]*([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)?/;

/**
 * The diagnostics without those warnings.
 * @param codes those that are turned off everywhere.
 */
export function withoutIgnored(
  file: SourceFile,
  diagnostics: readonly Diagnostic[],
  codes: ReadonlySet<string>,
): readonly Diagnostic[] {
  return diagnostics.filter(({ severity, code, span }) => {
    if (severity === 'error') return true;
    if (codes.has(code)) return false;
    const found = comment.exec(file.line(span.line));
    if (found === null) return true;
    const named = found[1]?.split(',').map((each) => each.trim());
    return named !== undefined && !named.includes(code);
  });
}
