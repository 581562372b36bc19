// Making functions: which cells they close over, their defaults, and the function object.

import type { Cell, Frame } from '../machine/frame.ts';
import { PyFunction } from '../machine/function.ts';
import type { Scope } from '../scope.ts';
import type { Expression, FunctionDef, Lambda, Parameter } from '../tree.ts';
import type { Context } from './context.ts';
import { computed, type Evaluate, type Operand } from './operand.ts';

/** Takes the cells that a function with this scope closes over, in the order of its free slots. */
export function capturedCells(c: Context, scope: Scope): (frame: Frame) => readonly Cell[] {
  const slots = scope.captures.map((variable) => c.slotOf(variable));
  if (slots.length === 0) return () => NONE;
  return (frame) => slots.map((slot) => frame.slots[slot] as Cell);
}

const NONE: readonly Cell[] = [];

/** The function object of a `def` or lambda as an operand; its defaults are evaluated first. */
export function makeFunction(c: Context, node: FunctionDef | Lambda): Operand {
  const { positionalOnly, positional, keywordOnly } = node.parameters;
  const withDefault = (each: Parameter): boolean => each.default !== null;
  const plain = [...positionalOnly, ...positional].filter(withDefault);
  const named = keywordOnly.filter(withDefault);
  const nodes = [...plain, ...named].map((each) => each.default as Expression);
  const operands = c.operands(nodes).map((operand, index) => {
    // A default of a `def` fails at its own place, not at the name that is defined.
    const isOwnStep = node.kind === 'FunctionDef' && operand.kind === 'expression';
    return (isOwnStep ? c.saved(operand, nodes[index].span) : operand).evaluate;
  });
  const defaults = operands.slice(0, plain.length);
  const keywordDefaults = operands.slice(plain.length);
  const names = named.map((each) => c.mangle(each.name));
  const code = c.functionCode(node);
  const cells = capturedCells(c, c.module.scopes.of(node));
  return computed((frame) => {
    const values = defaults.map((evaluate) => evaluate(frame));
    const keywords = names.length === 0 ? null : keywordsOf(frame, names, keywordDefaults);
    return new PyFunction(code, frame.machine, cells(frame), values, keywords);
  });
}

function keywordsOf(
  frame: Frame,
  names: readonly string[],
  values: readonly Evaluate[],
): Map<string, unknown> {
  const keywords = new Map<string, unknown>();
  names.forEach((name, index) => {
    keywords.set(name, values[index](frame));
  });
  return keywords;
}
