// What a Python file says of its run in a comment: expectations, seed and limits, with places.
import { describe, expect, test } from 'vitest';
import { simulate } from '../simulated.ts';
import { load, mistakes } from './environment.ts';

const program = `"""Counts."""
# Anything else.
# sim:
#   name: counting
#   seed: 7
#   limits: { time: 1h, steps: 50 }
#   expect:
#     always: ["count <= 2"]
#
#     finally:
#       - count == 2
#       - result == 'done'

import asyncio

count = 0


async def main():
    global count
    for _ in range(2):
        count += 1
        await asyncio.sleep(1)
    return 'done'


asyncio.run(main())
`;

describe('a comment in a Python file', () => {
  test('says what the keys of a scenario say', () => {
    const { scenario, diagnostics } = load('program.py', program);
    expect(diagnostics).toEqual([]);
    const { name, seed, limits, expect: expected } = scenario!;
    expect([name, seed, [...limits]]).toEqual([
      'counting',
      7,
      [
        ['time', 3600],
        ['steps', 50],
      ],
    ]);
    const texts = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text);
    expect(texts(expected.always)).toEqual(['count <= 2']);
    expect(texts(expected.finally)).toEqual(['count == 2', "result == 'done'"]);
  });

  test('is judged as the program runs', () => {
    const held = simulate(program).outcome.verdicts.map(({ held }) => held);
    expect(held).toEqual([true, true, true]);
    const failing = program.replace('count <= 2', 'count < 2');
    const [first] = simulate(failing).outcome.verdicts;
    expect([first.held, first.time]).toEqual([false, 1]);
  });

  test('is not needed, and may be empty', () => {
    for (const text of ['x = 1\n', '# sim:\nx = 1\n', '# similar: things\n']) {
      const { scenario, diagnostics } = load('plain.py', text);
      expect(diagnostics).toEqual([]);
      expect([scenario?.name, scenario?.seed, scenario?.expect.always]).toEqual([
        'plain',
        null,
        [],
      ]);
    }
  });

  test('ends where the comment ends, whatever the end of lines', () => {
    const text = '# sim:\r\n#   seed: 3\r\n\r\n#   seed: 4\r\nx = 1\r\n';
    expect(load('x.py', text).scenario?.seed).toBe(3);
  });

  test('inside a string is text', () => {
    expect(load('x.py', 'x = """\n# sim:\n#   seed: 3\n"""\n').scenario?.seed).toBeNull();
  });
});

describe('a mistake in the comment is reported in its place', () => {
  test('an unknown key', () => {
    expect(mistakes('x.py', '# sim:\n#   params: { n: 1 }\n#   sed: 1\nx = 1\n')).toEqual([
      "2:5 unknown key 'params' (known keys: name, description, seed, expect, limits, explore)",
      "3:5 unknown key 'sed' (did you mean 'seed'?)",
    ]);
  });

  test('an unknown name in an expectation', () => {
    const text = 'count = 0\n# sim:\n#   expect:\n#     always: [cuont == 0]\n';
    expect(mistakes('x.py', text)).toEqual([
      "4:16 name 'cuont' is not defined (did you mean 'count'?)",
    ]);
  });

  test('a second comment', () => {
    expect(mistakes('x.py', '# sim:\n#   seed: 1\n\n# sim:\n#   seed: 2\n')).toEqual([
      "4:1 a second '# sim:' comment; the first is in line 1 (write one)",
    ]);
  });

  test('something else than keys', () => {
    expect(mistakes('x.py', '# sim:\n#   - seed\n')).toEqual([
      '2:5 expected a mapping, found a list (its keys are name, description, seed, expect, ' +
        'limits, explore)',
    ]);
  });
});
