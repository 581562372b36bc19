// Module contextvars as programs see it; its messages are recorded in the odd programs of the
// conformance suite.
import { expect, test } from 'vitest';
import {
  contextClass,
  contextVarClass,
  contextvarsModule,
  tokenClass,
} from '../../../src/lang/modules/contextvars.ts';
import { mainPrints, simulate } from '../../simulated.ts';

test('holds what CPython’s holds', () => {
  expect(contextvarsModule.name).toBe('contextvars');
  expect([...contextvarsModule.attributes.keys()]).toEqual([
    'Context',
    'ContextVar',
    'Token',
    'copy_context',
  ]);
  for (const cls of [contextClass, contextVarClass, tokenClass]) {
    expect([cls.isFinal, cls.messageName]).toEqual([true, `_contextvars.${cls.name}`]);
  }
});

/** What a Python program prints; the lines were compared with CPython 3.14.2's. */
function lines(text: string): string[] {
  return simulate(text).stdout.trimEnd().split('\n');
}

test('reprs show addresses of the run', () => {
  const text = `
import contextvars
var = contextvars.ContextVar('var', default=1)
token = var.set(2)
print(var)
print(token)
print(contextvars.copy_context(), contextvars.copy_context().keys())
`;
  expect(lines(text)).toEqual([
    "<ContextVar name='var' default=1 at 0x7f0000000010>",
    "<Token var=<ContextVar name='var' default=1 at 0x7f0000000010> at 0x7f0000000020>",
    '<_contextvars.Context object at 0x7f0000000030> <keys object at 0x7f0000000040>',
  ]);
});

test('a context that is entered is named in the error', () => {
  const text = `
import contextvars
context = contextvars.copy_context()
try:
    context.run(context.run, print)
except RuntimeError as e:
    print(e)
`;
  expect(lines(text)).toEqual([
    'cannot enter context: <_contextvars.Context object at 0x7f0000000010> is already entered',
  ]);
});

test('a loop is run inside of a context by ctx.run(asyncio.run, main())', () => {
  const text = `
import asyncio, contextvars
var = contextvars.ContextVar('var', default='unset')
async def main():
    print(var.get())
    var.set('main')
    return 5
context = contextvars.copy_context()
context.run(var.set, 'given')
print(context.run(asyncio.run, main()), var.get(), context[var])
try:
    context.run(lambda: asyncio.run(main()))
except RuntimeError as e:
    print(e)
`;
  expect(lines(text)).toEqual([
    'given',
    '5 unset given',
    'a loop can be run by plain calls from the module only',
  ]);
});

test('create_task refuses what is no context', () => {
  const prints = mainPrints(`
    async def nothing():
        pass
    coroutine = nothing()
    try:
        asyncio.create_task(coroutine, context=5)
    except TypeError as e:
        print(e)
    coroutine.close()
  `);
  expect(prints).toEqual(['a Context was expected, got 5']);
});
