import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { observe, observedOf } from './observe.ts';
import { programOf } from './random-program.ts';

test('fuzz', () => {
  const lines = readFileSync('/tmp/fuzz/' + (process.env.FUZZ ?? 'a.jsonl'), 'utf8')
    .trim()
    .split('\n');
  let bad = 0;
  const st = new Map<string, number>();
  let nobs = 0;
  for (const line of lines) {
    const r = JSON.parse(line);
    const k = r.status.split(/[ (]/).slice(0, 2).join(' ');
    st.set(k, (st.get(k) ?? 0) + 1);
    nobs += r.observations.length;
    let got: unknown;
    try {
      got = observe(programOf(r.program));
      expect(got).toEqual(observedOf(r));
    } catch (e) {
      if (bad++ < 6)
        console.log(
          r.name,
          JSON.stringify(r.program),
          String((e as Error).message).slice(0, 300),
          (e as Error).stack?.slice(0, 600),
          JSON.stringify(got).slice(0, 1500),
          '\n',
          JSON.stringify(observedOf(r)).slice(0, 1500),
        );
    }
  }
  console.log(
    'bad',
    bad,
    'of',
    lines.length,
    [...st].filter(([k]) => !k.startsWith('returned')).join(' '),
    nobs,
  );
  expect(bad).toBe(0);
}, 600000);
