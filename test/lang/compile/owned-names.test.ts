// Which variables may own a generator, by what is done with them: src/lang/compile/owned-names.ts.

import { expect, test } from 'vitest';
import { SourceFile } from '../../../src/base/source-text.ts';
import { analyse } from '../../../src/lang/analyse.ts';
import { keepsName, ownedNames, returnedCalls } from '../../../src/lang/compile/owned-names.ts';
import { parseModule } from '../../../src/lang/parse.ts';
import type { FunctionDef, Try } from '../../../src/lang/tree.ts';

function owned(body: string): string[] {
  const text = `async def f(p):\n    ${body.replaceAll('\n', '\n    ')}\n`;
  const module = parseModule(new SourceFile(text), () => {});
  const node = module.body[0] as FunctionDef;
  return [...ownedNames(node, analyse(module, {}).of(node))];
}

test('what is only assigned, stepped and walked may own', () => {
  expect(owned('a = g()\nnext(a)\na.close()\ndel a')).toEqual(['p', 'a']);
  expect(owned('async for x in p: pass')).toEqual(['p']);
  expect(owned('a = g()\nawait a.asend(1)\nawait wait_for(anext(a), 1)')).toEqual(['p', 'a']);
});

test('what goes anywhere else may not', () => {
  expect(owned('a = p')).toEqual(['a']);
  expect(owned('keep(p)\nreturn p')).toEqual([]);
  expect(owned('create_task(p.__anext__())')).toEqual([]);
  expect(owned('h = lambda: p')).toEqual(['h']);
});

test('what a loop around walks may not be bound again', () => {
  expect(owned('for x in p:\n    p = g()')).toEqual([]);
});

test('a handler keeps its exception where it stores it', () => {
  const handler = (body: string): boolean => {
    const text = `try: pass\nexcept E as e: ${body}\n`;
    const node = parseModule(new SourceFile(text), () => {}).body[0] as Try;
    return keepsName(node.handlers[0]);
  };
  expect(handler('print(e.args)')).toBe(false);
  expect(handler('errors.append(e)')).toBe(true);
  expect(handler('last = e')).toBe(true);
});

test('a factory returns nothing but calls', () => {
  const calls = (body: string): readonly string[] | null => {
    const text = `def f():\n    ${body}\n`;
    const node = parseModule(new SourceFile(text), () => {}).body[0] as FunctionDef;
    return returnedCalls(node.body);
  };
  expect(calls('return g()')).toEqual(['g']);
  expect(calls('return self.g(1)')).toEqual(['g']);
  expect(calls('return x')).toBeNull();
});
