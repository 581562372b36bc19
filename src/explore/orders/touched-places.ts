// What a look at a place of the program, or a change of it, is to a footprint.

import { type Footprint, Mode } from './footprint.ts';

/** What this reads of an access; `Access` of the language has it all. */
export interface PlaceTouch {
  /** The handle that ran, counted from 1; 0 before the first. */
  readonly handle: number;
  readonly isWrite: boolean;
  readonly place: string;
  /** The key of the one item that is meant; null for the whole place. */
  readonly item: string | null;
  /** The object, where the trace may have another name for it. */
  readonly object: object | null;
}

/** Containers in which setting or deleting one item may move others. */
const IN_LINE = /^(?:list|deque)#/;
/** Containers in which looking for an item may make one. */
const MAKING = /^defaultdict#/;

export function touchPlace(
  footprint: Footprint,
  { place, item, isWrite }: Omit<PlaceTouch, 'handle' | 'object'>,
): void {
  if (item === null || (isWrite && IN_LINE.test(place)) || item.startsWith('-')) {
    footprint.touch(place, isWrite ? Mode.write : Mode.read);
    return;
  }
  const mayAdd = isWrite || MAKING.test(place);
  footprint.touch(place, mayAdd ? Mode.addItem : Mode.readItem);
  footprint.touch(`${place}[${item}]`, mayAdd ? Mode.write : Mode.read);
}
