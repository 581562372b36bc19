// Reading and writing attributes of the program's objects. What a class says of a name is
// remembered at each place, until some class changes: most of the time only the object's own
// attributes are looked at.

import type { Span } from '../../base/span.ts';
import type { Frame } from '../machine/frame.ts';
import {
  getAttribute,
  isReadPlainly,
  isWrittenPlainly,
  setAttribute,
} from '../objects/attributes.ts';
import { objectClass } from '../objects/classes.ts';
import { Instance, type PyClass } from '../values.ts';
import type { Evaluate } from './builder.ts';

/** `object.name`. */
export function attributeReader(object: Evaluate, name: string, span: Span): Evaluate {
  let plain: PyClass | null = null;
  let changes = -1;
  return (frame) => {
    const self = object(frame);
    if (self instanceof Instance) {
      const { cls } = self;
      if (cls === plain && changes === objectClass.changes) {
        const own = self.attributes.get(name);
        if (own !== undefined) return own;
      } else if (isReadPlainly(cls, name)) {
        plain = cls;
        changes = objectClass.changes;
      }
    }
    frame.at = span;
    return getAttribute(frame.machine, self, name);
  };
}

/** Writes `self.name`. */
export function attributeWriter(
  name: string,
  span: Span,
): (frame: Frame, self: unknown, value: unknown) => void {
  let plain: PyClass | null = null;
  let changes = -1;
  return (frame, self, value) => {
    if (self instanceof Instance) {
      const { cls } = self;
      if (cls === plain && changes === objectClass.changes) {
        self.attributes.set(name, value);
        return;
      }
      if (isWrittenPlainly(cls, name)) {
        plain = cls;
        changes = objectClass.changes;
      }
    }
    frame.at = span;
    setAttribute(frame.machine, self, name, value);
  };
}
