// A slip of the finger in a file that is right: one character too many, too few or another one.
// Whatever it hits, the loader neither throws nor hangs, and each mistake is told at a place of the
// file, with words. The slips are seeded, so a failure can be repeated.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadText, readCorpus } from './corpus.ts';

const folder = join(import.meta.dirname, '../../scenarios');
const scenarios = readdirSync(folder)
  .filter((name) => /\.(?:py|yaml|json)$/.test(name))
  .map((name) => ({
    format: name.slice(name.lastIndexOf('.') + 1),
    text: readFileSync(join(folder, name), 'utf8'),
  }));
const texts = [...scenarios, ...readCorpus().flatMap(({ mistakes }) => mistakes)];

const slip = fc.record({
  file: fc.nat(texts.length - 1),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(2),
  added: fc.constantFrom(...'', ...'()[]{}:,.#"\'\\-*&!%@|>=\t\n aA0_é', '\u0000', '\ud800', '😀'),
});

test('no slip makes the loader throw or tell something without a place', () => {
  fc.assert(
    fc.property(slip, ({ file, place, removed, added }) => {
      const { format, text } = texts[file]!;
      const at = Math.floor(place * text.length);
      const slipped = text.slice(0, at) + added + text.slice(at + removed);
      const lines = slipped.split(/\r\n|\r|\n/).length;
      const { scenario, diagnostics } = loadText(format, slipped);
      for (const { span, message } of diagnostics) {
        expect(message).not.toBe('');
        expect(span.line).toBeGreaterThanOrEqual(1);
        expect(span.line).toBeLessThanOrEqual(lines);
        expect(span.column).toBeGreaterThanOrEqual(1);
      }
      const hasError = diagnostics.some(({ severity }) => severity === 'error');
      expect(scenario === null).toBe(hasError);
    }),
    { seed: 14, numRuns: 1500 },
  );
});
