// Annotations of a class body. They are not evaluated; what dataclasses and their like need of them
// is the names in order, and the word that each begins with.
// Source: CPython Python/codegen.c (codegen_annassign), Lib/dataclasses.py (_is_type).

import type { ClassBody } from '../machine/class-body.ts';
import { CLASS_BODY } from '../machine/frame.ts';
import { printExpression } from '../print-expression.ts';
import type { AnnAssign, Expression } from '../tree.ts';
import type { Annotation } from '../values.ts';
import type { Context } from './context.ts';

/** Notes `name: annotation` for the class; nothing for any other place or target. */
export function compileAnnotation(c: Context, { annotation, target, span }: AnnAssign): void {
  if (c.role !== CLASS_BODY || c.scope.kind !== 'class' || target.kind !== 'Name') return;
  const { name } = c.variable(target.id);
  const noted = annotationOf(annotation);
  c.builder.emit(span, (pc) => (frame) => {
    (frame.owner as ClassBody).annotations.set(name, noted);
    return pc + 1;
  });
}

/** What is kept of an annotation. */
export function annotationOf(node: Expression): Annotation {
  const quoted = quotedText(node);
  if (quoted === null) return { text: printExpression(node), isQuoted: false, head: headOf(node) };
  const word = /^\s*(?:\w+\s*\.)*\s*(\w+)/.exec(quoted)?.[1] ?? '';
  return { text: quoted, isQuoted: true, head: word };
}

function quotedText(node: Expression): string | null {
  return node.kind === 'Constant' && node.type === 'str' ? node.value : null;
}

function headOf(node: Expression): string {
  if (node.kind === 'Name') return node.id;
  if (node.kind === 'Attribute') return node.name;
  return node.kind === 'Subscript' ? headOf(node.value) : '';
}
