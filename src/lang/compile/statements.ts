// Statements. Temporaries are free again after each. Source: CPython Python/codegen.c
// (codegen_visit_stmt).

import { AssertionError } from '../../asyncio/exceptions.ts';
import type { Span } from '../../base/span.ts';
import { type Frame, RETURN } from '../machine/frame.ts';
import { raise, raiseHandled } from '../machine/raising.ts';
import { getItem, setItem } from '../objects/subscript.ts';
import type { AugAssign, Expression, If, Statement } from '../tree.ts';
import { attributeNote, itemNote, noteChange } from './access-notes.ts';
import { assignOwned } from './adopting.ts';
import { compileAnnotation } from './annotations.ts';
import { augmentedClosure } from './arithmetic.ts';
import { AttributeSite } from './attributes.ts';
import { branch } from './branching.ts';
import { Label } from './builder.ts';
import type { Context } from './context.ts';
import { compileDefinition } from './definitions.ts';
import { HOISTS } from './effects.ts';
import { compileImport, compileImportFrom } from './imports.ts';
import { compileFor, compileJump, compileWhile } from './loops.ts';
import { compileMatch } from './match.ts';
import { localSlot, readName } from './names.ts';
import { computed, constant, type Evaluate, type Operand, temporary } from './operand.ts';
import { assign, deleteTarget, evaluatePlace } from './targets.ts';
import { compileTry } from './try.ts';
import { compileWith } from './with.ts';

export function compileStatements(c: Context, body: readonly Statement[]): void {
  for (const statement of body) {
    const mark = c.builder.mark();
    compileStatement(c, statement);
    c.builder.release(mark);
  }
}

function compileStatement(c: Context, node: Statement): void {
  switch (node.kind) {
    case 'Expr':
      compileExpressionStatement(c, node.value);
      return;
    case 'Assign':
      compileAssign(c, node.targets, node.value, node.span);
      return;
    case 'AugAssign':
      compileAugmented(c, node);
      return;
    case 'AnnAssign':
      if (node.value !== null) compileAssign(c, [node.target], node.value, node.span);
      else evaluatePlace(c, node.target);
      compileAnnotation(c, node);
      return;
    case 'Return':
      compileReturn(c, node.value, node.span);
      return;
    case 'If':
      compileIf(c, node);
      return;
    case 'While':
      compileWhile(c, node);
      return;
    case 'For':
      compileFor(c, node);
      return;
    case 'Break':
    case 'Continue':
      compileJump(c, node.kind, node.span);
      return;
    case 'With':
      compileWith(c, node);
      return;
    case 'Try':
      compileTry(c, node);
      return;
    case 'FunctionDef':
    case 'ClassDef':
    case 'TypeAlias':
      compileDefinition(c, node);
      return;
    default:
      compileRest(c, node);
  }
}

type Rest = Exclude<
  Statement,
  {
    kind:
      | 'Expr'
      | 'Assign'
      | 'AugAssign'
      | 'AnnAssign'
      | 'Return'
      | 'If'
      | 'While'
      | 'For'
      | 'Break'
      | 'Continue'
      | 'With'
      | 'Try'
      | 'FunctionDef'
      | 'ClassDef'
      | 'TypeAlias';
  }
>;

function compileRest(c: Context, node: Rest): void {
  switch (node.kind) {
    case 'Raise':
      compileRaise(c, node.exception, node.cause, node.span);
      return;
    case 'Assert':
      compileAssert(c, node.test, node.message, node.span);
      return;
    case 'Delete':
      for (const target of node.targets) deleteTarget(c, target);
      return;
    case 'Match':
      compileMatch(c, node);
      return;
    case 'Import':
      compileImport(c, node);
      return;
    case 'ImportFrom':
      compileImportFrom(c, node);
      return;
    default:
      return;
  }
}

function compileExpressionStatement(c: Context, node: Expression): void {
  if (node.kind === 'Constant') return;
  if (c.hoists(node) && isDirect(node)) {
    c.into(node, c.builder.temporary());
    return;
  }
  const { evaluate, kind } = c.expression(node);
  if (kind === 'temporary') return;
  c.act(node.span, (frame) => {
    evaluate(frame);
  });
}

/** Expressions whose last instruction can put the value anywhere. */
function isDirect(node: Expression): boolean {
  return ['Call', 'Await', 'Yield', 'YieldFrom', 'BoolOp', 'IfExp', 'Compare'].includes(node.kind);
}

function compileAssign(
  c: Context,
  targets: readonly Expression[],
  value: Expression,
  span: Span,
): void {
  const [first] = targets;
  if (targets.length === 1 && first.kind === 'Name') {
    const slot = localSlot(c, first.id);
    if (slot >= 0) {
      if (c.owned.includes(slot)) assignOwned(c, value, slot);
      else c.into(value, slot);
      return;
    }
  }
  let operand: Operand = c.expression(value);
  if (targets.length > 1 && operand.kind !== 'constant') operand = c.saved(operand, value.span);
  for (const target of targets) assign(c, target, operand, span);
}

