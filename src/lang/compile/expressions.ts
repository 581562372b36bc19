// Expressions. `compileExpression` gives an operand: a closure over the frame, after it has emitted
// whatever instructions the parts need. What jumps (short circuits, conditionals) goes into a slot
// when parts need instructions. Order of evaluation is CPython's throughout.

import { PyTypeError } from '../../asyncio/exceptions.ts';
import { Bytes } from '../bytes/octets.ts';
import type { Frame } from '../machine/frame.ts';
import { Dict } from '../objects/dict.ts';
import { toArray, toList } from '../objects/iteration.ts';
import { isPlace } from '../objects/list-instance.ts';
import { callFound, specialOf } from '../objects/special.ts';
import { getItem } from '../objects/subscript.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { invert, negative, positive } from '../objects/unary.ts';
import type {
  Constant,
  DictDisplay,
  Expression,
  NamedExpr,
  Sequence,
  SliceExpression,
  Subscript,
} from '../tree.ts';
import { ellipsis, Float, Slice, Tuple } from '../values.ts';
import { attributeNote, itemNote } from './access-notes.ts';
import { binaryClosure } from './arithmetic.ts';
import { attributeOf } from './attributes.ts';
import {
  boolInto,
  compareInto,
  condition,
  conditionalInto,
  holds,
  pureCompare,
} from './branching.ts';
import type { Context } from './context.ts';
import { formatString } from './format-strings.ts';
import { readName, writeName } from './names.ts';
import { computed, constant, type Evaluate, type Operand, temporary } from './operand.ts';
import { setDisplay, starredSet } from './set-displays.ts';

/** The kinds of expression that this module compiles. */
export type SimpleExpression = Exclude<
  Expression,
  {
    kind:
      | 'Call'
      | 'Await'
      | 'Yield'
      | 'YieldFrom'
      | 'Lambda'
      | 'ListComp'
      | 'SetComp'
      | 'DictComp'
      | 'GeneratorExp';
  }
>;

export function compileExpression(c: Context, node: SimpleExpression): Operand {
  switch (node.kind) {
    case 'Constant':
      return constant(constantValue(node));
    case 'Name':
      return readName(c, node.id, node.span);
    case 'NamedExpr':
      return walrus(c, node);
    case 'BinOp': {
      const [left, right] = c.operands([node.left, node.right]);
      return folded(left, right, binaryClosure(node.operator, left, right, node.span));
    }
    case 'UnaryOp':
      return unary(c, node);
    case 'BoolOp':
      return c.hoists(node)
        ? intoSlot(c, (slot) => boolInto(c, node.values, node.operator, slot))
        : computed(pureBool(c, node.values, node.operator));
    case 'IfExp':
      if (c.hoists(node)) {
        const parts = [node.test, node.body, node.orelse] as const;
        return intoSlot(c, (slot) => conditionalInto(c, parts, slot));
      }
      return computed(pureConditional(c, node.test, node.body, node.orelse));
    case 'Compare':
      return c.hoists(node)
        ? intoSlot(c, (slot) => compareInto(c, node, slot))
        : computed(pureCompare(c, node));
    case 'Attribute':
      return attribute(c, node.value, c.mangle(node.name), node);
    case 'Subscript':
      return subscript(c, node);
    case 'Slice':
      return slice(c, node);
    case 'Tuple':
    case 'List':
    case 'Set':
      return display(c, node);
    case 'Dict':
      return dictDisplay(c, node);
    case 'JoinedStr':
    case 'FormattedValue':
      return formatString(c, node.kind === 'JoinedStr' ? node.values : [node]);
    case 'Starred':
      throw new Error('a starred expression stands alone');
  }
}

/** Two constants stay as they are: an operation on them may fail, and has to fail at run time. */
function folded(_left: Operand, _right: Operand, evaluate: Evaluate): Operand {
  return computed(evaluate);
}

function intoSlot(c: Context, emit: (slot: number) => void): Operand {
  const slot = c.builder.temporary();
  emit(slot);
  return temporary(slot);
}

export function constantValue(node: Constant): unknown {
  if (node.type === 'float') return new Float(node.value);
  if (node.type === 'bytes') return new Bytes(node.value);
  if (node.type === 'Ellipsis') return ellipsis;
  return node.value;
}

function walrus(c: Context, node: NamedExpr): Operand {
  const { evaluate } = c.expression(node.value);
  const write = writeName(c, node.target.id);
  return computed((frame) => {
    const value = evaluate(frame);
    write(frame, value);
    return value;
  });
}

function unary(c: Context, node: Expression & { kind: 'UnaryOp' }): Operand {
  const { operator, operand, span } = node;
  if (operator === 'not') {
    const test = c.hoists(operand) ? c.expression(operand) : condition(c, operand);
    return computed((frame) => !holds(frame, test));
  }
  const { evaluate } = c.expression(operand);
  if (operator === '-') return negation(evaluate, operand, span);
  const apply = operator === '+' ? positive : invert;
  return computed((frame) => {
    const value = evaluate(frame);
    frame.at = span;
    return apply(frame.machine, value);
  });
}

function negation(evaluate: Evaluate, operand: Expression, span: Expression['span']): Operand {
  if (operand.kind === 'Constant' && typeof operand.value === 'number' && operand.value !== 0) {
    if (operand.type === 'int') return constant(-operand.value);
    if (operand.type === 'float') return constant(new Float(-operand.value));
  }
  return computed((frame) => {
    const value = evaluate(frame);
    frame.at = span;
    return negative(frame.machine, value);
  });
}

