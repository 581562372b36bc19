import { describe, expect, test } from 'vitest';
import { checked, diagnosticsOf } from './checked.ts';

describe('an import of what there is', () => {
  test('is fine in every form', () => {
    expect(
      checked(
        'import asyncio, random as r',
        'import collections.abc',
        'from collections import deque, abc',
        'from asyncio import *',
        'from __future__ import annotations',
        'print(r.random(), collections.abc.Iterable, abc.Iterable, collections.deque)',
      ),
    ).toEqual([]);
  });
});

describe('an import of what there is not', () => {
  test('is refused with the reason and with what to write instead', () => {
    const [diagnostic] = diagnosticsOf('from subprocess import run, PIPE');
    expect(diagnostic).toEqual({
      severity: 'error',
      code: 'unsupported',
      message:
        "'from subprocess import run, PIPE' is not supported: a simulation starts no processes",
      span: { line: 1, column: 1, endLine: 1, endColumn: 33 },
      hint: 'model the work of a process with await asyncio.sleep(seconds)',
    });
  });

  test('names the supported modules where nothing else is known', () => {
    const [diagnostic] = diagnosticsOf('import frobnicate');
    expect(diagnostic?.hint).toBe(
      'supported modules: asyncio, collections, collections.abc, math, random, sys, time, typing',
    );
  });

  test('is refused for each module of the line', () => {
    expect(checked('import socket, asyncio, ssl')).toEqual([
      "1:8 unsupported 'import socket' is not supported: the simulated loop has no network",
      "1:25 unsupported 'import ssl' is not supported: the simulated loop has no network",
    ]);
  });

  test('is let through where the program expects it to fail or tests the platform', () => {
    expect(checked('try: import uvloop', 'except ImportError: uvloop = None')).toEqual([]);
    expect(checked('try: import uvloop', 'except (ValueError, ImportError): pass')).toEqual([]);
    const policy = 'asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())';
    const behind = ['import asyncio', 'try:', ' import uvloop', ` ${policy}`];
    expect(checked(...behind, 'except ImportError: pass')).toEqual([]);
    expect(checked(...behind.slice(0, 3), 'except ImportError: pass', `else: ${policy}`)).toEqual(
      [],
    );
    expect(checked(...behind, 'except KeyError: pass')).toHaveLength(2);
    expect(
      checked(
        'import asyncio',
        'try:',
        ` asyncio.open_connection`,
        ' import uvloop',
        'except ImportError: pass',
      ),
    ).toHaveLength(1);
    expect(checked('import sys', 'if sys.platform == "win32":', '    import winreg')).toEqual([]);
    expect(
      checked('from typing import TYPE_CHECKING', 'if TYPE_CHECKING:', '    import http'),
    ).toEqual([]);
    expect(checked('try: import uvloop', 'except KeyError: pass')).toHaveLength(1);
  });
});

describe('an attribute of a module', () => {
  test('that it has not is refused at the attribute', () => {
    expect(checked('import math', 'math.sqr(2)', 'math.acosh(2)')).toEqual([
      "2:6 unknown-name module 'math' has no attribute 'sqr'",
      "3:6 unsupported 'math.acosh' is not supported: the module of the simulator does not have it",
    ]);
    expect(checked('import asyncio as a', 'a.start_server')).toEqual([
      "2:3 unsupported 'asyncio.start_server' is not supported: the simulated loop has no network",
    ]);
  });

  test('is not judged where the name may mean something else', () => {
    expect(checked('import math', 'math = 5', 'math.foo')).toEqual([]);
    expect(checked('def f(math):', '    return math.foo')).toEqual([]);
  });

  test('is let through under a test of the platform and where its absence is expected', () => {
    expect(
      checked('import sys, asyncio', 'if sys.platform == "win32":', '    asyncio.WindowsPolicy'),
    ).toEqual([]);
    expect(checked('import asyncio', 'if hasattr(asyncio, "foo"):', '    asyncio.foo()')).toEqual(
      [],
    );
    expect(checked('import asyncio', 'try: asyncio.foo()', 'except AttributeError: pass')).toEqual(
      [],
    );
  });

  test('has its dunder names', () => {
    expect(checked('import asyncio', 'print(asyncio.__name__)')).toEqual([]);
  });
});

test('a name that a module has not cannot be imported', () => {
  expect(checked('from asyncio import Queu, open_connection')).toEqual([
    "1:21 unknown-name cannot import name 'Queu' from 'asyncio'",
    "1:27 unsupported 'asyncio.open_connection' is not supported: " +
      'the simulated loop has no network',
  ]);
});
