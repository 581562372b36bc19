// One piece of code, from the syntax tree to instructions: the context that brings the parts of the
// compiler together, and the code objects of functions, lambdas, generator expressions, class
// bodies and modules.

import type { Span } from '../../base/span.ts';
import {
  ASYNC_GENERATOR,
  CLASS_BODY,
  COROUTINE,
  type Code,
  FUNCTION,
  GENERATOR,
  type ParameterLayout,
  type Role,
} from '../machine/frame.ts';
import { letGo } from '../machine/ownership.ts';
import { mangle, type Scope, type Variable } from '../scope.ts';
import type {
  ClassDef,
  ElementComprehension,
  Expression,
  FunctionDef,
  Lambda,
  Parameters,
  Statement,
} from '../tree.ts';
import { noteUse } from './access-notes.ts';
import { adoptArguments } from './adopting.ts';
import { boolInto, compareInto, conditionalInto } from './branching.ts';
import { Builder } from './builder.ts';
import { callInto, compileCall } from './calls.ts';
import { makeFunction } from './closures.ts';
import { compileComprehension, emitLoops, generatorExpression } from './comprehensions.ts';
import { type Block, Context } from './context.ts';
import { emitDrawnDuration } from './drawn-durations.ts';
import { compileExpression } from './expressions.ts';
import { withLines } from './line-notes.ts';
import { constant, type Operand, temporary } from './operand.ts';
import { ownedNames, returnedCalls } from './owned-names.ts';
import { compileStatements, emitReturn } from './statements.ts';
import { awaitInto, emitYield, yieldFromInto, yieldInto } from './suspending.ts';

export class FunctionCompiler extends Context {
  expression(node: Expression): Operand {
    return noteUse(this, node, this.#operand(node));
  }

  #operand(node: Expression): Operand {
    if (this.drawn.has(node)) {
      const slot = this.builder.temporary();
      this.into(node, slot);
      return temporary(slot);
    }
    switch (node.kind) {
      case 'Call': {
        const made = compileCall(this, node);
        adoptArguments(this, node, made);
        return made;
      }
      case 'Await':
      case 'Yield':
      case 'YieldFrom': {
        const slot = this.builder.temporary();
        this.into(node, slot);
        return temporary(slot);
      }
      case 'Lambda':
        return makeFunction(this, node);
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
        return compileComprehension(this, node);
      case 'GeneratorExp':
        return generatorExpression(this, node);
      default:
        return compileExpression(this, node);
    }
  }

  into(node: Expression, slot: number): void {
    if (this.drawn.delete(node)) {
      this.into(node, slot);
      emitDrawnDuration(this, node, slot);
      return;
    }
    switch (node.kind) {
      case 'Call':
        callInto(this, node, slot);
        adoptArguments(this, node, temporary(slot));
        return;
      case 'Await':
        awaitInto(this, node, slot);
        return;
      case 'Yield':
        yieldInto(this, node, slot);
        return;
      case 'YieldFrom':
        yieldFromInto(this, node, slot);
        return;
      default:
        if (this.hoists(node) && this.#jumpInto(node, slot)) return;
        this.store(this.expression(node), slot, node.span);
    }
  }

  /** Expressions that jump and have instructions inside: false for all others. */
  #jumpInto(node: Expression, slot: number): boolean {
    // A slot of a variable may be read by a later part, so only temporaries take parts of a result.
    if (this.#isVariable(slot)) return false;
    if (node.kind === 'BoolOp') boolInto(this, node.values, node.operator, slot);
    else if (node.kind === 'IfExp') {
      conditionalInto(this, [node.test, node.body, node.orelse], slot);
    } else if (node.kind === 'Compare') compareInto(this, node, slot);
    else return false;
    return true;
  }

  #isVariable(slot: number): boolean {
    return slot < this.variableCount;
  }

  statements(body: readonly Statement[]): void {
    compileStatements(this, body);
  }

  functionCode(node: FunctionDef | Lambda | ElementComprehension): Code {
    const scope = this.module.scopes.of(node);
    if (node.kind === 'FunctionDef') {
      return compileFunction(
        this,
        scope,
        node.name,
        node.parameters,
        node.span,
        (inner) => bodyOf(inner, node, scope),
        docOf(node.body),
        node.decorators.length === 0 ? node.span.line : node.decorators[0].span.line,
      );
    }
    if (node.kind === 'Lambda') {
      return compileFunction(this, scope, '<lambda>', node.parameters, node.span, (inner) => {
        emitReturn(inner, inner.expression(node.body), node.body.span);
      });
    }
    return this.#generatorCode(node, scope);
  }

