// The seam to the language: a program's text is run as `sim run` would run it.

/** Runs a program's text on the simulator; what it printed, null while the language is not there. */
export const runProgram: ((text: string, file: string) => string) | null = null;

/** The text with `N = size` in place of its own N. Throws where there is no such line. */
export function withSize(text: string, size: number): string {
  const line = /^N = .*$/m;
  if (!line.test(text)) throw new Error('no line that starts with "N = "');
  return text.replace(line, `N = ${size}`);
}
