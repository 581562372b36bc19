// The statements `def`, `class` and `type`: decorators, type parameters, the run of a class body.
// Source: CPython Python/codegen.c (codegen_function, codegen_class, codegen_typealias).

import { RecursionError } from '../../asyncio/exceptions.ts';
import { callValue } from '../machine/calls.ts';
import { ClassBody } from '../machine/class-body.ts';
import { CALL, Cell, Frame } from '../machine/frame.ts';
import type { ClassDef, Expression, FunctionDef, TypeAlias } from '../tree.ts';
import { capturedCells } from './closures.ts';
import type { Context } from './context.ts';
import { elementsOf } from './expressions.ts';
import { type Operand, temporary } from './operand.ts';
import { assign } from './targets.ts';
import {
  type Made,
  makeGenericFunction,
  makeTypeAlias,
  withTypeParameters,
} from './type-parameters.ts';

export function compileDefinition(c: Context, node: FunctionDef | ClassDef | TypeAlias): void {
  if (node.kind === 'FunctionDef') {
    decorated(c, node, node.decorators, () => makeGenericFunction(c, node));
  } else if (node.kind === 'ClassDef') {
    decorated(c, node, node.decorators, () =>
      withTypeParameters(c, node.typeParameters, (parameters) => makeClass(c, node, parameters)),
    );
  } else decorated(c, node, [], () => makeTypeAlias(c, node));
}

/** Decorators are evaluated first and applied last, the lowest first. */
function decorated(
  c: Context,
  node: FunctionDef | ClassDef | TypeAlias,
  decorators: readonly Expression[],
  make: () => Operand,
): void {
  const { builder } = c;
  const held = decorators.map((each) => c.saved(c.expression(each), each.span));
  let value = make();
  if (held.length > 0) value = c.saved(value, node.nameSpan);
  for (let i = held.length - 1; i >= 0; i--) {
    const { evaluate } = held[i];
    const argument = value.evaluate;
    const slot = builder.temporary();
    builder.emit(decorators[i].span, (pc) => {
      const next = pc + 1;
      return (frame) => callValue(frame, evaluate(frame), [argument(frame)], null, slot, next);
    });
    value = temporary(slot);
  }
  const target = { kind: 'Name', id: node.name, span: node.nameSpan } as const;
  assign(c, target, value, node.nameSpan);
}

/** Emits the run of a class body; the class is in a temporary. */
function makeClass(c: Context, node: ClassDef, parameters: Made): Operand {
  const slot = c.builder.temporary();
  const code = c.classCode(node);
  const scope = c.module.scopes.of(node);
  const cells = capturedCells(c, scope);
  const values = node.keywords.map((keyword) => keyword.value);
  const bases = elementsOf(c, [...node.bases, ...values]);
  const names = node.keywords.map((keyword) => keyword.name ?? '');
  c.builder.emit(node.span, () => (frame) => {
    const evaluated = bases(frame) as unknown[];
    frame.at = null;
    const parents = evaluated.slice(0, evaluated.length - values.length);
    const keywords = new Map(names.map((name, i) => [name, evaluated[parents.length + i]]));
    const { machine } = frame;
    const depth = frame.depth + 1;
    if (depth >= machine.limits.recursion) {
      throw new RecursionError('maximum recursion depth exceeded');
    }
    const slots = code.template.slice();
    for (const each of code.cellSlots) slots[each] = new Cell();
    const captured = cells(frame);
    code.freeSlots.forEach((each, i) => {
      slots[each] = captured[i];
    });
    const callee = new Frame(code, machine, slots);
    const generic = parameters(frame);
    const body = new ClassBody(node.name, code.qualname, parents, keywords, generic);
    if (scope.needsClassCell) body.classCell = slots[code.cellSlots[0]] as Cell;
    callee.owner = body;
    callee.depth = depth;
    callee.caller = frame;
    frame.target = slot;
    machine.top = callee;
    return CALL;
  });
  return temporary(slot);
}
