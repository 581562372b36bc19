// What a look at a place of the program, or a change of it, is to the footprint of a stretch.

import { type Footprints, Mode } from './footprints.ts';

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

/** A stretch touches a place of the program. */
export function touchPlace(
  footprints: Pick<Footprints, 'touch'>,
  stretch: number,
  { place, item, isWrite }: Omit<PlaceTouch, 'handle' | 'object'>,
): void {
  if (item === null || (isWrite && IN_LINE.test(place)) || item.startsWith('-')) {
    footprints.touch(stretch, place, isWrite ? Mode.write : Mode.read);
    return;
  }
  const mayAdd = isWrite || MAKING.test(place);
  footprints.touch(stretch, place, mayAdd ? Mode.addItem : Mode.readItem);
  footprints.touch(stretch, `${place}[${item}]`, mayAdd ? Mode.write : Mode.read);
}
