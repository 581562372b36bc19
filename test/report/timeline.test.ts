import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { columnsOf } from '../../src/base/columns.ts';
import { type Page, plainPage, plainStyle } from '../../src/report/page.ts';
import { renderTimeline } from '../../src/report/timeline.ts';
import { TimelineFold } from '../../src/report/timeline-fold.ts';
import { planRows } from '../../src/report/timeline-plan.ts';
import type { TraceEvent } from '../../src/trace/event.ts';
import { foldEvents } from '../../src/trace/fold.ts';
import { Script, semaphoreRun } from '../trace/script.ts';
import { eventsOf, type Life, lives, type StretchState } from './random-run.ts';

function draw(events: Iterable<TraceEvent>, page: Page = plainPage, rows?: number): string[] {
  const [fold] = foldEvents(events, new TimelineFold());
  return renderTimeline(fold.data(), page, rows).split('\n');
}

const simpleNames = fc.constantFrom('main', 'worker', 'db-writer', 'x');
const anyNames = fc.string({ unit: 'binary', maxLength: 30 });

describe('the timeline of fifty workers and a semaphore of five', () => {
  const lines = draw(semaphoreRun(50, 5).events());

  test('is titled, scaled and explained', () => {
    expect(lines[0]).toBe('51 tasks · 0 to 10 s · a column is 0.125 s');
    expect(lines[1].trim().split(/\s+/)).toEqual([
      '0',
      's',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
    ]);
    expect(lines.at(-1)).toBe('· awaiting  ░ waiting (slots)  ▓ holding (slots)  ✓ returned');
  });

  test('is a staircase: worker i waits i // 5 seconds and holds for one', () => {
    const rows = lines.slice(4, 54);
    rows.forEach((row, i) => {
      const batch = Math.floor(i / 5);
      const picture = '░'.repeat(8 * batch) + '▓'.repeat(8);
      expect(row).toBe(`Task-${i + 2}`.padEnd(8) + `worker ${`${picture}✓`.padEnd(81)}`);
    });
  });

  test('shows main awaiting all the time', () => {
    expect(lines[3]).toBe(`Task-1  main   ${'·'.repeat(80)}✓`);
  });

  test('has an ASCII form', () => {
    const ascii = draw(semaphoreRun(50, 5).events(), { ...plainPage, unicode: false });
    expect(ascii.join('')).toMatch(/^[\x20-\x7e]*$/);
    expect(ascii[20].trimEnd()).toBe(`Task-18 worker ${':'.repeat(24)}${'='.repeat(8)}v`);
  });
});

describe('any timeline', () => {
  const pages = fc.record({
    width: fc.integer({ min: 0, max: 200 }),
    unicode: fc.boolean(),
    style: fc.constant(plainStyle),
  });

  test.prop([lives(12, anyNames), pages, fc.integer({ min: 2, max: 20 })])(
    'has rows of one width, and no line wider than the page, whatever the names',
    (all, page, maximum) => {
      const lines = draw(eventsOf(all), page, maximum);
      const ruler = lines.findIndex((line) => /^ *[┬+][─┬╱+/-]+$/u.test(line));
      const [fold] = foldEvents(eventsOf(all), new TimelineFold());
      const count = planRows(fold.data(), maximum).length;
      const width = columnsOf(lines[ruler]);
      expect(count).toBeLessThanOrEqual(maximum);
      for (const row of lines.slice(ruler + 1, ruler + 1 + count)) {
        expect(columnsOf(row)).toBe(width);
      }
      for (const line of lines) {
        expect(columnsOf(line)).toBeLessThanOrEqual(Math.max(40, page.width));
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }
    },
  );

  test.prop([lives(8, simpleNames)])('never has more rows than asked for', (all) => {
    const repeated = Array.from({ length: 5 }, () => all).flat();
    const lines = draw(eventsOf(repeated.sort((a, b) => a.start - b.start)), plainPage, 6);
    const isRow = (line: string) => /^(main|worker|db-writer|x|alive|not drawn)/.test(line);
    expect(lines.filter(isRow).length).toBeLessThanOrEqual(6);
  });

  test.prop([lives(6, simpleNames)])('is the same drawn twice', (all) => {
    expect(draw(eventsOf(all))).toEqual(draw(eventsOf(all)));
  });

  test.prop([lives(6, simpleNames)])(
    'with colours is the same text once they are taken out',
    (all) => {
      const mark = (text: string) => `<${text}>`;
      const style = Object.fromEntries(Object.keys(plainStyle).map((key) => [key, mark]));
      const page = { ...plainPage, style: { ...plainStyle, ...style } };
      const coloured = draw(eventsOf(all), page).map((line) => line.replace(/[<>]/g, ''));
      expect(coloured).toEqual(draw(eventsOf(all)));
    },
  );
});

