import { expect, test } from 'vitest';
import { SourceFile } from '../../../src/base/source-text.ts';
import { analyse } from '../../../src/lang/analyse.ts';
import { languageEnvironment } from '../../../src/lang/environment.ts';
import { parseModule } from '../../../src/lang/parse.ts';
import type { Import, ImportFrom } from '../../../src/lang/tree.ts';
import {
  asksForDocstring,
  hasRichAnnotations,
  importsModule,
  importsOf,
  usedNames,
  walkNodes,
} from '../../../src/scenario/export/used-names.ts';

const parse = (text: string) => parseModule(new SourceFile(text), () => {});
const used = (text: string) => usedNames(analyse(parse(text)), languageEnvironment());

test('a name at hand is used where nobody binds it', () => {
  expect(used('async def f(gather):\n    await sleep(1)\n    gather()\n    wait = 1\n')).toEqual({
    modules: [],
    members: ['sleep'],
    words: new Set(),
  });
});

test('modules, members and words are told apart, in order', () => {
  const { modules, members, words } = used(
    'sleep(random, now(), math, Queue, print, TimeoutError)',
  );
  expect([modules, members, words]).toEqual([
    ['math', 'random'],
    ['Queue', 'sleep'],
    new Set(['now']),
  ]);
});

test('a walk meets every node, outer ones first', () => {
  const kinds: string[] = [];
  walkNodes(parse('if a:\n    b.c(1)\n').body, ({ kind }) => kinds.push(kind!));
  expect(kinds).toEqual(['If', 'Name', 'Expr', 'Call', 'Attribute', 'Name', 'Constant']);
});

test('an import is found wherever it stands', () => {
  const module = parse('def f():\n    from random import choice\nimport math as m\n');
  expect(['random', 'math', 'json'].map((name) => importsModule(module, name))).toEqual([
    ...[true, true, false],
  ]);
});

test('a module asks for its docstring by name', () => {
  const texts = ['print(__doc__)', 'f.__doc__', "'__doc__'"];
  expect(texts.map((text) => asksForDocstring(parse(text)))).toEqual([true, false, false]);
});

test('an import binds its names, or their first parts', () => {
  const texts = ['import a.b, c as d', 'from x import y, z as w', 'from x import *'];
  const names = texts.map((text) => importsOf(parse(text).body[0] as Import | ImportFrom));
  expect(names).toEqual([['a', 'd'], ['y', 'w'], ['*']]);
});

test('an annotation is rich if it names more than built-in classes', () => {
  const texts = ['def f(x: int) -> None: pass', 'x: str = 1', 'def f(x): pass'];
  const rich = ['def f(x: Queue): pass', 'def f() -> list[int]: pass', 'x: "A" = 1'];
  expect(texts.map((text) => hasRichAnnotations(parse(text)))).toEqual([false, false, false]);
  expect(rich.map((text) => hasRichAnnotations(parse(text)))).toEqual([true, true, true]);
});
