// A table of mistakes in YAML files with what is said about each. The places were counted in the
// texts, not copied from the output.

import { describe, expect, test } from 'vitest';
import { mistakes } from './environment.ts';

type Row = readonly [title: string, lines: readonly string[], expected: readonly string[]];

const traps: readonly Row[] = [
  [
    'a dict in a statement',
    ['main:', '  - x = {"a": 1}'],
    [`2:13 YAML takes ': ' for the end of a key (quote the whole text: 'x = {"a": 1}')`],
  ],
  [
    'a colon in a message',
    ['main:', '  - log("time: now")', '  - return 1'],
    [`2:14 YAML takes ': ' for the end of a key (quote the whole text: 'log("time: now")')`],
  ],
  [
    'two colons in a message',
    ['main:', '  - log("a: b: c")'],
    [`2:11 YAML takes ': ' for the end of a key (quote the whole text: 'log("a: b: c")')`],
  ],
  [
    'a hash in a text',
    ['main:', '  - log("request #1")', '  - log("is # one")'],
    [
      `2:18 YAML takes ' #' for the start of a comment (quote the whole text: 'log("request #1")')`,
      `3:13 YAML takes ' #' for the start of a comment (quote the whole text: 'log("is # one")')`,
    ],
  ],
  [
    'a star at the start',
    ['main:', '  - xs = [1, 2]', '  - *rest, last = xs'],
    [
      `3:5 YAML takes '*' at the start of a text for an alias (quote the whole text: ` +
        `'*rest, last = xs')`,
    ],
  ],
  [
    'a list at the start of a statement',
    ['main:', '  - [a, b] = await gather(sleep(1), sleep(2))'],
    [
      `2:5 YAML takes '[' at the start of a text for a list (quote the whole text: ` +
        `'[a, b] = await gather(sleep(1), sleep(2))')`,
    ],
  ],
  [
    'a list comprehension as a statement',
    ['main:', '  - [log(x) for x in range(3)]'],
    [
      `2:5 YAML takes '[' at the start of a text for a list (quote the whole text: ` +
        `'[log(x) for x in range(3)]')`,
    ],
  ],
  [
    'a set comprehension as a statement',
    ['main:', '  - {log(x) for x in range(3)}'],
    [
      `2:5 YAML takes '{' at the start of a text for a mapping (quote the whole text: ` +
        `'{log(x) for x in range(3)}')`,
    ],
  ],
  [
    'a decorator in a list',
    ['main:', '  - @cache', '  - pass'],
    [
      `2:5 YAML takes '@' at the start of a text for a reserved character (a decorated ` +
        `function is written as a block of text: - | and Python below)`,
    ],
  ],
  [
    'a statement that begins with a string',
    ['main:', `  - ", ".join(["a"])`],
    [`2:9 YAML ends the text at the closing quote (quote the whole text: '", ".join(["a"])')`],
  ],
  [
    'a call cut at its comma in a flow list',
    ['define:', '  async def worker(a, b): [pass]', 'main: [await worker(1, 2)]'],
    [
      `3:22 YAML cuts the list at the comma inside brackets (quote the whole text: ` +
        `'await worker(1, 2)')`,
    ],
  ],
  [
    'a subscript in a flow list of expectations',
    ['state: { xs: "[1]" }', 'main: [pass]', 'expect:', '  finally: [xs[0] == 1]'],
    [`4:15 YAML ends a text in a list at '[' (quote the whole text: 'xs[0] == 1')`],
  ],
  [
    'a header with a dict in it',
    ['state: { d: "{}" }', 'main:', '  - if d == {"a": 1}:', '      - pass'],
    [`3:17 YAML takes ': ' for the end of a key (quote the whole text: 'if d == {"a": 1}':)`],
  ],
  [
    'a header with a message in it',
    ['state: { s: \'"x"\' }', 'main:', '  - if s == "a: b":', '      - pass'],
    [`3:15 YAML takes ': ' for the end of a key (quote the whole text: 'if s == "a: b"':)`],
  ],
  [
    'an anchor and an alias',
    ['params: { a: &x 1 }', 'main: [pass]', 'limits: { steps: *x }'],
    [
      `1:14 YAML takes '&' at the start of a text for an anchor (quote the whole text: '&x 1')`,
      `3:18 YAML takes '*' at the start of a text for an alias (quote the whole text: '*x')`,
    ],
  ],
  [
    'a tag',
    ['params: { a: !!str 5 }', 'main: [pass]'],
    [`1:14 YAML takes '!' at the start of a text for a tag (quote the whole text: '!!str 5')`],
  ],
  [
    'a tab as indentation',
    ['main:', '\t- pass'],
    ['2:1 YAML forbids tabs in indentation (indent with spaces)'],
  ],
  [
    'several traps at once',
    ['main:', '  - *a = [1]', '  - log("x: y: z")', '  - "a" in "abc"', '  - log(nam)'],
    [
      `2:5 YAML takes '*' at the start of a text for an alias (quote the whole text: '*a = [1]')`,
      '2:5 starred assignment target must be in a list or tuple',
      `3:11 YAML takes ': ' for the end of a key (quote the whole text: 'log("x: y: z")')`,
      `4:9 YAML ends the text at the closing quote (quote the whole text: '"a" in "abc"')`,
      "5:9 name 'nam' is not defined",
    ],
  ],
];