/** Start and end of each column in seconds, read off the title of a linear axis. */
function columnLength(all: readonly Life[]): number | null {
  const [fold] = foldEvents(eventsOf(all), new TimelineFold());
  const title = renderTimeline(fold.data(), plainPage).split('\n')[0];
  return title.includes('folds') ? null : Number(/a column is ([\d.]+) s/.exec(title)?.[1]);
}

const GLYPHS: Readonly<Record<StretchState, string>> = {
  ready: '▌',
  sleeping: '─',
  awaiting: '·',
  waiting: '░',
  holding: '▓',
  both: '▒',
};

describe('a column of a row', () => {
  test.prop([lives(5, simpleNames)], { numRuns: 300 })(
    'shows the state of its task at that time',
    (all) => {
      const rounded = columnLength(all);
      fc.pre(rounded !== null);
      const lines = draw(eventsOf(all));
      const chart = lines[2].indexOf('┬');
      // The ticks say exactly how long a column is; the title rounds.
      const ticks = [...lines[2]].flatMap((glyph, i) => (glyph === '┬' ? [i] : []));
      const perTick = ticks[1] - ticks[0];
      const step = Number((rounded! * perTick).toPrecision(1));
      const column = step / perTick;
      all.forEach((life, i) => {
        const cells = [...lines[3 + i]].slice(chart);
        const end = life.stretches[life.stretches.length - 1].to;
        cells.forEach((cell, place) => {
          const [from, to] = [place * column, (place + 1) * column];
          const around = life.stretches.filter((s) => s.from <= from - 1e-5 && s.to >= to + 1e-5);
          if (around.length === 1) expect(cell).toBe(GLYPHS[around[0].state]);
          if (to < life.start - 1e-5) expect(cell).toBe(' ');
          if (from > end + 1e-5 && life.outcome !== 'pending') expect(cell).toBe(' ');
        });
        const mark = { returned: '✓', raised: '✗', cancelled: '⊘', pending: '…' }[life.outcome];
        const last = cells.findLastIndex((cell) => cell !== ' ');
        expect(cells[last]).toBe(mark);
        if (life.outcome === 'pending') expect(last).toBe(cells.length - 1);
        else expect(Math.abs(last * column - end)).toBeLessThanOrEqual(column + 1e-5);
      });
    },
  );
});

