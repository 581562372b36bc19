// Reasons that hold for modules of Python and for parts of asyncio alike: why something is not
// there, and what to write instead.

export interface Reason {
  readonly reason: string;
  readonly instead?: string;
  /** Whether the name is a known module that is out of scope, as opposed to any unknown word. */
  readonly isKnown: boolean;
}

export const network: Reason = {
  reason: 'the simulated loop has no network',
  instead: 'model a request with await asyncio.sleep(seconds), a connection with asyncio.Queue',
  isKnown: true,
};

export const processes: Reason = {
  reason: 'a simulation starts no processes',
  instead: 'model the work of a process with await asyncio.sleep(seconds)',
  isKnown: true,
};

export const threads: Reason = {
  reason: 'a simulation has no threads',
  instead: 'use tasks, asyncio.to_thread, or threading, which are modelled',
  isKnown: true,
};

export const signals: Reason = {
  reason: 'a simulation receives no signals',
  instead: 'cancel a task where the signal would have done it',
  isKnown: true,
};

export const policies: Reason = {
  reason: 'there is one loop, the simulated one',
  instead: 'leave the line out',
  isKnown: true,
};

/** Names, several in a string, with the reason of each. */
export function reasonTable(entries: readonly (readonly [words: string, reason: Reason])[]) {
  return new Map(
    entries.flatMap(([words, reason]) => words.split(' ').map((word) => [word, reason] as const)),
  );
}
