import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { SourceFile } from '../../src/base/source-text.ts';
import { newContext, readBlock } from '../../src/scenario/blocks.ts';
import { readYaml } from '../../src/scenario/yaml.ts';

function read(text: string) {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const root = readYaml(text, report);
  const context = newContext(new SourceFile(text), report, true);
  const statements = root === null ? [] : readBlock(context, root);
  return {
    statements,
    kinds: statements.map(({ kind }) => kind),
    said: diagnostics.map(({ span, message }) => `${span.line}:${span.column} ${message}`),
  };
}

describe('a block', () => {
  test('is a list of texts and mappings', () => {
    expect(read('- x = 1\n- if x:\n    - pass\n- "pass"\n')).toMatchObject({
      kinds: ['Assign', 'If', 'Pass'],
      said: [],
    });
  });

  test('is a text of several lines, or of one', () => {
    expect(read('|\n  x = 1\n  if x: pass\n').kinds).toEqual(['Assign', 'If']);
    expect(read('await x').kinds).toEqual(['Expr']);
  });

  test('may have a text of several lines for an item', () => {
    expect(read('- |\n  class A:\n      pass\n- pass\n').kinds).toEqual(['ClassDef', 'Pass']);
    expect(read('- "while x:\\n    break"\n').kinds).toEqual(['While']);
  });

  test('is written [pass] when it is empty', () => {
    expect(read('[]').said).toEqual(['1:1 a block needs at least one statement']);
    expect(read('|\n  # nothing\n').said).toEqual(['2:1 expected a statement']);
    expect(read('- ""').said).toEqual([
      '1:4 invalid syntax: expected an expression, found end of text',
    ]);
  });
});

describe('a statement', () => {
  test('has the place that it has in the file, whatever the quotes and folds', () => {
    const { statements } = read('- "x\\u003d  1"\n- >\n  y =\n  22\n- if a > b: [pass]\n');
    const [first, second, third] = statements;
    expect(first?.span).toEqual({ line: 1, column: 4, endLine: 1, endColumn: 14 });
    if (second?.kind !== 'Assign' || third?.kind !== 'If') throw new Error('other statements');
    expect(second.value.span).toEqual({ line: 4, column: 3, endLine: 4, endColumn: 5 });
    expect(third.test.span).toEqual({ line: 5, column: 6, endLine: 5, endColumn: 11 });
    expect(third.span).toEqual({ line: 5, column: 3, endLine: 5, endColumn: 18 });
  });

  test('of one text is a simple one: a compound one has a block', () => {
    expect(read('- "if x: pass"').said).toEqual(["1:4 expected a simple statement, found 'if'"]);
  });

  test('that is broken leaves the others', () => {
    const { kinds, said } = read('- x = (\n- pass\n- while:\n    - break\n- raise\n');
    expect(kinds).toEqual(['Pass', 'Raise']);
    expect(said).toHaveLength(2);
  });

  test('has its clauses in order', () => {
    expect(read('- try: [pass]\n  finally: [pass]\n  except E: [pass]\n').said).toEqual([
      "3:3 invalid syntax: 'except' is out of place in 'try' statement",
    ]);
    expect(read('- try: [pass]\n').said).toEqual(["1:3 expected 'except' or 'finally' block"]);
    expect(read('- with a: [pass]\n  else: [pass]\n').said).toEqual([
      "2:3 invalid syntax: 'else' does not belong to 'with' statement",
    ]);
  });

  test('of the words match and case is one only where they begin a header', () => {
    expect(read('- match x:\n    case 1: [pass]\n    case _: [pass]\n').kinds).toEqual(['Match']);
    expect(read('- match = 1\n').kinds).toEqual(['Assign']);
    expect(read('- match x: [pass]\n').said).toEqual([
      "1:12 expected a mapping from 'case …' to blocks, found a list",
    ]);
  });
});

test('a text that YAML joined from several lines is told where its first line ends', () => {
  expect(read('- if x > 3\n    - pass\n- while x:\n    - pass\n').said).toEqual([
    "1:11 expected ':' after the header",
  ]);
  expect(read('log(1)\nlog(2)\n').said).toEqual([
    '1:7 YAML joins this line and the next ones to one text',
  ]);
});
