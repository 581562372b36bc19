// Reading and writing an attribute at one place of the program. The place remembers the last class
// of which the instances' own attributes come first: as long as no class has changed since, only
// those are looked at, and then the method that the class has of that name.

import type { Span } from '../../base/span.ts';
import type { Frame } from '../machine/frame.ts';
import {
  getAttribute,
  isReadPlainly,
  isWrittenPlainly,
  setAttribute,
} from '../objects/attributes.ts';
import { objectClass } from '../objects/classes.ts';
import { isMethod } from '../objects/descriptors.ts';
import { BoundMethod, Instance, type PyClass } from '../values.ts';
import type { KeyNote } from './access-notes.ts';
import { computed, type Operand } from './operand.ts';

/** `.name` at one place. */
export class AttributeSite {
  readonly #name: string;
  readonly #span: Span;
  /** The class that is read plainly, and the count of changes when that was found out. */
  #read: PyClass | null = null;
  #readChanges = -1;
  /** What it has of that name, where that is a method; else undefined. */
  #method: unknown = undefined;
  /** The class that is written plainly, likewise. */
  #written: PyClass | null = null;
  #writtenChanges = -1;

  constructor(name: string, span: Span) {
    this.#name = name;
    this.#span = span;
  }

  /** `self.name`. */
  get(frame: Frame, self: unknown): unknown {
    if (self instanceof Instance) {
      const { cls } = self;
      if (cls === this.#read && this.#readChanges === objectClass.changes) {
        const own = self.attributes.get(this.#name);
        if (own !== undefined) return own;
        if (this.#method !== undefined) return new BoundMethod(self, this.#method);
      } else if (isReadPlainly(cls, this.#name)) {
        const found = cls.lookup(this.#name);
        this.#method = isMethod(found) ? found : undefined;
        this.#read = cls;
        this.#readChanges = objectClass.changes;
      }
    }
    frame.at = this.#span;
    return getAttribute(frame.machine, self, this.#name);
  }

  /** `self.name = value`. */
  set(frame: Frame, self: unknown, value: unknown): void {
    if (self instanceof Instance) {
      const { cls } = self;
      if (cls === this.#written && this.#writtenChanges === objectClass.changes) {
        self.attributes.set(this.#name, value);
        return;
      }
      if (isWrittenPlainly(cls, this.#name)) {
        this.#written = cls;
        this.#writtenChanges = objectClass.changes;
      }
    }
    frame.at = this.#span;
    setAttribute(frame.machine, self, this.#name, value);
  }
}

/** `object.name`. */
export function attributeOf(object: Operand, name: string, span: Span, note: KeyNote): Operand {
  const site = new AttributeSite(name, span);
  if (note === null) return computed((frame) => site.get(frame, object.read(frame)));
  return computed((frame) => {
    const self = object.read(frame);
    note(frame, self, name);
    return site.get(frame, self);
  });
}
