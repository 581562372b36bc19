// Whether the program can still reach an object, as far as its own data tell: through lists,
// tuples, dicts, sets and the attributes of instances. Asked seldom: of asynchronous generators
// that are over, when a loop closes the others. Source: none; CPython knows by its reference
// counts.

import { Dict } from '../objects/dict.ts';
import { PySet } from '../objects/set.ts';
import { Instance, Tuple } from '../values.ts';

/** Objects that are looked into before the answer is no. */
const MOST = 100_000;

/** Whether a search from `roots` finds `wanted`. */
export function leadsTo(roots: readonly unknown[], wanted: object): boolean {
  const seen = new Set<unknown>();
  const open: unknown[] = [...roots];
  while (open.length > 0 && seen.size < MOST) {
    const value = open.pop();
    if (value === wanted) return true;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    const parts = partsOf(value);
    if (parts === null) continue;
    seen.add(value);
    for (const part of parts) open.push(part);
  }
  return false;
}

function partsOf(value: object): Iterable<unknown> | null {
  if (Array.isArray(value)) return value;
  if (value instanceof Tuple) return value.items;
  if (value instanceof Dict) return [...value.keys(), ...value.values()];
  if (value instanceof PySet) return value.members();
  if (value instanceof Instance) return value.attributes.values();
  return null;
}
