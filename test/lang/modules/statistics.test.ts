import { expect, test } from 'vitest';
import { statisticsModule } from '../../../src/lang/modules/statistics.ts';
import { expectRecorded } from './recorded.ts';

test('means, medians, modes, spreads and quantiles are CPython’s', () => {
  expectRecorded('statistics');
});

test('NormalDist is not there', () => {
  expect(statisticsModule.attributes.has('NormalDist')).toBe(false);
});
