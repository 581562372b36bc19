// A small share of `npm run test:traces`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawPrograms } from '../conformance/programs.ts';
import { recorded } from '../replay/programs.ts';
import { damaged, drawDamages, unnoticed } from './damages.ts';
import { rerunDifference, steppingDifference } from './rerun.ts';

const SEED = 20261128;
const programs = drawPrograms(21, SEED);

describe(`programs of seed ${SEED}`, () => {
  test.each(programs)('$theme $place is replayed, and recorded again alike', ({ text }) => {
    expect(rerunDifference(text, recorded(text).trace)).toBe(null);
  });

  test.each(programs.slice(0, 12))(
    '$theme $place: every step back and forward again shows the same',
    ({ text }) => {
      const { steps, difference } = steppingDifference(recorded(text).trace);
      expect(difference).toBe(null);
      expect(steps).toBeGreaterThan(0);
    },
  );
});

describe('damage of one byte', () => {
  const traces = programs.slice(0, 10).map(({ text }) => recorded(text).trace);

  test(`is noticed, 300 times with seed ${SEED}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'sim-traces-'));
    const found = drawDamages(300, traces.length, SEED).map((damage) =>
      unnoticed(traces[damage.trace], damage, join(folder, 'damaged.jsonl')),
    );
    rmSync(folder, { recursive: true });
    expect(found.filter((each) => each !== null)).toEqual([]);
  });

  test('changes one byte, in the part that is meant', () => {
    const [trace] = traces;
    const whole = Buffer.from(trace);
    for (const damage of drawDamages(100, 1, SEED)) {
      const [bytes, at] = damaged(trace, damage);
      const others = [...bytes.keys()].filter((i) => bytes[i] !== whole[i]);
      expect(others).toEqual([at]);
      if (damage.part === 'header') expect(at).toBeLessThanOrEqual(whole.indexOf(10));
      if (damage.part === 'end line') expect(whole.toString('utf8', at)).not.toMatch(/\n./);
    }
  });
});
