// Unknown names in a file that could not be read as a whole. What binds a name may stand in the
// part that was lost, so a name counts as unknown only if nothing in the file's text looks as if
// it bound it. Better silent about one name than wrong: the next check will tell.

import type { Diagnostic } from '../base/diagnostic.ts';

/** Characters looked at in all: a large file with many unknown names must not take long. */
const maxLookedAt = 20_000_000;

/** Warnings that something is used nowhere: it may be used in the part that was lost. */
const lost: ReadonlySet<string> = new Set(['never-started', 'task-dropped']);

/** The diagnostics without those unknown names that the lost part of the text may bind. */
export function withoutLostNames(
  text: string,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  let lookedAt = 0;
  const answers = new Map<string, boolean>();
  return diagnostics.filter(({ code, message }) => {
    if (lost.has(code)) return false;
    const name = code === 'unknown-name' ? /^name '(.+)' is not defined$/.exec(message)?.[1] : null;
    if (name === null || name === undefined) return true;
    const known = answers.get(name);
    if (known !== undefined) return known;
    lookedAt += text.length;
    const isUnknown = lookedAt <= maxLookedAt && !mayBeBound(text, name);
    answers.set(name, isUnknown);
    return isUnknown;
  });
}

/** Whether the text has an assignment, a definition, an import or a key of that name. */
function mayBeBound(text: string, name: string): boolean {
  const word = `(?<![\\p{L}\\p{N}_.])${name}(?![\\p{L}\\p{N}_])`;
  const assigned = `${word}[^\\n=]{0,200}:?=(?!=)`;
  const introducer = '(?:def|class|as|for|import|global|nonlocal|lambda|case)';
  const introduced = `${introducer}\\s[^\\n]{0,200}?${word}`;
  const key = `["']?${word}["']?\\s*:`;
  return new RegExp(`${assigned}|${introduced}|${key}`, 'u').test(text);
}
