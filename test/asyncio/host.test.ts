// The host of TypeScript programs: Python's repr for messages, JavaScript's order, reports that are
// kept.
import { describe, expect, test } from 'vitest';
import { KeyError, OSError } from '../../src/asyncio/exceptions.ts';
import { DefaultHost } from '../../src/asyncio/host.ts';
import * as sim from '../../src/index.ts';

const host = new DefaultHost();

describe('the default host', () => {
  test('shows values as Python does, as far as it knows them', () => {
    const error = new sim.ValueError('x', [1, 'y'], null);
    expect(host.repr(error)).toBe("ValueError('x', [1, 'y'], None)");
    expect([undefined, 5, 'a'].map((each) => host.repr(each))).toEqual(['None', '5', "'a'"]);
    expect(host.repr(new Map())).toBe('<Map>');
  });

  test('names what was thrown as the last line of a traceback does', () => {
    const texts: [unknown, string][] = [
      [new sim.InvalidStateError('Result is not set.'), 'InvalidStateError: Result is not set.'],
      [new sim.TimeoutError(), 'TimeoutError'],
      [new sim.ValueError('x', 1), "ValueError: ('x', 1)"],
      [new sim.ValueError(new sim.ValueError('inner')), 'ValueError: inner'],
      [new KeyError('a'), "KeyError: 'a'"],
      [new OSError(2, 'No such file'), 'OSError: [Errno 2] No such file'],
      [new OSError('full'), 'OSError: full'],
      [
        new sim.ExceptionGroup('two', [new sim.ValueError('a'), new sim.ValueError('b')]),
        'ExceptionGroup: two (2 sub-exceptions)',
      ],
      [new RangeError('too far'), 'RangeError: too far'],
      [new TypeError(), 'TypeError'],
      ['a text', 'a text'],
      [undefined, 'undefined'],
    ];
    expect(texts.map(([error]) => host.errorText(error))).toEqual(texts.map(([, text]) => text));
  });

  test('compares numbers and texts, and lists as Python does', () => {
    const pairs: [unknown, unknown][] = [
      [1, 2],
      ['a', 'b'],
      [
        [1, 2],
        [1, 3],
      ],
      [[1], [1, 0]],
      [
        [1, [2]],
        [1, [3]],
      ],
    ];
    expect(pairs.map(([a, b]) => [host.less(a, b), host.less(b, a), host.less(a, a)])).toEqual(
      pairs.map(() => [true, false, false]),
    );
  });

  test('keeps what the loop reports', () => {
    const own = new DefaultHost();
    const main = (function* (): Generator<unknown, void, unknown> {
      sim.getRunningLoop().callSoon(() => {
        throw new sim.ValueError('in callback');
      });
      yield* sim.sleep(0);
    })();
    sim.run(main, { host: own });
    expect(own.reports.map(({ exception }) => own.repr(exception))).toEqual([
      "ValueError('in callback')",
    ]);
    expect(own.reports[0].message).toMatch(/^Exception in callback /);
  });
});
