// The strategies by name, made for one program.

import type { ChoiceKind } from '../../kernel/policy.ts';
import type { ExploreLimits } from '../limits.ts';
import type { RunLog } from '../orders/run-log.ts';
import type { Strategy } from '../strategy.ts';
import { Mixed } from './mixed.ts';
import { Pct } from './pct.ts';
import { RandomWalk } from './random-walk.ts';
import { Systematic } from './systematic.ts';

export const STRATEGIES = ['mixed', 'systematic', 'random', 'pct'] as const;
export type StrategyName = (typeof STRATEGIES)[number];

/** What a strategy may need to know; the counts are those of the default run. */
export interface StrategySetting {
  /** Of the strategy's own draws. */
  readonly seed: number;
  /** Of the program's random numbers by default. */
  readonly programSeed: number;
  readonly kinds: ReadonlySet<ChoiceKind>;
  readonly questions: number;
  readonly cancelPoints: number;
  /** The log of the run that was planned last. */
  readonly log: () => RunLog;
  /** Why a search cannot be exhaustive; null for no reason. */
  readonly reservation: string | null;
  /** Why it cannot be where durations vary; null for no reason. */
  readonly clockReservation: string | null;
  readonly limits: ExploreLimits;
}

export function strategyNamed(name: StrategyName, setting: StrategySetting): Strategy {
  const ties = setting.kinds.has('ties');
  const systematic = new Systematic({ ...setting, ties, seed: setting.programSeed });
  switch (name) {
    case 'systematic':
      return systematic;
    case 'random':
      return new RandomWalk(setting);
    case 'pct':
      return new Pct(setting);
    case 'mixed':
      return new Mixed(systematic, [new Pct(setting), new RandomWalk(setting)]);
  }
}
