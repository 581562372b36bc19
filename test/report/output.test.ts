import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { MAXIMUM_LINE, outputLines, renderOutput } from '../../src/report/output.ts';
import { plainPage } from '../../src/report/page.ts';
import { Script } from '../trace/script.ts';

type Piece = readonly [time: number, text: string, stream?: 'stdout' | 'stderr'];

function printed(...pieces: Piece[]): string[] {
  return renderOutput(linesOf(...pieces), plainPage).split('\n');
}

function linesOf(...pieces: Piece[]) {
  const script = new Script();
  for (const [time, text, stream = 'stdout'] of pieces) {
    script.at(time).emit(2, 'output.written', { stream, text });
  }
  return outputLines(script.events());
}

describe('program output', () => {
  test('has its virtual time before each line, aligned', () => {
    expect(
      printed([0, 'start\n'], [1, 'worker 3 starts\n'], [12.5, 'a\nb\n'], [99999, 'c\n']),
    ).toEqual([
      '    0.000  start',
      '    1.000  worker 3 starts',
      '   12.500  a',
      '   12.500  b',
      '99999.000  c',
    ]);
  });

  test('joins the pieces of a line under the time of the first', () => {
    expect(printed([1, 'work'], [2, 'ing'], [3, ' done\nnext'], [4, '!\n'])).toEqual([
      '    1.000  working done',
      '    3.000  next!',
    ]);
  });

  test('keeps stdout and stderr apart', () => {
    expect(printed([1, 'out'], [2, 'warning\n', 'stderr'], [3, 'put\n'])).toEqual([
      '    2.000  warning',
      '    1.000  output',
    ]);
  });

  test('keeps empty lines, and a last line without an end', () => {
    expect(linesOf([1, '\n\n'], [2, 'rest']).map(({ text, isEnded }) => [text, isEnded])).toEqual([
      ['', true],
      ['', true],
      ['rest', false],
    ]);
  });

  test('shows control characters as escapes, but keeps tabs', () => {
    expect(printed([0, '\x1b[2J\rboo\ta\n'])).toEqual(['    0.000  \\x1b[2J\\rboo\ta']);
  });

  test('bounds a line, and says what is left out', () => {
    const [line] = linesOf([0, 'x'.repeat(MAXIMUM_LINE - 1)], [1, 'yyy'], [2, 'z\n']);
    expect(line.text.length).toBeLessThan(MAXIMUM_LINE + 100);
    expect(line.text.endsWith('xy (3 more characters)')).toBe(true);
  });

  test.prop([fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n') }))])(
    'is the text that was printed, line by line',
    (texts) => {
      const whole = texts.join('');
      const lines = linesOf(...texts.map((text): Piece => [0, text]));
      const expected = whole.split('\n');
      if (expected.at(-1) === '') expected.pop();
      expect(lines.map(({ text }) => text)).toEqual(expected);
    },
  );
});
