import { describe, expect, test } from 'vitest';
import { causesOf } from '../../../src/replay/step/causes.ts';
import { finish } from '../../../src/replay/step/stepper.ts';
import { stepperOf } from './spoken.ts';

describe('the causes of an event', () => {
  test('lead to the start of the run, each the cause of the one before', () => {
    const stepper = stepperOf();
    finish(stepper.goTo(8));
    const { log } = stepper.run;
    const last = log.event(log.count)!;
    const { chain, isCut } = causesOf(log, last);
    expect(isCut).toBe(false);
    expect(chain[0]).toEqual(last);
    expect(chain.slice(0, -1).map(({ cause }) => cause)).toEqual(
      chain.slice(1).map(({ seq }) => seq),
    );
    expect(chain.at(-1)?.cause).toBe(0);
  });

  test('are followed for twenty steps', () => {
    const text = `import asyncio
async def main():
    for i in range(50):
        await asyncio.sleep(0)
asyncio.run(main())
`;
    const stepper = stepperOf(text);
    finish(stepper.goTo(40));
    const { log } = stepper.run;
    const { chain, isCut } = causesOf(log, log.event(log.count)!);
    expect([chain.length, isCut]).toEqual([20, true]);
  });
});
