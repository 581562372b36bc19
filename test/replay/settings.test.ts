import { describe, expect, test } from 'vitest';
import { headerOf, scenarioOf, settingsOf } from '../../src/replay/settings.ts';
import { DEFAULT_LIMITS } from '../../src/simulate.ts';
import type { TraceHeader } from '../../src/trace/header.ts';
import { scenarioOf as loaded } from '../simulated.ts';

const TEXT = 'name: spec\nparams: { n: 5 }\nmain: ["log(n)"]\n';
const SETTINGS = {
  argv: ['spec.yaml', '-v'],
  debug: true,
  epoch: 12.5,
  file: 'spec.yaml',
  limits: { ...DEFAULT_LIMITS, tasks: 7 },
  policy: null,
  pool: 3,
  seed: 9,
  source: TEXT,
  strict314: true,
  ties: 'heapq',
  until: 60,
} as const;

describe('the settings of a run', () => {
  test('come back from the header of its trace', () => {
    const header = headerOf(loaded(TEXT, 'spec.yaml'), SETTINGS);
    expect(settingsOf(header, null)).toEqual(SETTINGS);
  });

  test('are the defaults where none are given', () => {
    const header = headerOf(loaded(TEXT, 'spec.yaml'), { file: 'spec.yaml', source: TEXT });
    const { until, ...rest } = settingsOf(header, null) as typeof SETTINGS;
    expect(until).toBeUndefined();
    expect(rest).toEqual({
      ...{ argv: ['spec.yaml'], debug: false, epoch: 1_700_000_000, file: 'spec.yaml' },
      ...{ limits: DEFAULT_LIMITS, policy: null, pool: 32, seed: 1, source: TEXT },
      ...{ strict314: false, ties: 'fifo' },
    });
  });

  test.each([
    [{ ties: 'lifo' }, 'the header: ties are fifo or heapq, found "lifo"'],
    [{ seed: '1e30' }, 'the header: the seed is too large'],
    [{ limits: [['steps', 1]] }, "the header: the limit 'instantSteps' is missing"],
    [{ limits: [...Object.entries(DEFAULT_LIMITS), ['other', 1]] }, 'the header: unknown limits'],
  ])('are refused where no run has them: %j', (wrong, message) => {
    const header = headerOf(loaded(TEXT, 'spec.yaml'), SETTINGS);
    expect(() => settingsOf({ ...header, ...wrong } as TraceHeader, null)).toThrow(message);
  });
});

describe('the scenario of a trace', () => {
  const header = headerOf(loaded(TEXT, 'spec.yaml'), SETTINGS);

  test('has the parameters of the run', () => {
    expect(scenarioOf({ ...header, params: [['n', '6']] }).params[0].value).toMatchObject({
      type: 'int',
      value: 6,
    });
  });

  test('is refused where its text is not what was hashed, or no scenario', () => {
    const { source } = header;
    expect(() => scenarioOf({ ...header, source: { ...source, text: `${TEXT} ` } })).toThrow(
      'the header: its text is not the one that it has the hash of',
    );
    expect(() => scenarioOf({ ...header, source: { ...source, name: 'spec.txt' } })).toThrow(
      'the header: spec.txt is not a scenario that this sim can run',
    );
    expect(() => scenarioOf({ ...header, params: [['m', '6']] })).toThrow(
      'the header: spec.yaml is not a scenario that this sim can run',
    );
  });
});
