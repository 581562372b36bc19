import { describe, expect, test } from 'vitest';
import { withLines } from '../../../src/lang/compile/line-notes.ts';
import { Simulation } from '../../../src/simulate.ts';
import { scenarioOf } from '../../simulated.ts';

const TEXT = `import asyncio
def double(n):
    return 2 * n
async def main():
    total = 0
    for i in range(2):
        total += double(i)
        if total > 5:
            print('never')
    await asyncio.sleep(0)
    return total
asyncio.run(main())
`;

function linesOf(text: string): { ran: number[]; all: number[]; result: string | null } {
  const ran: number[] = [];
  const simulation = new Simulation(scenarioOf(text), { onLine: (line) => ran.push(line) });
  const { result } = simulation.run();
  const all = [...(simulation.insides.machine.lines ?? [])].sort((a, b) => a - b);
  return { ran, all, result };
}

describe('lines that run', () => {
  test('are told in the order in which they run, and only those', () => {
    const { ran, result } = linesOf(TEXT);
    const inOrder = ran.filter((line, i) => line !== ran[i - 1]);
    const loop = [6, 7, 3, 7, 8];
    expect(inOrder).toEqual([1, 2, 4, 12, 5, ...loop, ...loop, 6, 10, 11, 1]);
    expect(result).toBe('2');
  });

  test('are those that have instructions', () => {
    expect(linesOf(TEXT).all).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(linesOf('x = 1\n\n# a remark\ny = (\n  2)\n').all).toEqual([1, 4]);
  });

  test('are not told by code that is compiled without', () => {
    const built = { operations: [], spans: [] };
    expect(withLines(built, null)).toBe(built);
    const simulation = new Simulation(scenarioOf(TEXT));
    simulation.run();
    expect(simulation.insides.machine.lines).toBe(null);
  });

  test('the same scenario runs with and without, in turn', () => {
    const scenario = scenarioOf(TEXT);
    const ran: number[] = [];
    const told = (): string | null =>
      new Simulation(scenario, { onLine: (line) => ran.push(line) }).run().result;
    expect([told(), new Simulation(scenario).run().result, told()]).toEqual(['2', '2', '2']);
    expect(ran.length % 2).toBe(0);
    expect(ran.slice(0, ran.length / 2)).toEqual(ran.slice(ran.length / 2));
  });
});
