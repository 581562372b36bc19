// What stands behind the name of a debugger's command: counts, times, tasks, objects. Each reader
// gives the value or refuses with what was expected and what was found.

import { printable } from '../../base/printable.ts';
import { suggest } from '../../lang/suggest.ts';
import { Refusal, type Session } from './session.ts';

/** Refuses: `step: expected a number of steps, found 'x'`. */
export function refuse(expected: string, found: string, hint = ''): never {
  const what = found === '' ? 'nothing' : `'${printable(found)}'`;
  throw new Refusal(`expected ${expected}, found ${what}${hint === '' ? '' : `; ${hint}`}`);
}

/** `; did you mean 'x'?` as a hint, or nothing. */
export function nearest(word: string, known: Iterable<string>): string {
  const near = suggest(word, known);
  return near === null ? '' : `did you mean '${printable(near)}'?`;
}

/** A command that takes nothing. */
export function none(rest: string): void {
  if (rest !== '') refuse('nothing behind it', rest);
}

/** A whole number from `least` to `most`; `absent` where there is none. */
export function count(
  rest: string,
  what: string,
  absent: number | null = 1,
  least = 1,
  most = Number.POSITIVE_INFINITY,
): number {
  if (rest === '' && absent !== null) return absent;
  const isNumber = /^\d{1,15}$/.test(rest);
  if (!isNumber || Number(rest) < least || Number(rest) > most) refuse(what, rest);
  return Number(rest);
}

/** Virtual seconds, absolute, or from `now` where they begin with a sign. */
export function seconds(rest: string, now: number): number {
  const parts = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?: ?s)?$/.exec(rest);
  if (parts === null) refuse('virtual seconds: 2.5, or +1 from now', rest);
  const value = Number(parts[2]);
  if (parts[1] === '') return value;
  return parts[1] === '+' ? now + value : now - value;
}

/** A task that there is or was: its number, or its name. */
export function task(session: Session, rest: string): number {
  const { run } = session;
  if (/^\d{1,15}$/.test(rest)) {
    if (run.named(Number(rest)) === null) refuse('a task that was made already', rest);
    return Number(rest);
  }
  const found = run.tasksNamed(rest);
  if (found.length === 0) refuse("a task's number or name", rest, nearest(rest, run.taskNames()));
  if (found.length > 1) refuse('the name of one task', rest, `give a number: ${found.join(', ')}`);
  return found[0];
}
