// A Python text through parser and checker, for the specs of the rules.

import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceFile } from '../../src/base/source-text.ts';
import { analyse } from '../../src/lang/analyse.ts';
import { check } from '../../src/lang/check.ts';
import { parseModule } from '../../src/lang/parse.ts';
import { environment } from '../scenario/environment.ts';

/** What the checker says of a program; the text must be Python. */
export function diagnosticsOf(...lines: readonly string[]): readonly Diagnostic[] {
  const module = parseModule(new SourceFile(`${lines.join('\n')}\n`), ({ message }) => {
    throw new Error(message);
  });
  return check(module, analyse(module), environment);
}

/** The same as `line:column code message`. */
export function checked(...lines: readonly string[]): readonly string[] {
  return diagnosticsOf(...lines).map(
    ({ span, code, message }) => `${span.line}:${span.column} ${code} ${message}`,
  );
}
