// A theme: what its snippets are about, and their bodies at random. A body becomes a whole program:
// at the top of a module or, as often, inside a function, since names are compiled otherwise there;
// an exception that leaves it is printed by class and message.
import fc from 'fast-check';
import type { Text } from './text.ts';

export interface Theme {
  readonly name: string;
  /** Statements that print. */
  readonly body: Text;
  /** Its snippets are never put inside a function. */
  readonly isModule?: boolean;
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

function guarded(body: string): string {
  const report = 'except BaseException as e:\n    print(type(e).__name__, e)';
  return `try:\n${indented(body)}\n${report}\n`;
}

/** The programs of a theme. */
export function snippetsOf({ body, isModule = false }: Theme): Text {
  const inFunction = isModule ? fc.constant(false) : fc.boolean();
  return fc.tuple(body, inFunction).map(([text, isInside]) => {
    const program = guarded(text);
    return isInside ? `def main():\n${indented(program)}\nmain()\n` : program;
  });
}