  #generatorCode(node: ElementComprehension, scope: Scope): Code {
    return compileFunction(this, scope, '<genexpr>', null, node.span, (inner) => {
      const cursor = inner.builder.temporary();
      inner.owned = [0];
      inner.store(temporary(0), cursor, node.generators[0].iterable.span);
      emitLoops(
        inner,
        node.generators,
        cursor,
        () => {
          const item = inner.expression(node.element);
          emitYield(inner, node.element.span, item, inner.builder.temporary());
        },
        true,
      );
      emitReturn(inner, constant(null), node.span);
    });
  }

  classCode(node: ClassDef): Code {
    const scope = this.module.scopes.of(node);
    const qualname = qualify(this, node.name);
    const plan = planSlots(scope, 0);
    const inner = new FunctionCompiler({
      module: this.module,
      builder: new Builder(plan.count),
      role: CLASS_BODY,
      scope,
      slots: plan.slots,
      className: node.name,
      qualname,
    });
    const doc = docOf(node.body);
    inner.act(node.span, (frame) => {
      const { names } = frame.owner as { names: Map<string, unknown> };
      names.set('__module__', '__main__');
      names.set('__qualname__', qualname);
      names.set('__doc__', doc);
    });
    inner.statements(node.body);
    emitReturn(inner, constant(null), node.span);
    return assemble(inner, { name: node.name, span: node.span, doc, plan, layout: NO_PARAMETERS });
  }
}

/** A function's statements; variables that may own a generator let go of it in the end. */
function bodyOf(inner: FunctionCompiler, node: FunctionDef, scope: Scope): void {
  const end = lastSpan(node.body, node.span);
  if (inner.module.scopes.hasGenerators) {
    const names = [...ownedNames(node, scope)];
    if (inner.role === FUNCTION) inner.makes = returnedCalls(node.body) ?? [];
    inner.owned = names.map((name) => inner.slotOf(scope.variable(name)));
  }
  const { owned } = inner;
  if (owned.length === 0) {
    inner.statements(node.body);
  } else {
    const block = lettingGo(inner);
    inner.within(block, () => inner.statements(node.body));
    block.leave(end);
  }
  emitReturn(inner, constant(null), end);
}

function lettingGo(c: Context): Block {
  return {
    loop: null,
    leave: (span) => {
      c.builder.handler = -1;
      c.builder.handling = -1;
      c.act(span, letGo);
    },
  };
}

/** The text that stands first in a body. */
export function docOf(body: readonly Statement[]): string | null {
  const [first] = body;
  if (first === undefined || first.kind !== 'Expr') return null;
  const { value } = first;
  return value.kind === 'Constant' && value.type === 'str' ? value.value : null;
}

function lastSpan(body: readonly Statement[], span: Span): Span {
  return body.length === 0 ? span : body[body.length - 1].span;
}

function qualify(c: Context, name: string): string {
  if (c.frameScope.kind === 'module') return name;
  const variable = c.frameScope.get(name);
  if (variable?.declared === 'global') return name;
  return c.role === CLASS_BODY ? `${c.qualname}.${name}` : `${c.qualname}.<locals>.${name}`;
}

export const NO_PARAMETERS: ParameterLayout = {
  names: [],
  positionalOnly: 0,
  positional: 0,
  keywordOnly: 0,
  restSlot: -1,
  keywordRestSlot: -1,
};

/** Slots of the variables of a frame: parameters first, then the others, then what is captured. */
export interface SlotPlan {
  readonly slots: ReadonlyMap<Variable, number>;
  readonly count: number;
  readonly cellSlots: readonly number[];
  readonly freeSlots: readonly number[];
  readonly names: readonly string[];
}