describe('special runs', () => {
  test('no time at all: the axis counts iterations, and steps are drawn', () => {
    const script = new Script();
    const main = script.create('main');
    const hopper = script.at(0).start(main).create('hop');
    script.suspend(main, `task#${hopper}`).at(0).start(hopper).suspend(hopper, 'yield');
    script.at(0).resume(hopper).suspend(hopper, 'yield').at(0).resume(hopper).finish(hopper);
    script.at(0).resume(main).finish(main);
    const lines = draw(script.events(), { ...plainPage, width: 40 });
    expect(lines.slice(0, 2).join(' ')).toBe(
      '2 tasks · no virtual time passes: the axis counts iterations',
    );
    expect(lines[2].trim().split(/ +/)).toEqual(['0', '2', '4', '6']);
    const row = (name: string) => lines.find((line) => line.includes(name)) ?? '';
    expect(row(' main')).toMatch(/main +▌+█+·+█*✓ *$/u);
    expect(row(' hop')).toMatch(/hop +▌+█+✓ *$/u);
  });

  test('a long gap is folded, so that what is short beside it can be read', () => {
    const script = new Script();
    const poll = script.create('poll');
    script.at(0).start(poll).suspend(poll, 'sleep', 0.001);
    for (const time of [0.001, 0.002, 0.003]) {
      script
        .at(time)
        .resume(poll)
        .suspend(poll, 'sleep', time + 0.001);
    }
    script.at(0.004).resume(poll).suspend(poll, 'sleep', 3600);
    script.at(3600).resume(poll).suspend(poll, 'sleep', 3600.002).at(3600.002).resume(poll);
    const lines = draw(script.finish(poll, 'raised').events());
    expect(lines[0]).toBe(
      '1 task · 0 to 3600.002 s · a tick is 0.001 s · ╱╱ folds 3599.996 s without a change',
    );
    expect(lines[1]).toMatch(/^ +0 s +3600 s *$/);
    expect(lines[2].match(/╱+/g)).toEqual(['╱╱╱╱']);
    const gap = lines[2].indexOf('╱');
    // It wakes at 1, 2, 3 and 4 ms, where the gap begins, and where it ends.
    expect([...lines[3]].filter((glyph) => glyph === '┼').length).toBe(5);
    expect(lines[3].lastIndexOf('┼')).toBe(gap + 4);
    expect(lines[3].trimEnd().endsWith('✗')).toBe(true);
  });

  test('a task that blocks the loop runs, and the others are ready meanwhile', () => {
    const script = new Script();
    const [a, b] = [script.create('blocker'), script.create('sleeper')];
    script.at(0).start(a).suspend(a, 'sleep', 1).start(b).suspend(b, 'sleep', 2).at(1).resume(a);
    script.emit(a, 'clock.blocked', { seconds: 3 }).at(4, 2).finish(a).at(4).resume(b).finish(b);
    const lines = draw(script.events(), { ...plainPage, width: 60 });
    const second = (lines[2].length - lines[2].indexOf('┬') - 1) / 4;
    const picture = (line: string) => [...line].slice(lines[2].indexOf('┬')).join('');
    expect(picture(lines[3])).toBe(`${'─'.repeat(second)}${'█'.repeat(3 * second)}✓`);
    expect(picture(lines[4])).toBe(`${'─'.repeat(2 * second)}${'▌'.repeat(2 * second)}✓`);
  });

  test('tasks that never end are pending at the right edge', () => {
    const script = new Script();
    const main = script.create('main');
    script.at(0).start(main).suspend(main, 'event#1').at(1).emit(0, 'loop.stopped', {});
    const row = draw(script.events())[3];
    expect(row.endsWith('░…')).toBe(true);
  });

  test('a thousand tasks share rows: the staircase stays', () => {
    const lines = draw(semaphoreRun(1000, 5).events());
    expect(lines[0]).toBe('1001 tasks · 0 to 200 s · a column is 2.86 s · 60 rows');
    expect(lines.filter((line) => /^Task-\d+… +worker ×\d+/.test(line)).length).toBe(58);
    const counts = [...lines.join('\n').matchAll(/^Task.*×(\d+)/gm)].map((match) =>
      Number(match[1]),
    );
    expect(counts.reduce((a, b) => a + b)).toBe(1000);
    const firstHold = lines
      .filter((line) => /^Task-\d+… /.test(line))
      .map((line) => line.indexOf('▓'));
    expect(firstHold).toEqual([...firstHold].sort((a, b) => a - b));
    expect(lines.find((line) => line.startsWith('alive'))).toMatch(
      /worker ×1000 █+▇+▆+▅+▄+▃+▂+▁+ *$/,
    );
  });

  test('a run without tasks says so', () => {
    expect(draw([])).toEqual(['no tasks']);
  });
});
