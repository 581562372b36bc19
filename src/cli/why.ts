// `sim why`: causal questions about a run, answered from its trace alone.

import { printable } from '../base/printable.ts';
import { Inquiry } from '../report/why/explain.ts';
import type { Explanation, Question } from '../report/why/explanation.ts';
import type { History } from '../report/why/history.ts';
import { renderExplanation } from '../report/why/render.ts';
import { readEvents, salvageEvents, type TraceText } from '../trace/read.ts';
import { TraceError } from '../trace/read-line.ts';
import { EXIT_OK } from './exit-codes.ts';
import type { Arguments } from './load.ts';
import { nativeSha256 } from './native-sha256.ts';
import { seconds, UsageError } from './options.ts';
import { pageFor } from './page-for.ts';
import { damageText, refuseTrace, traceSource } from './read-trace.ts';

/** Tasks of one name that a message lists. */
const MAXIMUM_LISTED = 10;

/** Answers the question in `args` about a trace; the exit code is 2 for what is no trace. */
export function explainTrace(path: string, args: Arguments): number {
  refuseContradictions(args);
  const source = traceSource(path);
  let inquiry: Inquiry;
  let damage: TraceError | null;
  try {
    [inquiry, damage] = read(source(), args.salvage === true);
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    return refuseTrace(path, error, args);
  }
  const explanation = inquiry.explain(questionOf(args, inquiry.history));
  if (args.json === true) {
    process.stdout.write(`${JSON.stringify(dataOf(path, explanation, damage))}\n`);
    return EXIT_OK;
  }
  const note = damage === null ? '' : `${damageText(path, damage)}\n`;
  process.stdout.write(note + renderExplanation(explanation, inquiry.history.file, pageFor(args)));
  return EXIT_OK;
}

function read(text: TraceText, salvage: boolean): [Inquiry, TraceError | null] {
  const inquiry = new Inquiry();
  const see = (event: Parameters<Inquiry['see']>[0]): void => inquiry.see(event);
  if (!salvage) {
    const { header, end } = readEvents(text, see, nativeSha256);
    return [inquiry.finish(header, end), null];
  }
  const { header, end, damage } = salvageEvents(text, see, nativeSha256);
  if (header === null && damage !== null) throw damage;
  return [inquiry.finish(header, end), damage];
}

/** Options that only mean something together, or not together. Throws UsageError. */
function refuseContradictions(args: Arguments): void {
  const hasTask = args.task !== undefined;
  const asked = ['path', 'task', 'event'].filter((name) => isAsked(args[name]));
  if (asked.length > 1) {
    throw new UsageError(`--${asked[0]} and --${asked[1]}: give one of them`);
  }
  if (args.at !== undefined && !hasTask) throw new UsageError('--at needs a --task');
  if (args.cancelled === true && !hasTask) throw new UsageError('--cancelled needs a --task');
  if (args.cancelled === true && args.at !== undefined) {
    throw new UsageError('--cancelled and --at: give one of them');
  }
}

function isAsked(value: unknown): boolean {
  return value !== undefined && value !== false;
}

function questionOf(args: Arguments, history: History): Question {
  if (args.path === true) return { about: 'path' };
  if (args.event !== undefined) return { about: 'event', seq: eventNumber(args, history) };
  if (args.task === undefined) return { about: 'run' };
  const task = taskNumber(String(args.task), history);
  if (args.cancelled === true) return { about: 'cancellation', task };
  const at = args.at === undefined ? null : seconds('--at', args.at);
  return { about: 'task', task, at };
}

function eventNumber(args: Arguments, { count }: History): number {
  const text = String(args.event);
  const seq = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (seq >= 1 && seq <= count) return seq;
  throw new UsageError(`--event: expected an event, 1 to ${count}, found '${printable(text)}'`);
}

/**
 * The task that is meant: by its number, its name, or what it runs where only one does. Throws
 * UsageError.
 */
function taskNumber(text: string, history: History): number {
  const tasks = history.tasks();
  const named = tasks.filter((each) => each.name === text);
  const running = tasks.filter((each) => each.coroutine === text);
  const numbered = /^\d+$/.test(text) ? tasks.filter((each) => each.task === Number(text)) : [];
  const found = [named, numbered, running].find((each) => each.length > 0) ?? [];
  if (found.length === 1) return found[0].task;
  if (tasks.length === 0) throw new UsageError('--task: the trace has no tasks');
  const all = found.length === 0 ? tasks : found;
  const listed = all
    .slice(0, MAXIMUM_LISTED)
    .map((each) => `${each.task} ${history.who(each.task)}`);
  const more = all.length > MAXIMUM_LISTED ? ` and ${all.length - MAXIMUM_LISTED} more` : '';
  const what =
    found.length > 0
      ? `${found.length} tasks are called '${text}'; give its number:`
      : `no task is called '${text}'; there ${all.length === 1 ? 'is' : 'are'}`;
  throw new UsageError(printable(`--task: ${what} ${listed.join(', ')}${more}`));
}

function dataOf(path: string, explanation: Explanation, damage: TraceError | null): object {
  const wrong =
    damage === null ? null : { line: damage.line, byte: damage.byte, message: damage.what };
  return { file: path, ...explanation, damage: wrong };
}
