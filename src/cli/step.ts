// `sim replay --step`: a run is stepped through on a terminal, or by commands from a file. On a
// terminal lines are edited and remembered, Ctrl-C ends a long journey, and the end of input
// leaves; commands from elsewhere are neither prompted for nor shown, so that the same commands
// give the same text.

import { createInterface, type Interface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { Debugger, type Reply } from '../replay/step/debugger.ts';
import { TraceError } from '../trace/read-line.ts';
import { EXIT_FINDING, EXIT_OK, EXIT_USAGE } from './exit-codes.ts';
import { readText } from './files.ts';
import type { Arguments } from './load.ts';
import { UsageError } from './options.ts';
import { pageFor } from './page-for.ts';
import { refuseTrace, replayOptions, traceSource } from './read-trace.ts';

const PROMPT = '(sim) ';

/** Bytes that a file of commands may have. */
const MAX_COMMANDS = 10 * 1024 * 1024;

/**
 * Steps through a trace. The exit code is 1 where the run was seen to part from the trace, 2 where
 * a command from a file was refused, or for what is no trace.
 * @param from the file of commands, `-` for standard input; undefined for a terminal.
 */
export async function stepTrace(path: string, args: Arguments, from?: string): Promise<number> {
  if (args.json === true) throw new UsageError('--json: --step prints text');
  const options = replayOptions(args);
  try {
    const session = new Debugger(traceSource(path), options, pageFor(args));
    const isTerminal = from === undefined && process.stdin.isTTY === true;
    const areAccepted = isTerminal
      ? await onTerminal(session)
      : await fromText(session, readText(from ?? '-', MAX_COMMANDS));
    if (!areAccepted) return EXIT_USAGE;
    const { result } = session.stepper.run;
    return result !== null && result.divergence !== null ? EXIT_FINDING : EXIT_OK;
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    return refuseTrace(path, error, args);
  }
}

/** Does the commands of a text, one a line; `#` begins a remark. False where one was refused. */
async function fromText(session: Debugger, text: string): Promise<boolean> {
  let areAccepted = true;
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(#|$)/.test(line)) continue;
    const reply = await replyTo(session, line, () => false);
    process.stdout.write(reply?.text ?? '');
    if (reply?.isRefused === true) areAccepted = false;
    if (reply?.isOver === true) break;
  }
  return areAccepted;
}

/** Speaks with whoever sits at the terminal. */
async function onTerminal(session: Debugger): Promise<true> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: PROMPT,
    completer: (begun: string) => [session.completions(begun), begun],
  });
  let isBusy = false;
  let isInterrupted = false;
  lines.on('SIGINT', () => {
    isInterrupted = isBusy;
    if (!isBusy) emptyLine(lines);
  });
  process.stdout.write(session.greeting());
  lines.prompt();
  let reply: Reply | null = null;
  for await (const line of lines) {
    isBusy = true;
    isInterrupted = false;
    reply = await replyTo(session, line, () => isInterrupted);
    isBusy = false;
    process.stdout.write(
      reply === null ? `interrupted at step ${session.stepper.position}\n` : reply.text,
    );
    if (reply?.isOver === true) break;
    lines.prompt();
  }
  lines.close();
  if (reply?.isOver !== true) process.stdout.write('\n');
  return true;
}

/** A line that was begun is given up. */
function emptyLine(lines: Interface): void {
  lines.write(null, { ctrl: true, name: 'e' });
  lines.write(null, { ctrl: true, name: 'u' });
  process.stdout.write('\n');
  lines.prompt();
}

/** What a command gives; null where it was interrupted. */
async function replyTo(
  session: Debugger,
  line: string,
  isInterrupted: () => boolean,
): Promise<Reply | null> {
  const acting = session.execute(line);
  for (;;) {
    const { done, value } = acting.next();
    if (done === true) return value;
    await setImmediate();
    if (!isInterrupted()) continue;
    acting.return(undefined as never);
    return null;
  }
}
