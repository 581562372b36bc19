// The scope objects themselves; mangling as CPython's _Py_Mangle.

import { expect, test } from 'vitest';
import { mangle } from '../../src/lang/scope.ts';
import { scopesOf } from './scopes-of.ts';

test('private names are mangled with the class name, its leading underscores taken off', () => {
  expect(mangle('A', '__x')).toBe('_A__x');
  expect(mangle('__A', '__x')).toBe('_A__x');
  expect(mangle('___', '__x')).toBe('__x');
  expect(mangle('A', '__x__')).toBe('__x__');
  expect(mangle('A', '_x')).toBe('_x');
  expect(mangle(null, '__x')).toBe('__x');
});

test('a scope says where its names are first bound and used, and as what', () => {
  const { module } = scopesOf('import a\nprint(b)\nb = a\nfor b in a: pass\n');
  const b = module.get('b')!;
  expect(b.firstUse).toMatchObject({ line: 2, column: 7 });
  expect(b.firstBound).toMatchObject({ line: 3, column: 1 });
  expect(b.bindings.map(({ kind }) => kind)).toEqual(['assignment', 'loop']);
  expect(module.get('a')!.isBoundAs('import')).toBe(true);
  expect(module.get('print')!.firstBound).toBeNull();
});

test('the scopes of a module come outer ones first, in the order of the text', () => {
  const scopes = scopesOf('def f():\n    lambda: 0\nclass A: pass\n[x for x in y]\n');
  expect([...scopes.all()].map(({ kind }) => kind)).toEqual([
    'module',
    'function',
    'lambda',
    'class',
    'comprehension',
  ]);
});

test('a comprehension runs in the frame of what is around it', () => {
  const scopes = scopesOf('def f():\n    return [[x for x in y] for y in z]\n');
  const [, fn, outer, inner] = [...scopes.all()];
  expect(outer.frame).toBe(fn);
  expect(inner.frame).toBe(fn);
});
