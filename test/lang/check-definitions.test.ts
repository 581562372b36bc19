import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { analyse } from '../../src/lang/analyse.ts';
import { Definitions, type Meaning } from '../../src/lang/check-definitions.ts';
import { walk } from '../../src/lang/check-walk.ts';
import { parseModule } from '../../src/lang/parse.ts';
import { environment } from '../scenario/environment.ts';

/** The meaning of the argument of the call `see(…)` in a program. */
function meaningIn(...lines: readonly string[]): Meaning | null | undefined {
  const module = parseModule(new SourceFile(`${lines.join('\n')}\n`), () => {});
  const scopes = analyse(module);
  const definitions = new Definitions(scopes, environment);
  walk(module, scopes, [definitions]);
  let seen: Meaning | null | undefined;
  walk(module, scopes, [
    {
      expression(node, place) {
        const isMark =
          node.kind === 'Call' && node.callee.kind === 'Name' && node.callee.id === 'see';
        if (isMark) seen = definitions.meaningOf(node.args[0]!, place);
      },
    },
  ]);
  return seen;
}

describe('an expression means', () => {
  test('a module, under whatever name', () => {
    expect(meaningIn('import asyncio', 'see(asyncio)')).toEqual({
      kind: 'module',
      module: 'asyncio',
    });
    expect(meaningIn('import collections.abc as c', 'see(c)')).toEqual({
      kind: 'module',
      module: 'collections.abc',
    });
    expect(meaningIn('import collections.abc', 'see(collections.abc)')).toEqual({
      kind: 'module',
      module: 'collections.abc',
    });
  });

  test('a member of a module, by attribute or by import', () => {
    const sleep = {
      kind: 'member',
      module: 'asyncio',
      name: 'sleep',
      known: { signature: 'sleep(delay, result=None)' },
    };
    expect(meaningIn('import asyncio', 'def f(): see(asyncio.sleep)')).toEqual(sleep);
    expect(meaningIn('from asyncio import sleep as s', 'see(s)')).toEqual(sleep);
    expect(meaningIn('see(range)')).toEqual({
      kind: 'member',
      module: 'builtins',
      name: 'range',
      known: {},
    });
  });

  test('a function or class of the program', () => {
    expect(meaningIn('def f(): pass', 'see(f)')).toMatchObject({ kind: 'function' });
    expect(meaningIn('class A: pass', 'def g():', '    see(A)')).toMatchObject({ kind: 'class' });
  });

  test('an object that a class of a module made', () => {
    expect(meaningIn('import asyncio', 'lock = asyncio.Lock()', 'see(lock)')).toEqual({
      kind: 'object',
      module: 'asyncio',
      name: 'Lock',
      known: {},
    });
  });
});

describe('an expression has no known meaning', () => {
  test.each([
    ['if its name is bound twice', ['import asyncio', 'asyncio = 1', 'see(asyncio)']],
    [
      'if a function binds the global name',
      ['def f(): pass', 'def g():', '    global f', '    f = 1', 'see(f)'],
    ],
    ['if the function is decorated', ['@print', 'def f(): pass', 'see(f)']],
    ['if it is a parameter', ['def f(x): see(x)']],
    ['if the module has no such member', ['import asyncio', 'see(asyncio.foo)']],
    ['if names are made of one another', ['a = b()', 'b = a()', 'see(a)']],
    ['if it is any other expression', ['see(1 + 1)']],
  ])('%s', (_why, lines) => {
    expect(meaningIn(...lines)).toBeNull();
  });
});
