import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../../src/replay/replay.ts';
import { conditionOf } from '../../../src/replay/step/condition.ts';
import { variablesOf } from '../../../src/replay/step/read-run.ts';
import { finish, Stepper, type Stop } from '../../../src/replay/step/stepper.ts';
import { recorded } from '../programs.ts';
import { stepperOf } from './spoken.ts';

function condition(text: string, stepper = stepperOf()): Stop {
  const found = conditionOf(text, stepper.run);
  if ('mistake' in found) throw new Error(found.mistake);
  return found;
}

function mistake(text: string): string {
  const found = conditionOf(text, stepperOf().run);
  return 'mistake' in found ? found.mistake : '';
}

describe('a condition', () => {
  test('holds where it becomes true, and not while it stays so', () => {
    const stepper = stepperOf();
    const stop = condition('total > 0', stepper);
    const values: string[] = [];
    while (finish(stepper.forward([stop])).length > 0) {
      values.push(variablesOf(stepper.run).find(([name]) => name === 'total')?.[1] ?? '');
    }
    expect(values).toEqual(['1']);
    expect(stepper.run.result?.divergence).toBe(null);
    finish(stepper.back([stop]));
    expect(variablesOf(stepper.run)[0]).toEqual(['total', '1']);
  });

  test('that raises is not true', () => {
    const stepper = stepperOf();
    expect(finish(stepper.forward([condition('total / 0 > 1', stepper)]))).toEqual([]);
    expect(stepper.run.result?.divergence).toBe(null);
  });

  test('sees names that are bound later', () => {
    const text =
      'import asyncio\nasync def main():\n    global late\n    await asyncio.sleep(1)\n' +
      '    late = 5\nasyncio.run(main())\n';
    const stepper = stepperOf(text);
    expect(finish(stepper.forward([condition('late == 5', stepper)])).length).toBe(1);
    expect(stepper.run.view().time).toBe(1);
  });

  test('of a scenario knows its words', () => {
    const text = 'state: {n: 0}\nmain:\n  - n = 1\n  - await sleep(2)\n  - n = 2\n';
    const stepper = new Stepper(sourceOf(recorded(text, {}, 'spec.yaml').trace));
    expect(finish(stepper.forward([condition('n == 2 and now() == 2', stepper)])).length).toBe(1);
  });

  test('with a mistake is refused in the words of the checker', () => {
    expect(mistake('totl > 0')).toBe("name 'totl' is not defined");
    expect(mistake('total =')).toBe(
      "invalid syntax: expected an expression, found '='; '=' assigns; to compare, write '=='",
    );
    expect(mistake('')).toBe('invalid syntax: expected an expression, found end of text');
  });
});
