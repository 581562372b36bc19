// Asks CPython 3.14 what it does with programs: starts the process when it is first needed, asks it
// one program at a time, and starts it anew after a fatal error, a program that takes too long, and
// now and then, since nothing that a program leaves behind is ever collected.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TextRun } from './text-runs.ts';

/** Wall-clock milliseconds for one program; a start of the process takes some five thousand. */
const PATIENCE = 60_000;
/** Programs until the process is started anew. */
const RENEWAL = 1500;
/** One program in so many is run once more, for the coverage of tasks and futures. */
const TWINS = 5;

/** A function or clause of CPython's asyncio: where it stands, what it is, whether it was run. */
export type CoveredPlace = readonly [path: string, kind: string, ran: boolean];
export type Coverage = Readonly<Record<string, readonly CoveredPlace[]>>;

/** CPython died of the program, or did not answer in time. */
export class OracleLost extends Error {}

export class Oracle {
  #process: ChildProcess | null = null;
  #answers: AsyncIterator<string> | null = null;
  #asked = 0;
  #coverage: Record<string, CoveredPlace[]> | null;

  /** `covers`: notes which parts of CPython's asyncio the programs execute. */
  constructor({ covers = false } = {}) {
    this.#coverage = covers ? {} : null;
  }

  /** What CPython does with a program. Throws OracleLost. */
  async observe(text: string): Promise<TextRun> {
    if (this.#asked++ % RENEWAL === 0) await this.close();
    const twins = this.#coverage !== null && this.#asked % TWINS === 0;
    return (await this.#ask({ text, twins })) as TextRun;
  }

  /** What CPython prints for snippets, each a program of its own. Throws OracleLost. */
  async outcomes(texts: readonly string[]): Promise<string[]> {
    return (await this.#ask({ snippets: texts })) as string[];
  }

  /** What was executed so far. */
  async coverage(): Promise<Coverage> {
    await this.#gatherCoverage();
    return this.#coverage ?? {};
  }

  async close(): Promise<void> {
    await this.#gatherCoverage();
    this.#end();
  }

  #end(): void {
    this.#process?.kill();
    this.#process = null;
    this.#answers = null;
  }

  async #ask(request: unknown): Promise<unknown> {
    if (this.#process === null) await this.#start();
    this.#process?.stdin?.write(`${JSON.stringify(request)}\n`);
    return JSON.parse(await this.#answer());
  }

  async #start(): Promise<void> {
    const file = join(import.meta.dirname, 'oracle-process.ts');
    const args = ['--no-turbo-inline-js-wasm-calls', '--import', 'tsx', file];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.on('error', () => {});
    this.#process = child;
    this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    await this.#answer();
    if (this.#coverage !== null) await this.#ask('cover');
  }

  async #answer(): Promise<string> {
    const answers = this.#answers as AsyncIterator<string>;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE);
    });
    const answer = await Promise.race([answers.next(), late]);
    clearTimeout(timer);
    if (answer !== null && answer.done !== true) return answer.value;
    this.#end();
    throw new OracleLost(answer === null ? 'no answer in time' : 'the process ended');
  }

  async #gatherCoverage(): Promise<void> {
    const all = this.#coverage;
    if (all === null || this.#process === null) return;
    const latest = (await this.#ask('coverage')) as Coverage;
    for (const [file, places] of Object.entries(latest)) {
      const before = all[file];
      all[file] = places.map((place, index) => {
        const [path, kind, ran] = place;
        return [path, kind, ran || before?.[index]?.[2] === true];
      });
    }
  }
}
