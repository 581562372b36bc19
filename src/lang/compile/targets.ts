// Assignment targets: names, attributes, subscripts, and patterns of these. In CPython's order: the
// value is computed first, then the parts of each target from left to right.

import type { Span } from '../../base/span.ts';
import type { Frame } from '../machine/frame.ts';
import { deleteAttribute, setAttribute } from '../objects/attributes.ts';
import { unpack, unpackStarred } from '../objects/iteration.ts';
import { isPlace } from '../objects/list-instance.ts';
import { deleteItem, setItem } from '../objects/subscript.ts';
import type { Expression, Sequence } from '../tree.ts';
import { attributeNote, itemNote } from './access-notes.ts';
import { AttributeSite } from './attributes.ts';
import type { Context } from './context.ts';
import { deleteName, localSlot, writeName } from './names.ts';
import { type Operand, temporary } from './operand.ts';

/** Evaluates the parts of a target that gets no value: `place(): int`. */
export function evaluatePlace(c: Context, target: Expression): void {
  if (target.kind !== 'Attribute' && target.kind !== 'Subscript') return;
  const parts = target.kind === 'Attribute' ? [target.value] : [target.value, target.index];
  const evaluations = c.operands(parts).map(({ evaluate }) => evaluate);
  c.act(target.span, (frame) => {
    for (const evaluate of evaluations) evaluate(frame);
  });
}

/** Writes a value to a target that needs no instructions. */
type Assign = (frame: Frame, value: unknown) => void;

/** Emits `target = operand`. */
export function assign(c: Context, target: Expression, operand: Operand, span: Span): void {
  const slot = target.kind === 'Name' ? localSlot(c, target.id) : -1;
  if (slot >= 0) {
    c.store(operand, slot, span);
    return;
  }
  if (!hoistsTarget(c, target)) {
    const write = pureAssign(c, target);
    c.act(span, (frame) => write(frame, operand.read(frame)));
    return;
  }
  assignHoisted(c, target, c.saved(operand, span));
}

function hoistsTarget(c: Context, target: Expression): boolean {
  if (target.kind === 'Name') return false;
  return c.hoists(target);
}

/** A way to write to a target whose parts need no instructions. */
export function pureAssign(c: Context, target: Expression): Assign {
  switch (target.kind) {
    case 'Name':
      return writeName(c, target.id, target);
    case 'Attribute':
      return attributeTarget(c, target);
    case 'Subscript':
      return subscriptWriter(c, target);
    case 'List':
    case 'Tuple':
      return unpackWriter(c, target);
    case 'Starred':
      return pureAssign(c, target.value);
    default:
      throw new Error(`no target: ${target.kind}`);
  }
}

function attributeTarget(c: Context, target: Expression & { kind: 'Attribute' }): Assign {
  const object = c.expression(target.value);
  const name = c.mangle(target.name);
  const site = new AttributeSite(name, target.span);
  const note = attributeNote(c, target, true);
  if (note === null) return (frame, value) => site.set(frame, object.read(frame), value);
  return (frame, value) => {
    const self = object.read(frame);
    note(frame, self, name);
    site.set(frame, self, value);
  };
}

function subscriptWriter(c: Context, target: Expression & { kind: 'Subscript' }): Assign {
  const [object, key] = c.operands([target.value, target.index]);
  const { span } = target;
  if (c.module.tellsAccesses) return notedWriter(c, target, object, key);
  return (frame, item) => {
    const self = object.read(frame);
    const at = key.read(frame);
    if (isPlace(self, at)) {
      self[at as number] = item;
      return;
    }
    frame.at = span;
    setItem(frame.machine, self, at, item);
  };
}

/** As `subscriptWriter`, for code that tells of it. */
function notedWriter(c: Context, target: Expression, object: Operand, key: Operand): Assign {
  const note = itemNote(c, target, true);
  const { span } = target;
  return (frame, item) => {
    const self = object.read(frame);
    const at = key.read(frame);
    note?.(frame, self, at);
    frame.at = span;
    setItem(frame.machine, self, at, item);
  };
}

function unpackWriter(c: Context, target: Sequence): Assign {
  const writers = target.elements.map((element) => pureAssign(c, element));
  const take = taker(target);
  return (frame, value) => {
    const items = take(frame, value);
    for (let i = 0; i < writers.length; i++) writers[i](frame, items[i]);
  };
}

/** Takes a value apart for the elements of a target. */
function taker(target: Sequence): (frame: Frame, value: unknown) => readonly unknown[] {
  const { elements, span } = target;
  const star = elements.findIndex((element) => element.kind === 'Starred');
  const count = elements.length;
  if (star < 0) {
    return (frame, value) => {
      frame.at = span;
      return unpack(frame.machine, value, count);
    };
  }
  return (frame, value) => {
    frame.at = span;
    return unpackStarred(frame.machine, value, star, count - star - 1);
  };
}

/** A target with instructions inside; the value is in a temporary. */
function assignHoisted(c: Context, target: Expression, value: Operand): void {
  const { span } = target;
  switch (target.kind) {
    case 'Attribute': {
      const object = c.expression(target.value).evaluate;
      const name = c.mangle(target.name);
      const note = attributeNote(c, target, true);
      c.act(span, (frame) => {
        const self = object(frame);
        note?.(frame, self, name);
        frame.at = null;
        setAttribute(frame.machine, self, name, value.evaluate(frame));
      });
      return;
    }
    case 'Subscript': {
      const [object, key] = c.operands([target.value, target.index]);
      const note = itemNote(c, target, true);
      c.act(span, (frame) => {
        const self = object.evaluate(frame);
        const at = key.evaluate(frame);
        note?.(frame, self, at);
        frame.at = null;
        setItem(frame.machine, self, at, value.evaluate(frame));
      });
      return;
    }
    case 'List':
    case 'Tuple':
      unpackHoisted(c, target, value);
      return;
    default:
      assign(c, target.kind === 'Starred' ? target.value : target, value, span);
  }
}

function unpackHoisted(c: Context, target: Sequence, value: Operand): void {
  const take = taker(target);
  const slots = target.elements.map(() => c.builder.temporary());
  c.act(target.span, (frame) => {
    const items = take(frame, value.evaluate(frame));
    slots.forEach((slot, index) => {
      frame.slots[slot] = items[index];
    });
  });
  target.elements.forEach((element, index) => {
    const inner = element.kind === 'Starred' ? element.value : element;
    assign(c, inner, temporary(slots[index]), element.span);
  });
}

/** Emits `del target`. */
export function deleteTarget(c: Context, target: Expression): void {
  const { span } = target;
  switch (target.kind) {
    case 'Name':
      deleteName(c, target.id, span);
      return;
    case 'Attribute': {
      const object = c.expression(target.value).evaluate;
      const name = c.mangle(target.name);
      const note = attributeNote(c, target, true);
      c.act(span, (frame) => {
        const self = object(frame);
        note?.(frame, self, name);
        frame.at = null;
        deleteAttribute(frame.machine, self, name);
      });
      return;
    }
    case 'Subscript': {
      const [object, key] = c.operands([target.value, target.index]);
      const note = itemNote(c, target, true);
      c.act(span, (frame) => {
        const self = object.evaluate(frame);
        const at = key.evaluate(frame);
        note?.(frame, self, at);
        frame.at = null;
        deleteItem(frame.machine, self, at);
      });
      return;
    }
    case 'List':
    case 'Tuple':
      for (const element of target.elements) deleteTarget(c, element);
      return;
    default:
      throw new Error(`cannot delete ${target.kind}`);
  }
}
