import { describe, expect, test } from 'vitest';
import { graphFunctions, write } from '../../../../src/lang/modules/asyncio/graph.ts';
import { mainPrints, simulate } from '../../../simulated.ts';
import { plainInterpreter } from '../../objects/plain-interpreter.ts';
import { expectRecorded, namesUsed } from './recorded.ts';

describe('call graphs', () => {
  test('print what CPython 3.14.2 prints, of every wait that asyncio has', () =>
    expectRecorded('call-graphs'));

  test('have all their functions called there', () => {
    const used = namesUsed('call-graphs');
    expect(graphFunctions.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  test('show addresses that are the same in every run', () => {
    const body = 'asyncio.print_call_graph()\nprint(hex(id(asyncio.current_task())))';
    const lines = mainPrints(body.replace('\n', '; '));
    expect(lines[0]).toBe(`* Task(name='Task-1', id=${lines.at(-1)})`);
    expect(mainPrints(body.replace('\n', '; '))).toEqual(lines);
  });

  test('show an asynchronous generator that runs', () => {
    const { stdout } = simulate(
      `
import asyncio
async def items():
    await asyncio.sleep(0)
    asyncio.print_call_graph(depth=2)
    yield 1
async def main():
    async for item in items():
        pass
asyncio.run(main())
`.trimStart(),
    );
    expect(stdout.split('\n').slice(1)).toEqual([
      '  + Call stack:',
      "  |   File 'spec.py', line 4, in async generator items()",
      "  |   File 'spec.py', line 7, in async main()",
      '',
    ]);
  });

  test('go round a ring only so far', () => {
    const lines = mainPrints(`
      one, other = asyncio.Future(), asyncio.Future()
      asyncio.future_add_to_awaited_by(one, other)
      asyncio.future_add_to_awaited_by(other, one)
      try:
          asyncio.capture_call_graph(one)
      except RecursionError as error:
          print(error)
    `);
    expect(lines).toEqual(['maximum recursion depth exceeded']);
  });

  test('go to a file that can write, or to stdout', () => {
    const run = plainInterpreter();
    write(run, null, 'text');
    expect(run.output).toEqual(['text']);
  });
});