/** `target op= value`: the target's parts are evaluated once, its old value read before `value`. */
function compileAugmented(c: Context, node: AugAssign): void {
  const { target, value, operator, span } = node;
  const later = c.module.effects.of(value, c.scope);
  if (target.kind === 'Name') {
    const old = c.settled(readName(c, target.id, target.span), target.span, later);
    const operand = c.expression(value);
    const changed = noteChange(c, target, old);
    const result = computed(augmentedClosure(operator, changed, operand, span));
    assign(c, target, result, span);
    return;
  }
  const parts = target.kind === 'Subscript' ? [target.value, target.index] : [];
  if (target.kind === 'Attribute') parts.push(target.value);
  if ((later & HOISTS) === 0) {
    augmentPlainly(c, node, parts);
    return;
  }
  const held = c.operands(parts).map((part, i) => c.saved(part, parts[i].span));
  const place = placeOf(c, target, held);
  const old = c.saved(computed(place.read), target.span);
  const operand = c.expression(value);
  const result = augmentedClosure(operator, noteChange(c, target, old), operand, span);
  c.act(span, (frame) => {
    place.write(frame, result(frame));
  });
}

/** All in one instruction, where the value needs none of its own. */
function augmentPlainly(c: Context, node: AugAssign, parts: readonly Expression[]): void {
  const { target, value, operator, span } = node;
  const evaluated = c.operands(parts);
  const held = parts.map(() => temporary(c.builder.temporary()));
  const place = placeOf(c, target, held);
  const old = temporary(c.builder.temporary());
  const changed = noteChange(c, target, old);
  const result = augmentedClosure(operator, changed, c.expression(value), span);
  c.act(span, (frame) => {
    for (let i = 0; i < held.length; i++) frame.slots[held[i].slot] = evaluated[i].read(frame);
    frame.slots[old.slot] = place.read(frame);
    place.write(frame, result(frame));
  });
}

interface Place {
  readonly read: Evaluate;
  readonly write: (frame: Frame, value: unknown) => void;
}

/** An attribute or item whose object and key are in temporaries. */
function placeOf(c: Context, target: Expression, held: readonly Operand[]): Place {
  const place = plainPlaceOf(c, target, held);
  const isItem = target.kind === 'Subscript';
  const [reads, writes] = [false, true].map((isWrite) => {
    return isItem ? itemNote(c, target, isWrite) : attributeNote(c, target, isWrite);
  });
  if (reads === null || writes === null) return place;
  const [object, key] = held;
  const name = target.kind === 'Attribute' ? c.mangle(target.name) : null;
  const keyOf = (frame: Frame): unknown => (isItem ? key.read(frame) : name);
  return {
    read: (frame) => {
      reads(frame, object.read(frame), keyOf(frame));
      return place.read(frame);
    },
    write: (frame, value) => {
      writes(frame, object.read(frame), keyOf(frame));
      place.write(frame, value);
    },
  };
}

function plainPlaceOf(c: Context, target: Expression, held: readonly Operand[]): Place {
  const { span } = target;
  if (target.kind === 'Attribute') {
    const name = c.mangle(target.name);
    const [object] = held;
    const site = new AttributeSite(name, span);
    return {
      read: (frame) => site.get(frame, object.read(frame)),
      write: (frame, value) => site.set(frame, object.read(frame), value),
    };
  }
  const [object, key] = held;
  return {
    read: (frame) => {
      const self = object.read(frame);
      frame.at = span;
      return getItem(frame.machine, self, key.read(frame));
    },
    write: (frame, value) => {
      frame.at = span;
      setItem(frame.machine, object.read(frame), key.read(frame), value);
    },
  };
}

function compileReturn(c: Context, value: Expression | null, span: Span): void {
  let operand = value === null ? constant(null) : c.expression(value);
  if (c.blocks.length > 0 && operand.kind !== 'constant') {
    const { returnSlot } = c.builder;
    c.store(operand, returnSlot, span);
    operand = temporary(returnSlot);
  }
  c.leaveTo(0, span, () => emitReturn(c, operand, span));
}

export function emitReturn(c: Context, operand: Operand, span: Span): void {
  c.builder.emit(span, () => (frame) => {
    frame.machine.value = operand.read(frame);
    return RETURN;
  });
}

function compileIf(c: Context, node: If): void {
  const [otherwise, end] = [new Label(), new Label()];
  branch(c, node.test, true, otherwise);
  c.statements(node.body);
  if (node.orelse.length > 0) c.builder.jump(node.test.span, end);
  c.builder.place(otherwise);
  c.statements(node.orelse);
  c.builder.place(end);
}

function compileRaise(
  c: Context,
  exception: Expression | null,
  cause: Expression | null,
  span: Span,
): void {
  if (exception === null) {
    c.builder.emit(span, () => (frame) => {
      frame.at = null;
      raiseHandled(frame);
    });
    return;
  }
  const operands = c.operands(cause === null ? [exception] : [exception, cause]);
  const given = operands[0].evaluate;
  const from = cause === null ? () => undefined : operands[1].evaluate;
  c.builder.emit(span, () => (frame) => {
    const error = given(frame);
    const reason = from(frame);
    frame.at = null;
    raise(frame, error, reason);
  });
}

function compileAssert(c: Context, test: Expression, message: Expression | null, span: Span): void {
  const [fails, end] = [new Label(), new Label()];
  branch(c, test, true, fails);
  c.builder.jump(span, end);
  c.builder.place(fails);
  const { evaluate } = message === null ? constant(undefined) : c.expression(message);
  c.builder.emit(test.span, () => (frame) => {
    const value = evaluate(frame);
    frame.at = null;
    throw value === undefined ? new AssertionError() : new AssertionError(value);
  });
  c.builder.place(end);
}
