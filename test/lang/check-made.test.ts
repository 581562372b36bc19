import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-text.ts';
import { analyse } from '../../src/lang/analyse.ts';
import { Definitions } from '../../src/lang/check-definitions.ts';
import { blocksOf, MadeThings } from '../../src/lang/check-made.ts';
import { walk } from '../../src/lang/check-walk.ts';
import { parseModule } from '../../src/lang/parse.ts';
import { environment } from '../scenario/environment.ts';

const program = `import asyncio
async def co(): return 1
async def numbers(): yield 1
def walk(): yield 1
def nothing(): print(1)
def something(): return 1
@decorated
def unknown(): pass
lock = asyncio.Lock()
twice = 1
twice = co()
once = co()
`;

/** What an expression at the end of the program gives, as `kind name type`. */
function made(expression: string): string | null {
  const module = parseModule(new SourceFile(`${program}${expression}\n`), () => {});
  const scopes = analyse(module);
  const definitions = new Definitions(scopes, environment);
  walk(module, scopes, [definitions]);
  const things = new MadeThings(definitions);
  let found: string | null = null;
  walk(module, scopes, [
    {
      statement(node, place) {
        if (node.kind !== 'Expr') return;
        const result = things.madeBy(node.value, place);
        found = result === null ? null : `${result.kind} ${result.name} ${result.type}`;
      },
    },
  ]);
  return found;
}

describe('what an expression gives', () => {
  test.each([
    ['co()', 'coroutine co coroutine'],
    ['numbers()', 'async generator numbers async_generator'],
    ['walk()', 'generator walk generator'],
    ['nothing()', 'value nothing NoneType'],
    ['something()', null],
    ['unknown()', null],
    ['once', 'coroutine co coroutine'],
    ['twice', null],
    ['lock', 'object Lock asyncio.locks.Lock'],
    ['lock.acquire()', 'coroutine Lock.acquire coroutine'],
    ['lock.release()', 'value Lock.release NoneType'],
    ['lock.locked()', 'value Lock.locked bool'],
    ['asyncio.sleep(1)', 'coroutine sleep coroutine'],
    ['asyncio.create_task(co())', 'task create_task Task'],
    ['[1]', 'value list list'],
    ['None', 'value NoneType NoneType'],
    ["f'x'", 'value str str'],
    ['print(1)', 'value print NoneType'],
  ])('%s gives %s', (expression, expected) => {
    expect(made(expression)).toBe(expected);
  });
});

test('the blocks of a statement are those of the same function', () => {
  const { body } = parseModule(
    new SourceFile('if 1:\n  pass\nelse:\n  break\ndef f():\n  pass\n'),
    () => {},
  );
  expect(blocksOf(body[0]!).map((block) => block.map(({ kind }) => kind))).toEqual([
    ['Pass'],
    ['Break'],
  ]);
  expect(blocksOf(body[1]!)).toEqual([]);
});