/** @param hidden number of slots before all variables, for what has no name. */
export function planSlots(
  scope: Scope,
  hidden: number,
  parameters: readonly string[] = [],
): SlotPlan {
  const slots = new Map<Variable, number>();
  const names: string[] = new Array<string>(hidden).fill('');
  const cellSlots: number[] = [];
  const give = (variable: Variable): void => {
    if (slots.has(variable)) return;
    slots.set(variable, names.length);
    names.push(variable.name);
  };
  for (const name of parameters) give(scope.variable(name));
  const visit = (each: Scope): void => {
    for (const variable of each.variables.values()) {
      const isOwn = variable.owner === each;
      if (isOwn && (variable.reach === 'local' || variable.reach === 'cell')) {
        if (each.kind === 'class' && variable.reach === 'local') continue;
        give(variable);
        if (variable.reach === 'cell' && each === scope) {
          cellSlots.push(slots.get(variable) as number);
        }
      }
    }
    for (const child of each.children) if (child.kind === 'comprehension') visit(child);
  };
  visit(scope);
  const freeSlots = scope.captures.map((variable) => {
    give(variable);
    return slots.get(variable) as number;
  });
  return { slots, count: names.length, cellSlots, freeSlots, names };
}

function layoutOf(
  c: Context,
  parameters: Parameters,
): {
  layout: ParameterLayout;
  ordered: readonly string[];
} {
  const { positionalOnly, positional, rest, keywordOnly, keywordRest } = parameters;
  const named = [...positionalOnly, ...positional, ...keywordOnly];
  const names = named.map((each) => mangle(c.className, each.name));
  const ordered = [...names];
  const restSlot = rest === null ? -1 : ordered.push(mangle(c.className, rest.name)) - 1;
  const keywordRestSlot =
    keywordRest === null ? -1 : ordered.push(mangle(c.className, keywordRest.name)) - 1;
  const layout = {
    names,
    positionalOnly: positionalOnly.length,
    positional: positionalOnly.length + positional.length,
    keywordOnly: keywordOnly.length,
    restSlot,
    keywordRestSlot,
  };
  return { layout, ordered };
}

function roleOf(scope: Scope): Role {
  if (scope.kind === 'generator expression') return scope.isAsync ? ASYNC_GENERATOR : GENERATOR;
  if (scope.isAsync) return scope.isGenerator ? ASYNC_GENERATOR : COROUTINE;
  return scope.isGenerator ? GENERATOR : FUNCTION;
}

function compileFunction(
  c: Context,
  scope: Scope,
  name: string,
  parameters: Parameters | null,
  span: Span,
  body: (inner: FunctionCompiler) => void,
  doc: string | null = null,
  firstLine: number = span.line,
): Code {
  const { layout, ordered } =
    parameters === null ? { layout: NO_PARAMETERS, ordered: [] } : layoutOf(c, parameters);
  const plan = planSlots(scope, parameters === null ? 1 : 0, ordered);
  const inner = new FunctionCompiler({
    module: c.module,
    builder: new Builder(plan.count),
    role: roleOf(scope),
    scope,
    slots: plan.slots,
    className: c.className,
    qualname: qualify(c, name),
  });
  body(inner);
  return assemble(inner, { name, span, firstLine, doc, plan, layout });
}

interface Assembly {
  readonly name: string;
  readonly span: Span;
  /** That of the first decorator, where there is one. */
  readonly firstLine?: number;
  readonly doc: string | null;
  readonly plan: SlotPlan;
  readonly layout: ParameterLayout;
}

/** The finished code of a compiler. */
export function assemble(c: Context, assembly: Assembly): Code {
  const { name, span, doc, plan, layout } = assembly;
  const { builder } = c;
  const isSimple = layout.keywordOnly === 0 && layout.restSlot < 0 && layout.keywordRestSlot < 0;
  return {
    name,
    qualname: c.qualname,
    file: c.module.file,
    role: c.role,
    isAsync: c.isAsync,
    span,
    firstLine: assembly.firstLine ?? span.line,
    doc,
    parameters: layout,
    simpleArity: isSimple ? layout.positional : -1,
    template: new Array<unknown>(builder.size).fill(undefined),
    cellSlots: plan.cellSlots,
    freeSlots: plan.freeSlots,
    needsCells: plan.cellSlots.length > 0 || plan.freeSlots.length > 0,
    delegating: builder.delegating,
    owned: c.owned,
    makes: c.makes,
    slotNames: plan.names,
    ...withLines(builder.finish(), c.module.lines),
  };
}
