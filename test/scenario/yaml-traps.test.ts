import { describe, expect, test } from 'vitest';
import {
  colonTrap,
  commaTrap,
  commentTrap,
  findCuts,
  findTrap,
  foldTrap,
  quoteYaml,
} from '../../src/scenario/yaml-traps.ts';

describe('the quoted spelling', () => {
  test.each([
    ['x = {"a": 1}', `'x = {"a": 1}'`],
    ["x = {'a': 1}", `"x = {'a': 1}"`],
    [`log('a', "b: c")`, `'log(''a'', "b: c")'`],
    ["'\\n'", "'''\\n'''"],
  ])('of %s is %s', (text, quoted) => {
    expect(quoteYaml(text)).toBe(quoted);
  });
});

/** The trap at the mark `^` in a text. */
function trapAt(marked: string) {
  const position = marked.indexOf('^');
  const text = marked.replace('^', '');
  const trap = findTrap(text, position, 'bad indentation of a mapping entry');
  return trap === null ? null : [text.slice(trap.start, trap.end), trap.place, trap.isPython];
}

describe('the stretch that has to be quoted', () => {
  test.each([
    ['- ^*a, b = c', '*a, b = c', 2, true],
    ['  - [a] ^= c  # why', '[a] = c', 4, true],
    ['x: "a" ^+ b', '"a" + b', 7, true],
    ['x: *foo ^+ 1', '*foo + 1', 3, true],
    ['- log("a: b^: c")', 'log("a: b: c")', 8, true],
    ['e: [a, x^[0] == 1, b]', 'x[0] == 1', 8, true],
    ['e: {k: x^[0]}', 'x[0]', 8, true],
    ['- if d["a: b"]^: 1:', 'if d["a: b"]: 1', 9, true],
    ['- ^@deco', '@deco', 2, false],
    ['a:\r\n- ^`x`\r\n', '`x`', 6, false],
  ])('%s', (marked, stretch, place, isPython) => {
    expect(trapAt(marked)).toEqual([stretch, place, isPython]);
  });

  test.each(['- x ^y', '^', '# *a ^b', 'key: value\n  ^other: 1'])('is none in %j', (marked) => {
    expect(trapAt(marked)).toBeNull();
  });

  test('is not looked for in lines that no person wrote', () => {
    const line = (length: number) => `- [${'a'.repeat(length)}] = b`;
    expect(findTrap(line(1900), 5, '')).not.toBeNull();
    expect(findTrap(line(3000), 5, '')).toBeNull();
  });

  test('is not looked for where the parser had another reason', () => {
    expect(findTrap('- *a', 2, 'tab characters must not be used in indentation')).toBeNull();
    expect(findTrap('- *a', 2, 'unexpected end of the stream within a flow collection')).toBeNull();
  });
});

describe('texts that YAML cut inside brackets or strings', () => {
  const cuts = (text: string) =>
    findCuts(text, text.length, 'bad indentation of a mapping entry').map(({ start, end }) =>
      text.slice(start, end),
    );

  test('are found before the place where YAML gives up, the nearest first', () => {
    expect(cuts('- f"a: {x}"\n- b\n- if d["a: b"]:\n- x: [{"c": 1}, g("d: e")]')).toEqual([
      'g("d: e")',
      'if d["a: b"]',
      'f"a: {x}"',
    ]);
  });

  test('are neither keys nor quoted texts', () => {
    expect(cuts('a: b\n- if f(x): g()\n- "log(1: 2)"\n- \'log("a: b")\'')).toEqual([]);
  });

  test('are looked for where a string or a list of YAML was left open, not for tabs', () => {
    const reasons = ['unexpected end of the stream within a flow collection', 'tab characters'];
    expect(reasons.map((reason) => findCuts('- f("a: b', 9, reason).length)).toEqual([1, 0]);
  });
});

test('a text of several lines is a header without its colon, or statements without dashes', () => {
  const told = (text: string) => foldTrap(text, 0, text.length);
  expect(told('if x > 3 \n  - log(1)')).toMatchObject({
    place: 8,
    message: "expected ':' after the header",
    hint: 'end it with a colon: if x > 3:',
  });
  expect(told('log(1)\nlog(2)')).toMatchObject({
    place: 6,
    hint: 'put a dash before each statement, or | after the key',
  });
  expect(told('log(1,\n2')).toBeNull();
  expect(told('if x > 3')).toBeNull();
});

test('a text that ends at a hash is told with the whole line', () => {
  const text = '- log("a # b")  \n- x';
  expect(commentTrap(text, 2, 8)).toMatchObject({ place: 9, start: 2, end: 14 });
  expect(commentTrap('- x\n- y', 2, 3)).toBeNull();
});

test('a text with a colon is told from its start to the end of the line', () => {
  const text = '- x = {"a": 1}  # comment';
  expect(colonTrap(text, 2)).toMatchObject({ place: 10, start: 2, end: 14 });
  expect(colonTrap('- if x:', 2)).toBeNull();
});

test('a flow list cut at a comma inside brackets is told at the comma', () => {
  const text = '[a, f(1, 2), b]';
  expect(commaTrap(text, 4, 7, 15)).toMatchObject({ place: 7, start: 4, end: 11 });
  expect(commaTrap(text, 1, 2, 15)).toBeNull();
  expect(commaTrap('[f(1, 2]', 1, 4, 8)).toBeNull();
});
