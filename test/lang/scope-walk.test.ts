// What the walk notes about functions and names before they are resolved.

import { expect, test } from 'vitest';
import { scopesOf } from './scopes-of.ts';

const functionOf = (text: string) => [...scopesOf(text).all()][1];

test('a yield of its own makes a function a generator, one in an inner function does not', () => {
  expect(functionOf('def f():\n    yield\n').isGenerator).toBe(true);
  expect(functionOf('def f():\n    x = yield from y\n').isGenerator).toBe(true);
  expect(functionOf('def f():\n    lambda: (yield)\n').isGenerator).toBe(false);
  expect(functionOf('def f():\n    return [g for g in h]\n').isGenerator).toBe(false);
});

test('await and async for make a generator expression asynchronous', () => {
  const kinds = (text: string) =>
    [...scopesOf(`async def f():\n    ${text}\n`).all()]
      .filter(({ kind }) => kind === 'generator expression')
      .map(({ isAsync }) => isAsync);
  expect(kinds('(x async for x in y)')).toEqual([true]);
  expect(kinds('(await x for x in y)')).toEqual([true]);
  expect(kinds('(x for x in y)')).toEqual([false]);
  expect(kinds('(x for x in await y)')).toEqual([false]);
});

test('every kind of binding is noted', () => {
  const { module } = scopesOf(
    'import a.b\nfrom c import d as e\nfor f, (g, *h) in x: pass\nwith x as i: pass\n' +
      'try: pass\nexcept E as j: pass\nclass k: pass\ndef l(): pass\nm: int\nn += 1\n' +
      'match x:\n    case [o, *p, {"q": r, **s}, T(u) as v]: pass\n(w := 1)\ndel w\n',
  );
  const bound = [...module.variables.values()]
    .filter(({ bindings }) => bindings.length > 0)
    .map(({ name, bindings }) => `${name} ${bindings[0].kind}`);
  expect(bound).toEqual([
    'a import',
    'e import',
    'f loop',
    'g loop',
    'h loop',
    'i with',
    'j except',
    'k class',
    'l function',
    'm annotation',
    'n augmented',
    'o pattern',
    'p pattern',
    'r pattern',
    's pattern',
    'u pattern',
    'v pattern',
    'w walrus',
  ]);
});

test('annotations and defaults: the first use nothing, the second belong outside', () => {
  const scopes = scopesOf('def f(a: nothing = default) -> nothing: pass\nx: nothing\n');
  expect(scopes.module.get('nothing')).toBeUndefined();
  expect(scopes.module.get('default')).toBeDefined();
});
