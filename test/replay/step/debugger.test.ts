import { describe, expect, test } from 'vitest';
import { reply } from '../../../src/replay/step/debugger.ts';
import { debuggerOf, said } from './spoken.ts';

describe('the debugger', () => {
  test('knows commands by name, short form and beginning', () => {
    const one = said(debuggerOf(), 'step');
    expect(one.split('\n')[0]).toBe('step 1 at 0 s, iteration 1: step of Task-1 (main)');
    expect([said(debuggerOf(), 's'), said(debuggerOf(), ' ste 1 ')]).toEqual([one, one]);
  });

  test('does the last command again for an empty line', () => {
    const to = debuggerOf();
    expect(reply(to, '')).toEqual({ text: '', isRefused: false, isOver: false });
    expect(said(to, 's', '', '')).toMatch(/^step 3 /);
  });

  test('says what was expected where it is spoken to otherwise', () => {
    const to = debuggerOf();
    expect(reply(to, 'stp')).toEqual({
      text: "stp: expected a command (help lists them), found 'stp'; did you mean 'step'?\n",
      isRefused: true,
      isOver: false,
    });
    expect(said(to, 'l\u001b[1m')).toBe(
      "l\\x1b[1m: expected a command (help lists them), found 'l\\x1b[1m'\n",
    );
    expect(said(to, 't')).toBe(
      "t: expected a task's number or name, since this step is of none, found nothing\n",
    );
    expect(said(to, 'rev')).toContain("found 'rev'; it may be reverse-step, reverse-iteration, ");
  });

  test('is over with quit', () => {
    expect([reply(debuggerOf(), 'q').isOver, reply(debuggerOf(), 'quit').isOver]).toEqual([
      true,
      true,
    ]);
  });

  test('helps with every command, in a hundred columns', () => {
    const to = debuggerOf();
    const all = said(to, 'help');
    for (const name of to.completions('')) {
      expect(all).toContain(` ${name}`);
      expect(said(to, `help ${name}`).startsWith(name)).toBe(true);
    }
    const wide = [all, said(to, 'help break')].flatMap((text) =>
      text.split('\n').filter((line) => line.length > 100),
    );
    expect(wide).toEqual([]);
    expect(to.completions('reverse-s')).toEqual(['reverse-step']);
  });

  test('greets with the name of the program', () => {
    expect(debuggerOf().greeting()).toBe(
      'spec.py, before its first step; help lists the commands\n',
    );
  });
});
