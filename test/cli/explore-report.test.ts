// What exploring found, as text.
import { expect, test } from 'vitest';
import { exploreData, renderExploreReport } from '../../src/cli/explore-report.ts';
import { pageFor } from '../../src/cli/page-for.ts';
import { explore } from '../../src/explore/explore.ts';
import { TIE } from '../explore/explored.ts';
import { scenarioOf } from '../simulated.ts';

const page = pageFor({ color: false, width: 60 });
const report = explore(scenarioOf(TIE), { vary: ['ties'], strategy: 'systematic' });

function rendered(some: Partial<typeof report>, spent = 0): string[] {
  const kept = (some.findings ?? report.findings).map(() => null);
  return renderExploreReport('a.py', { ...report, ...some }, kept, { spent, page }).split('\n');
}

test('the heading counts failures, and schedules a second where time was measured', () => {
  expect(rendered({})[0]).toBe('a.py: 1 failure in 6 schedules (systematic)');
  expect(rendered({}, 2)[0]).toBe('a.py: 1 failure in 6 schedules (systematic, 3 a second)');
  expect(rendered({ findings: [] })[0]).toBe('a.py: no failure in 6 schedules (systematic)');
  const two = [report.findings[0], report.findings[0]];
  expect(rendered({ findings: two })[0]).toBe('a.py: 2 failures in 6 schedules (systematic)');
});

test('the second line says what was covered', () => {
  expect(rendered({})[1]).toBe('exhaustive: 6 schedules cover every order');
  const coverage = { isExhaustive: false, note: 'schedules were drawn at random' };
  expect(rendered({ coverage })[1]).toBe('not exhaustive: schedules were drawn at random');
});

test('of many departures eight are listed', () => {
  const [finding] = report.findings;
  const departures = Array.from({ length: 11 }, (_, i) => ({
    ...finding.departures[0],
    text: `departure ${i}`,
  }));
  const lines = rendered({ findings: [{ ...finding, departures }] });
  expect(lines.filter((line) => line.startsWith('   - departure'))).toHaveLength(8);
  expect(lines).toContain('   - and 3 more');
});

test('advice is no failure', () => {
  const [finding] = report.findings;
  const advice = { ...finding, symptom: { ...finding.symptom, level: 'advice' } } as const;
  expect(rendered({ findings: [advice] })[0]).toContain('no failure');
  expect(exploreData('a.py', { ...report, findings: [advice] }, [null])).toMatchObject({
    status: 'passed',
  });
});