const structure: readonly Row[] = [
  [
    'a file without main',
    ['name: x'],
    ["1:1 the key 'main' is missing (main: a list of statements, which the program begins with)"],
  ],
  ['an empty file', ['# nothing'], ['1:1 the file is empty']],
  ['a file that is a list', ['- main'], ['1:1 expected a mapping, found a list']],
  [
    'an unknown key',
    ['mian:', '  - pass'],
    [
      "1:1 unknown key 'mian' (did you mean 'main'?)",
      "1:1 the key 'main' is missing (main: a list of statements, which the program begins with)",
    ],
  ],
  [
    'a key that occurs twice',
    ['main: [pass]', 'seed: 1', 'main: [pass]'],
    ["3:1 key 'main' occurs twice (the first is in line 1)"],
  ],
  [
    'two documents',
    ['main: [pass]', '---', 'main: [pass]'],
    ['2:1 a scenario is one document (write one file for each scenario)'],
  ],
  ['a merge key', ['main: [pass]', '<<: { seed: 1 }'], ['2:1 a scenario has no merge keys']],
  [
    'a block that is missing',
    ['main:', '  - if True:', '  - pass'],
    ['2:12 expected a block (an empty one is [pass])'],
  ],
  [
    'an empty block',
    ['main: []'],
    ['1:7 a block needs at least one statement (an empty one is [pass])'],
  ],
  [
    'a number for a statement',
    ['main:', '  - 5', '  - pass'],
    ['2:5 expected a statement, found the number 5'],
  ],
  [
    'a block without dashes',
    ['main:', '  if True:', '    - pass'],
    ['2:3 expected a list of statements, found a mapping (a block is a list: put a dash before)'],
  ],
  [
    'an else of its own',
    ['main:', '  - if True:', '      - pass', '  - else:', '      - pass'],
    ["4:5 'else' without 'if' (a clause is a further key of the mapping that begins with 'if')"],
  ],
  [
    'a second statement in one mapping',
    ['main:', '  - if True:', '      - pass', '    while False:', '      - pass'],
    [
      "4:5 expected a clause, found a new statement 'while False' (each compound " +
        'statement is a list item of its own: put a dash before it)',
    ],
  ],
  [
    'a header with a colon of its own',
    ['main:', '  - "if True:":', '      - pass'],
    ["2:13 invalid syntax: unexpected ':' (leave out the colon at the end)"],
  ],
  [
    'an unknown header',
    ['main:', '  - loop forever:', '      - pass'],
    [
      "2:5 expected the header of a compound statement, found 'loop forever' (a " +
        'mapping is one compound statement: if, for, while, try, with, def, async …)',
    ],
  ],
  [
    'a statement in define',
    ['define:', '  - x = 1', 'main: [pass]'],
    [
      '2:5 define holds functions and classes only (a variable of the whole program ' +
        'belongs to state, a statement to main)',
    ],
  ],
  [
    'a seed that is none',
    ['seed: -1', 'main: [pass]'],
    ['1:7 expected a whole number from 0 up, found the number -1'],
  ],
  [
    'a duration that is none',
    ['main: [pass]', 'limits: { time: soon }'],
    ["2:17 expected a duration such as 90s, 5m, 1h or a number of seconds, found the text 'soon'"],
  ],
  [
    'an unknown limit',
    ['main: [pass]', 'limits: { task: 5 }'],
    ["2:11 unknown key 'task' in limits (did you mean 'tasks'?)"],
  ],
  [
    'an unknown choice kind',
    ['main: [pass]', 'explore: { vary: [timing, tie] }'],
    ["2:27 unknown choice kind 'tie' (did you mean 'ties'?)"],
  ],
  [
    'a name that is none',
    ['state:', '  my-name: 1', 'main: [pass]'],
    ["2:3 expected a name, found the text 'my-name'"],
  ],
  [
    'a keyword as a name',
    ['params: { class: 1 }', 'main: [pass]'],
    ["1:11 expected a name, found the text 'class'"],
  ],
  [
    'a name with two homes',
    ['params: { n: 1 }', 'state: { n: 2 }', 'main: [pass]'],
    ["2:10 the name 'n' is taken by params"],
  ],
  [
    'an infinite number',
    ['params: { n: .inf }', 'main: [pass]'],
    ['1:14 .inf is not a finite number'],
  ],
];

describe('YAML that is misread is told with the spelling that works', () => {
  test.each(traps)('%s', (_title, lines, expected) => {
    expect(mistakes('x.yaml', lines.join('\n'))).toEqual(expected);
  });
});

describe('a YAML file with a wrong structure is told where', () => {
  test.each(structure)('%s', (_title, lines, expected) => {
    expect(mistakes('x.yaml', lines.join('\n'))).toEqual(expected);
  });
});
