import { describe, expect, test } from 'vitest';
import { count, nearest, none, refuse, seconds, task } from '../../../src/replay/step/arguments.ts';
import { Session } from '../../../src/replay/step/session.ts';
import { plainPage } from '../../../src/report/page.ts';
import { steppedTo } from './spoken.ts';

const session = (): Session => new Session(steppedTo(1), plainPage);

describe('what stands behind a command', () => {
  test('is a count, or what stands for none', () => {
    expect([count('', 'steps'), count('12', 'steps'), count('0', 'steps', null, 0)]).toEqual([
      1, 12, 0,
    ]);
    expect(() => count('x', 'a number of steps')).toThrow("expected a number of steps, found 'x'");
    expect(() => count('0', 'a number of steps')).toThrow("expected a number of steps, found '0'");
    expect(() => count('', 'a line', null)).toThrow('expected a line, found nothing');
  });

  test('is a time, or one from now', () => {
    expect([seconds('2.5', 1), seconds('+1', 1), seconds('-.5 s', 1)]).toEqual([2.5, 2, 0.5]);
    const wrong = "expected virtual seconds: 2.5, or +1 from now, found '1e3'";
    expect(() => seconds('1e3', 0)).toThrow(wrong);
  });

  test('is a task by number or name', () => {
    expect([task(session(), '2'), task(session(), 'second')]).toEqual([2, 2]);
    expect(() => task(session(), '9')).toThrow("expected a task that was made already, found '9'");
    expect(() => task(session(), 'secnd')).toThrow(
      "expected a task's number or name, found 'secnd'; did you mean 'second'?",
    );
  });

  test('is one task, where several have the name', () => {
    const text = `import asyncio
async def main():
    await asyncio.gather(*[asyncio.create_task(asyncio.sleep(1), name='nap') for _ in 'ab'])
asyncio.run(main())
`;
    expect(() => task(new Session(steppedTo(1, text), plainPage), 'nap')).toThrow(
      "expected the name of one task, found 'nap'; give a number: 2, 3",
    );
  });

  test('is nothing', () => {
    none('');
    expect(() => none('now')).toThrow("expected nothing behind it, found 'now'");
  });

  test('is refused with a hint, made printable', () => {
    expect(() => refuse('a word', 'x\u001b', 'try y')).toThrow(
      "expected a word, found 'x\\x1b'; try y",
    );
    expect([nearest('lok', ['lock', 'event']), nearest('x', ['lock'])]).toEqual([
      "did you mean 'lock'?",
      '',
    ]);
  });
});
