// One run of a small program, as a search over orders sees it.
import { AskedPolicy } from '../../../src/explore/asked-policy.ts';
import type { EarlierSets } from '../../../src/explore/orders/earlier-sets.ts';
import { RunLog, type RunRecord } from '../../../src/explore/orders/run-log.ts';
import type { Asked } from '../../../src/explore/schedule.ts';
import { scenarioSubject } from '../../../src/explore/subject.ts';
import { finished } from '../../../src/explore/work.ts';
import type { ChoiceKind, DurationRange } from '../../../src/kernel/policy.ts';
import { scenarioOf } from '../../simulated.ts';

export interface Logged {
  readonly record: RunRecord;
  readonly asked: readonly Asked[];
  readonly rangeOf: (question: number) => DurationRange;
}

export type LengthOf = (range: DurationRange, index: number) => number;

/**
 * Runs a module; drawn durations are as they are drawn unless `lengthOf` says otherwise, by the
 * number of the question.
 */
export function loggedModule(
  text: string,
  lengthOf: LengthOf = ({ nominal }) => nominal,
  knowsPlaces = true,
): Logged {
  const subject = scenarioSubject(scenarioOf(text));
  const kinds = new Set<ChoiceKind>(['timing', 'ties']);
  const policy = new AskedPolicy({ kinds, jitter: null }, ({ range, index }) =>
    range === null ? null : lengthOf(range, index),
  );
  const log = new RunLog({ knowsPlaces, countsDraws: true, moments: 100 });
  finished(subject.run(policy, 1, null, [log]));
  const { asked } = policy;
  return { record: log.record(), asked, rangeOf: (at) => asked[at].range as DurationRange };
}

/** As `loggedModule`, of the body of main, where `nap(least, most)` sleeps for a drawn time. */
export function logged(body: string, lengths: readonly number[] = []): Logged {
  const text = [
    'import asyncio, random, time',
    'async def nap(least, most):',
    '    await asyncio.sleep(random.uniform(least, most))',
    'async def main():',
    ...body
      .trim()
      .split('\n')
      .map((line) => `    ${line}`),
    'asyncio.run(main())',
  ].join('\n');
  return loggedModule(text, ({ nominal }, index) => lengths[index] ?? nominal);
}

/** By index: the earlier ones in its set. */
export function rowsOf(sets: EarlierSets): number[][] {
  return Array.from({ length: sets.count }, (_, at) => sets.of(at));
}
