// The trace of a run as a file: every event, in a file that appears whole or not at all. More bytes
// than the limit allows end the run as any other limit does: the events so far stay, and the end
// line says `limit`, so the file is still a whole trace, longer than the limit by at most one batch
// of events. A disk that fails in the middle of a program is no exception that the program could
// catch.

import { SimulationStop } from '../base/stop.ts';
import type { RunEnd, TraceHeader } from '../trace/header.ts';
import { JsonlWriter } from '../trace/jsonl.ts';
import type { EventBatch, TraceSink } from '../trace/tracer.ts';
import { AtomicFile, type FileProblem } from './files.ts';
import { nativeSha256 } from './native-sha256.ts';

/** A trace could not be written on; `problem` says why. */
export class TraceLost extends SimulationStop {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super();
    this.problem = problem;
  }

  get message(): string {
    return this.problem.message;
  }
}

export class TraceFile implements TraceSink {
  readonly wants = null;
  readonly #file: AtomicFile;
  readonly #writer: JsonlWriter;

  /** Throws FileProblem where there can be no such file. */
  constructor(path: string, header: TraceHeader, maxBytes: number) {
    const file = new AtomicFile(path);
    this.#file = file;
    this.#writer = new JsonlWriter(header, (chunk) => file.write(chunk), maxBytes, nativeSha256);
  }

  /** Throws LimitReached, once, and TraceLost. */
  receive(batch: EventBatch): void {
    try {
      this.#writer.receive(batch);
    } catch (error) {
      throw error instanceof Error ? new TraceLost(error as FileProblem) : error;
    }
  }

  /** Throws LimitReached, once. */
  runEnded(): void {
    this.#writer.runEnded();
  }

  /** Writes the end line and makes the file appear. Throws FileProblem. */
  end(end: RunEnd): void {
    this.#writer.finish(end);
    this.#file.commit();
  }

  /** Drops it. */
  abandon(): void {
    this.#file.abandon();
  }
}
