import { expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { analyse } from '../../src/lang/analyse.ts';
import { check, type Environment } from '../../src/lang/check.ts';
import { parseModule } from '../../src/lang/parse.ts';
import { checked } from './checked.ts';

test('every rule speaks, all at once', () => {
  const found = checked('import socket', 'await foo', 'len()', 'async def f(): pass', 'f()');
  expect(found.map((line) => line.split(' ')[1]).sort((a, b) => (a < b ? -1 : 1))).toEqual([
    'call',
    'never-awaited',
    'placement',
    'unknown-name',
    'unsupported',
  ]);
});

test('a program that is right gets no word', () => {
  expect(
    checked(
      'import asyncio',
      'class Account:',
      '    def __init__(self, amount=0):',
      '        self.amount = amount',
      '        self.lock = asyncio.Lock()',
      '    async def add(self, n):',
      '        async with self.lock:',
      '            await asyncio.sleep(0.1)',
      '            self.amount += n',
      'async def main():',
      '    account = Account()',
      '    await asyncio.gather(*(account.add(i) for i in range(3)))',
      '    return account.amount',
      "if __name__ == '__main__':",
      '    print(asyncio.run(main()))',
    ),
  ).toEqual([]);
});

test('names that are at hand mean what they would mean after an import', () => {
  const environment: Environment = {
    builtins: new Map(),
    modules: new Map([['asyncio', new Map([['sleep', { signature: 'sleep(delay)' }]])]]),
    atHand: new Map([
      ['asyncio', { module: 'asyncio', member: null }],
      ['sleep', { module: 'asyncio', member: 'sleep' }],
    ]),
    extraNames: new Set(['result']),
  };
  const module = parseModule(new SourceFile('sleep(result)\nasyncio.sleep()\n'), () => {});
  const found = check(module, analyse(module), environment).map(({ message }) => message);
  expect(found).toEqual([
    "coroutine 'sleep' is called and dropped: its body never runs",
    "coroutine 'sleep' is called and dropped: its body never runs",
    "sleep() missing 1 required positional argument: 'delay'",
  ]);
});
