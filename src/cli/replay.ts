// `sim replay`: a trace is run again, from what it holds, and every event compared.

import { printable } from '../base/printable.ts';
import { Replay, type ReplayResult } from '../replay/replay.ts';
import { renderDivergence } from '../report/divergence.ts';
import { formatSeconds } from '../report/seconds.ts';
import { TraceError } from '../trace/read-line.ts';
import { drive } from './drive.ts';
import { EXIT_FINDING, EXIT_OK } from './exit-codes.ts';
import type { Arguments } from './load.ts';
import { UsageError } from './options.ts';
import { pageFor } from './page-for.ts';
import { damageText, refuseTrace, replayOptions, traceSource } from './read-trace.ts';

/** Replays a trace; the exit code is 1 where the run parts from it, 2 for what is no trace. */
export async function replayTrace(path: string, args: Arguments): Promise<number> {
  if (args.command !== undefined) throw new UsageError('--command: only with --step');
  const source = traceSource(path);
  let replay: Replay;
  let signal: number | null;
  try {
    const options = replayOptions(args);
    replay = new Replay(source, options);
    signal = await drive(replay, () => {});
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    return refuseTrace(path, error, args, { same: false });
  }
  const { result } = replay;
  if (result === null) {
    process.stderr.write(`sim: stopped after ${replay.events} events, all the same so far\n`);
    return signal ?? EXIT_OK;
  }
  if (args.json === true) process.stdout.write(`${JSON.stringify(replayData(path, result))}\n`);
  else process.stdout.write(replayText(path, result, args));
  return result.divergence === null ? EXIT_OK : EXIT_FINDING;
}

function replayText(path: string, result: ReplayResult, args: Arguments): string {
  const { divergence, damage, events, outcome } = result;
  const note = damage === null ? '' : `${damageText(path, damage)}\n`;
  if (divergence !== null) return note + renderDivergence(divergence, pageFor(args));
  const name = printable(path);
  const ended =
    outcome === null
      ? ', as far as the trace goes'
      : `: ${outcome.end} at ${formatSeconds(outcome.time)}`;
  return `${note}${name}: ${events} events, all the same${ended}\n`;
}

function replayData(path: string, result: ReplayResult): object {
  const { divergence, damage, events, outcome } = result;
  const end = outcome === null ? null : { end: outcome.end, time: outcome.time };
  const wrong = damage === null ? null : { line: damage.line, byte: damage.byte };
  return {
    file: path,
    same: divergence === null,
    events,
    outcome: end,
    divergence,
    damage: wrong === null ? null : { ...wrong, message: damage?.what },
  };
}
