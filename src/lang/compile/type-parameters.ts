// Type parameters of functions, classes and types: made anew where the statement runs, in variables
// of a scope that shares the frame around, as a comprehension's do.
// Source: CPython Python/codegen.c (codegen_type_params), PEP 695.

import { Cell, type Frame } from '../machine/frame.ts';
import { PyFunction } from '../machine/function.ts';
import { TypeAlias as Alias, type TypeParameter } from '../objects/generic-alias.ts';
import { typeParameter } from '../objects/type-parameters.ts';
import type { FunctionDef, Lambda, TypeAlias, TypeParameters } from '../tree.ts';
import { makeFunction } from './closures.ts';
import { freshCells, inside } from './comprehensions.ts';
import type { Context } from './context.ts';
import { readName, writeName } from './names.ts';
import { computed, type Operand } from './operand.ts';

/** The type parameters that a frame has made. */
export type Made = (frame: Frame) => readonly TypeParameter[];

const NONE: Made = () => [];

/** Emits the making of the parameters. */
function emitParameters(c: Context, node: TypeParameters): Made {
  const cells = freshCells(c, c.module.scopes.of(node));
  c.act(node.span, (frame) => {
    for (const slot of cells) frame.slots[slot] = new Cell();
  });
  const lazily = (value: Lambda | null): ((frame: Frame) => unknown) =>
    value === null ? () => null : makeFunction(c, value).evaluate;
  const reads = node.parameters.map(({ name, sort, bound, byDefault, span }) => {
    const [limit, otherwise] = [lazily(bound), lazily(byDefault)];
    const write = writeName(c, name);
    c.act(span, (frame) => {
      write(frame, typeParameter(sort, name, limit(frame), otherwise(frame)));
    });
    return readName(c, name, span).evaluate;
  });
  return (frame) => reads.map((read) => read(frame) as TypeParameter);
}

/** Compiles what stands inside of type parameters, where there are some. */
export function withTypeParameters<T>(
  c: Context,
  node: TypeParameters | null | undefined,
  make: (parameters: Made) => T,
): T {
  if (node === null || node === undefined) return make(NONE);
  return inside(c, c.module.scopes.of(node), () => make(emitParameters(c, node)));
}

/** A function with type parameters; its defaults are evaluated outside of them. */
export function makeGenericFunction(c: Context, node: FunctionDef): Operand {
  const { typeParameters } = node;
  if (typeParameters === null || typeParameters === undefined) return makeFunction(c, node);
  const parameters = withTypeParameters(c, typeParameters, (made) => made);
  const { evaluate } = makeFunction(c, node);
  return computed((frame) => {
    const made = evaluate(frame);
    if (made instanceof PyFunction) made.typeParameters = parameters(frame);
    return made;
  });
}

/** The value of a `type` statement. */
export function makeTypeAlias(c: Context, node: TypeAlias): Operand {
  return withTypeParameters(c, node.typeParameters, (parameters) => {
    const { evaluate } = makeFunction(c, node.value);
    return computed((frame) => new Alias(node.name, parameters(frame), evaluate(frame)));
  });
}
