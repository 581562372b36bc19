// How a run is set up, as the header of its trace tells it: everything that a second run needs to
// give the same events. One function writes it, one reads it; what they hold is the same.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { VERSION } from '../base/version.ts';
import type { SchedulingPolicy } from '../kernel/policy.ts';
import { languageEnvironment } from '../lang/environment.ts';
import { printExpression } from '../lang/print.ts';
import { loadScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { DEFAULT_LIMITS, type SimulationLimits, type SimulationOptions } from '../simulate.ts';
import { TRACE_VERSION } from '../trace/event.ts';
import type { TraceHeader } from '../trace/header.ts';
import { TraceError } from '../trace/read-line.ts';

/** Settings of a run that its trace tells: the rest of SimulationOptions is who watches. */
export type RunSettings = Pick<
  SimulationOptions,
  | 'argv'
  | 'debug'
  | 'epoch'
  | 'file'
  | 'limits'
  | 'policy'
  | 'pool'
  | 'seed'
  | 'source'
  | 'strict314'
  | 'ties'
  | 'until'
>;

/** The header of the trace of a run. */
export function headerOf(scenario: Scenario, settings: RunSettings): TraceHeader {
  const { file = scenario.name, seed = scenario.seed } = settings;
  return header({ ...settings, file, seed }, paramsOf(scenario));
}

/** The header of the trace of a main: it has no text, and its name is that of the function. */
export function headerOfMain(name: string, settings: RunSettings): TraceHeader {
  return header({ ...settings, file: name, source: '' }, []);
}

function header(settings: RunSettings, params: TraceHeader['params']): TraceHeader {
  const { file = '', source = '', limits = DEFAULT_LIMITS } = settings;
  return {
    trace: TRACE_VERSION,
    sim: VERSION,
    source: { name: file, sha256: textHash(source), text: source },
    params,
    seed: settings.seed ?? 1,
    ties: settings.ties ?? 'fifo',
    policy: settings.policy?.name ?? 'fifo',
    limits: Object.entries(limits) as [string, number][],
    epoch: settings.epoch ?? 1_700_000_000,
    until: settings.until ?? null,
    pool: settings.pool ?? 32,
    debug: settings.debug ?? false,
    strict314: settings.strict314 ?? false,
    argv: settings.argv ?? [file],
  };
}

/**
 * The settings that a header tells; `policy` answers what another one has answered in the run.
 * Throws TraceError for values that no run has.
 */
export function settingsOf(header: TraceHeader, policy: SchedulingPolicy | null): RunSettings {
  const { seed, ties, until, source } = header;
  if (ties !== 'fifo' && ties !== 'heapq') {
    throw new TraceError(`the header: ties are fifo or heapq, found "${ties}"`, 1);
  }
  if (typeof seed !== 'number') throw new TraceError('the header: the seed is too large', 1);
  return {
    argv: header.argv,
    debug: header.debug,
    epoch: header.epoch,
    file: source.name,
    limits: limitsOf(header),
    policy,
    pool: header.pool,
    seed,
    source: source.text,
    strict314: header.strict314,
    ties,
    ...(until === null ? {} : { until }),
  };
}

/** The scenario that a header holds, with its parameters. Throws TraceError where there is none. */
export function scenarioOf(header: TraceHeader): Scenario {
  const { name, text, sha256: hash } = header.source;
  if (text === '') throw new TraceError(`the header: ${name} is TypeScript: give its main`, 1);
  if (textHash(text) !== hash) {
    throw new TraceError('the header: its text is not the one that it has the hash of', 1);
  }
  const environment = languageEnvironment();
  const { scenario } = loadScenario(name, text, { environment });
  if (scenario === null) unreadable(name);
  const own = new Map(paramsOf(scenario));
  const params = new Map(header.params.filter(([param, value]) => own.get(param) !== value));
  if (params.size === 0) return scenario;
  return loadScenario(name, text, { environment, params }).scenario ?? unreadable(name);
}

function unreadable(name: string): never {
  throw new TraceError(`the header: ${name} is not a scenario that this sim can run`, 1);
}

function paramsOf(scenario: Scenario): [string, string][] {
  return scenario.params.map(({ name, value }) => [name, printExpression(value)]);
}

function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function limitsOf(header: TraceHeader): SimulationLimits {
  const limits = new Map(header.limits);
  for (const name of Object.keys(DEFAULT_LIMITS)) {
    if (!limits.has(name)) throw new TraceError(`the header: the limit '${name}' is missing`, 1);
  }
  const known = Object.keys(DEFAULT_LIMITS) as (keyof SimulationLimits)[];
  if (limits.size !== known.length) throw new TraceError('the header: unknown limits', 1);
  return Object.fromEntries(limits) as unknown as SimulationLimits;
}
