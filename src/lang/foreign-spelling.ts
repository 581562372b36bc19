// What people write who come from another language, from Python 2 or from a word processor, and
// how Python writes it: operators, words at the start of a statement, names, characters. The hints
// stand beside CPython's own message, never in its place.

/** Operators that Python has not, as the two tokens that they come apart into. */
const operators = new Map([
  ['& &', "Python writes it 'and'"],
  ['| |', "Python writes it 'or'"],
  ['< >', "Python writes it '!='"],
  ['= >', 'Python writes: lambda x: x + 1'],
  ['= = =', "Python writes it '=='"],
  ['== =', "Python writes it '=='"],
  ['!= =', "Python writes it '!='"],
  ['+ +', 'Python writes: x += 1'],
  ['- -', 'Python writes: x -= 1'],
  ['else if', "Python writes it 'elif'"],
  [' //', "a comment begins with '#'"],
  ['{', 'a block begins after a colon, in the next line, indented'],
]);

/** The hint for an operator of another language that ends in `second`; undefined for others. */
export function hintForOperator(first: string, second: string): string | undefined {
  return operators.get(`${first} ${second}`) ?? (second === '{' ? operators.get('{') : undefined);
}

const assignmentOnly = 'Python declares no variables: write the assignment alone';
const words = new Map([
  ...['function', 'func', 'fn', 'fun', 'sub', 'define'].map((word) => [word, 'def'] as const),
  ...['elseif', 'elsif', 'elsif', 'elif'].map((word) => [word, 'elif'] as const),
  ...['switch', 'select'].map((word) => [word, 'match'] as const),
  ...['foreach', 'each'].map((word) => [word, 'for … in …'] as const),
  ...['catch', 'rescue'].map((word) => [word, 'except'] as const),
  ...['throw', 'throws'].map((word) => [word, 'raise'] as const),
  ...['echo', 'puts', 'printf', 'println'].map((word) => [word, 'print(…)'] as const),
  ['unless', 'if not'],
  ['until', 'while not'],
  ['do', 'while'],
  ['delete', 'del'],
  ['struct', 'class'],
  ['require', 'import'],
  ['include', 'import'],
  ['using', 'import'],
]);

/** The hint for a word that opens a statement in another language; undefined for other words. */
export function hintForWord(word: string): string | undefined {
  if (/^(?:let|var|const|int|float|string|bool|auto|my|dim)$/.test(word)) return assignmentOnly;
  if (word === 'new') return 'Python makes an object by calling its class: Name(…)';
  const python = words.get(word);
  return python === undefined ? undefined : `Python writes it '${python}'`;
}

const names = new Map([
  ...['true', 'TRUE', 'yes', 'on'].map((name) => [name, "Python writes it 'True'"] as const),
  ...['false', 'FALSE', 'no', 'off'].map((name) => [name, "Python writes it 'False'"] as const),
  ...['null', 'none', 'nil', 'NULL', 'undefined', 'nullptr', 'NONE', 'Null'].map(
    (name) => [name, "Python writes it 'None'"] as const,
  ),
  ...['this', 'that'].map((name) => [name, "Python writes it 'self'"] as const),
  ['console', 'Python writes: print(…)'],
  ['System', 'Python writes: print(…)'],
  ['NaN', "Python writes: float('nan')"],
  ['Infinity', "Python writes: float('inf')"],
  ['setTimeout', 'Python writes: await asyncio.sleep(seconds), or loop.call_later(seconds, f)'],
  ['Promise', 'Python has asyncio.Future, and asyncio.gather for several'],
  ['xrange', "Python 3 writes it 'range'"],
  ['unicode', "Python 3 writes it 'str'"],
  ['raw_input', "Python 3 writes it 'input', which a simulation has not"],
]);

/** The hint for a name that means something in another language; undefined for other names. */
export function hintForName(name: string): string | undefined {
  return names.get(name);
}

const characters = new Map([
  ['!', "Python writes it 'not'"],
  ['?', 'Python writes: a if test else b'],
  ['$', 'a name of Python has no sign before it'],
  ['`', 'Python quotes with \' or "'],
  ...[...'“”„«»'].map((quote) => [quote, 'write the plain quote "'] as const),
  ...[...'‘’‚´'].map((quote) => [quote, "write the plain quote '"] as const),
  ...[...'–—−‐‑'].map((dash) => [dash, "write the plain sign '-'"] as const),
  ...[...'\u00a0\u2002\u2003\u2007\u2009\u202f\u200b\ufeff\u3000'].map(
    (space) => [space, 'write a plain space'] as const,
  ),
  ['×', "write '*'"],
  ['÷', "write '/'"],
  ['≤', "write '<='"],
  ['≥', "write '>='"],
  ['≠', "write '!='"],
  ['…', "write '...'"],
  ['→', "write '->'"],
  ['（', "write '('"],
  ['）', "write ')'"],
  ['，', "write ','"],
  ['：', "write ':'"],
]);

/** The hint for a character that Python has not; undefined for others. */
export function hintForCharacter(character: string): string | undefined {
  return characters.get(character);
}

/** The hint for a number that goes on as a word: `10L`, `5s`, `2nd`. */
export function hintForNumber(text: string): string | undefined {
  const parts = /^(\d[\d_]*\d|\d)([A-Za-z]\w*)$/.exec(text);
  if (parts === null || /^(?:0[xob]|\d+e\d*$)/i.test(text)) return undefined;
  const [, digits, rest] = parts as unknown as readonly [string, string, string];
  if (/^(?:L|l|LL|u|U|f|F|d|n)$/.test(rest)) return `write the number alone: ${digits}`;
  if (/^(?:s|sec|secs|seconds?)$/.test(rest)) return `times are numbers of seconds: ${digits}`;
  if (rest === 'ms') return `times are numbers of seconds: ${digits} / 1000`;
  return 'a name begins with a letter or an underscore';
}