function pureBool(c: Context, values: readonly Expression[], operator: 'and' | 'or'): Evaluate {
  const parts = values.map((value) => c.expression(value));
  const last = parts.length - 1;
  const isAnd = operator === 'and';
  return (frame) => {
    for (let i = 0; i < last; i++) {
      const value = parts[i].read(frame);
      if (truthy(frame.machine, value) !== isAnd) return value;
    }
    return parts[last].read(frame);
  };
}

function pureConditional(
  c: Context,
  test: Expression,
  body: Expression,
  orelse: Expression,
): Evaluate {
  const chosen = condition(c, test);
  const then = c.expression(body);
  const otherwise = c.expression(orelse);
  return (frame) => (holds(frame, chosen) ? then : otherwise).read(frame);
}

function attribute(c: Context, value: Expression, name: string, node: Expression): Operand {
  return attributeOf(c.expression(value), name, node.span, attributeNote(c, node, false));
}

function subscript(c: Context, node: Subscript): Operand {
  const [value, index] = c.operands([node.value, node.index]);
  const { span } = node;
  if (c.module.tellsAccesses) return notedSubscript(c, node, value, index);
  return computed((frame) => {
    const object = value.read(frame);
    const key = index.read(frame);
    if (isPlace(object, key)) {
      return object[key as number];
    }
    frame.at = span;
    return getItem(frame.machine, object, key);
  });
}

/** As `subscript`, for code that tells of it: the other has no room for one more test. */
function notedSubscript(c: Context, node: Subscript, value: Operand, index: Operand): Operand {
  const note = itemNote(c, node, false);
  const { span } = node;
  return computed((frame) => {
    const object = value.read(frame);
    const key = index.read(frame);
    note?.(frame, object, key);
    frame.at = span;
    return getItem(frame.machine, object, key);
  });
}

function slice(c: Context, node: SliceExpression): Operand {
  const present = [node.lower, node.upper, node.step].filter((part) => part !== null);
  const operands = c.operands(present);
  const none = constant(null);
  const take = (part: Expression | null): Evaluate =>
    part === null ? none.evaluate : operands[present.indexOf(part)].evaluate;
  const [lower, upper, step] = [take(node.lower), take(node.upper), take(node.step)];
  return computed((frame) => new Slice(lower(frame), upper(frame), step(frame)));
}

/** Evaluates the elements of a display, `*x` opened. */
export function elementsOf(c: Context, elements: readonly Expression[]): Evaluate {
  const isStarred = elements.some((element) => element.kind === 'Starred');
  const inner = elements.map((each) => (each.kind === 'Starred' ? each.value : each));
  const stars = elements.map((each) => each.kind === 'Starred');
  const operands = c.operands(inner, (index) => (stars[index] ? openStar : null));
  if (!isStarred) {
    return (frame) => {
      const items = new Array<unknown>(operands.length);
      for (let i = 0; i < operands.length; i++) items[i] = operands[i].read(frame);
      return items;
    };
  }
  return (frame) => {
    const items: unknown[] = [];
    operands.forEach((operand, index) => {
      const value = operand.read(frame);
      if (!stars[index]) {
        items.push(value);
        return;
      }
      frame.at = inner[index].span;
      for (const item of openStar(frame, value)) items.push(item);
    });
    return items;
  };
}

/** The items of `*value` in a display of a list or tuple. */
function openStar(frame: Frame, value: unknown): readonly unknown[] {
  const { machine } = frame;
  if (!machine.objects.isIterable(value) && specialOf(value, '__iter__') !== null) {
    throw new PyTypeError(`Value after * must be an iterable, not ${typeName(value)}`);
  }
  return toList(machine, value);
}

function display(c: Context, node: Sequence): Operand {
  const { kind } = node;
  const isStarred = node.elements.some((element) => element.kind === 'Starred');
  if (kind === 'Set' && isStarred) return starredSet(c, node.elements);
  const items = elementsOf(c, node.elements);
  if (kind === 'List') return computed(items);
  if (kind === 'Tuple') {
    return computed((frame) => new Tuple(items(frame) as readonly unknown[]));
  }
  return setDisplay(c, node, items);
}

/** Keys of a dict display that CPython makes room for at once. */
const KEYS_AT_ONCE = 15;

function dictDisplay(c: Context, node: DictDisplay): Operand {
  const flat: Expression[] = [];
  node.keys.forEach((key, index) => {
    if (key !== null) flat.push(key);
    flat.push(node.values[index]);
  });
  const parts = c.operands(flat).map((operand) => operand.evaluate);
  const { keys, span } = node;
  return computed((frame) => {
    const dict = new Dict(frame.machine);
    if (!keys.includes(null)) dict.reserve(Math.min(keys.length, KEYS_AT_ONCE));
    let at = 0;
    for (const key of keys) {
      if (key === null) {
        const value = parts[at++](frame);
        frame.at = span;
        mergeInto(frame, dict, value);
        continue;
      }
      const evaluated = parts[at++](frame);
      const value = parts[at++](frame);
      frame.at = span;
      dict.set(evaluated, value);
    }
    return dict;
  });
}

/** `**value` in a dict display. */
function mergeInto(frame: Frame, dict: Dict, value: unknown): void {
  for (const [key, item] of mappingPairs(frame, value)) dict.set(key, item);
}

/** The pairs of a mapping: a dict, or an object with `keys` and `__getitem__`. */
export function mappingPairs(frame: Frame, value: unknown): readonly [unknown, unknown][] {
  if (value instanceof Dict) {
    return Array.from(value.entries(), (entry): [unknown, unknown] => [entry.key, entry.value]);
  }
  const { machine } = frame;
  const keys = specialOf(value, 'keys');
  if (keys === undefined) throw new PyTypeError(`'${typeName(value)}' object is not a mapping`);
  const names = toArray(machine, callFound(machine, keys, value, []));
  return names.map((key) => [key, getItem(machine, value, key)]);
}
