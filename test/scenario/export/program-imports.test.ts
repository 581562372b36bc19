import { expect, test } from 'vitest';
import { SourceFile } from '../../../src/base/source-text.ts';
import { languageEnvironment } from '../../../src/lang/environment.ts';
import { parseModule } from '../../../src/lang/parse.ts';
import { printStatement } from '../../../src/lang/print.ts';
import type { Import, ImportFrom } from '../../../src/lang/tree.ts';
import { importsToKeep } from '../../../src/scenario/export/program-imports.ts';

test.each([
  ['import asyncio', null],
  ['import asyncio, json, time', 'import json'],
  ['import asyncio as aio', 'import asyncio as aio'],
  ['import random, math', null],
  ['import collections.abc', 'import collections.abc'],
  ['from asyncio import Queue, sleep', null],
  ['from asyncio import TimeoutError, CancelledError', null],
  ['from asyncio import sleep as nap, gather', 'from asyncio import sleep as nap'],
  ['from asyncio import *', 'from asyncio import *'],
  ['from time import sleep', 'from time import sleep'],
  ['from time import sleep as block', null],
  ['from time import monotonic as now', null],
  ['from __future__ import annotations', null],
  ['from random import choice', 'from random import choice'],
])('of %j a scenario keeps %j', (text, kept) => {
  const [node] = parseModule(new SourceFile(text), () => {}).body;
  const rest = importsToKeep(node as Import | ImportFrom, languageEnvironment());
  expect(rest === null ? null : printStatement(rest)).toBe(kept);
});
