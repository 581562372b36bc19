import { test } from 'vitest';
import { scenarioOf } from '/work/main/test/simulated.ts';
import { Simulation } from '/work/main/src/simulate.ts';
import { MemoryTrace } from '/work/main/src/trace/memory.ts';
test('x', () => {
  for (const body of ['for i in range(5):\n        pass', 'for i in range(5):\n        await asyncio.sleep(1)','i = 0\n    while i < 5:\n        i += 1', 'print(1)\n    print(2)\n    print(3)\n    print(3)\n    print(3)\n    print(3)\n    print(3)', 'for i in range(50): x=[i]*3']) for (const o of [1,2,3,5,8,13]) {
  const sc = scenarioOf('import asyncio\nasync def main():\n    '+body+'\nasyncio.run(main())\n');
  const s = new Simulation(sc); let n = 0;
  while (!s.advance({ handles: 1, operations: o })) if (n++ > 2000) break;
  console.log('|', JSON.stringify(body), o, n, s.outcome?.end);
  }
});
