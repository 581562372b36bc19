// Compiling a module, and single expressions in the scope of one (the expectations of a scenario).

import { analyse } from '../analyse.ts';
import { derivedTargets } from '../derived-writes.ts';
import { type Code, FUNCTION, MODULE } from '../machine/frame.ts';
import type { Scopes } from '../scope.ts';
import type { Expression, Module, Return } from '../tree.ts';
import { Builder } from './builder.ts';
import { GlobalTable, type ModuleContext } from './context.ts';
import { Effects } from './effects.ts';
import {
  assemble,
  docOf,
  FunctionCompiler,
  NO_PARAMETERS,
  planSlots,
} from './function-compiler.ts';
import { constant } from './operand.ts';
import { emitReturn } from './statements.ts';

/** A compiled module: its code, and the names of its variables by index. */
export interface CompiledModule {
  readonly code: Code;
  readonly globals: GlobalTable;
  readonly file: string;
  readonly doc: string | null;
  /** The lines that have instructions, where these tell when they run; null where not. */
  readonly lines: ReadonlySet<number> | null;
  readonly tellsAccesses: boolean;
  /** Whether generators can be made at all. */
  readonly hasGenerators: boolean;
  /** The code of expressions that were compiled in its scope: once, for all runs. */
  readonly expressions: WeakMap<Expression, Code>;
}

/** What code tells of itself when it runs: each costs time, and is for those who look on. */
export interface Telling {
  /** Its lines, to `onLine`. */
  readonly lines: boolean;
  /** The shared places that it reads and writes, to `accesses`. */
  readonly accesses: boolean;
}

const NOTHING: Telling = { lines: false, accesses: false };

/** Whether a module was compiled to tell just that. */
export function tellsAs(module: CompiledModule, telling: Telling): boolean {
  const tellsLines = module.lines !== null;
  return tellsLines === telling.lines && module.tellsAccesses === telling.accesses;
}

/**
 * Compiles a module whose scopes had no problems.
 * @param file the name that tracebacks show.
 * @param telling what instructions tell the machine beside what they do.
 */
export function compileModule(
  module: Module,
  scopes: Scopes,
  file: string,
  telling: Telling = NOTHING,
): CompiledModule {
  const globals = new GlobalTable();
  const lines = telling.lines ? new Set<number>() : null;
  const tellsAccesses = telling.accesses;
  const context: ModuleContext = {
    ...{ file, scopes, effects: new Effects(scopes), globals, lines, tellsAccesses },
    derivedTargets: tellsAccesses ? derivedTargets(module) : new Set(),
  };
  for (const name of scopes.module.variables.keys()) globals.index(name);
  const code = compileBody(module, context);
  const { hasGenerators } = scopes;
  const expressions = new WeakMap<Expression, Code>();
  const doc = docOf(module.body);
  return { code, globals, file, doc, lines, tellsAccesses, hasGenerators, expressions };
}

function compileBody(module: Module, context: ModuleContext): Code {
  const scope = context.scopes.module;
  const plan = planSlots(scope, 0);
  const compiler = new FunctionCompiler({
    module: context,
    builder: new Builder(plan.count),
    role: MODULE,
    scope,
    slots: plan.slots,
    className: null,
    qualname: '<module>',
  });
  compiler.statements(module.body);
  emitReturn(compiler, constant(null), module.span);
  return assemble(compiler, {
    name: '<module>',
    span: module.span,
    doc: null,
    plan,
    layout: NO_PARAMETERS,
  });
}

/** The code of an expression in the scope of a module, compiled where it is not known yet. */
export function expressionIn(module: CompiledModule, expression: Expression): Code {
  const known = module.expressions.get(expression);
  if (known !== undefined) return known;
  const code = compileInModule(expression, module.globals, module.file);
  module.expressions.set(expression, code);
  return code;
}

/**
 * Compiles an expression to the code of a function without parameters that reads the module's
 * variables. Names that the module does not have are added to its table.
 */
function compileInModule(expression: Expression, globals: GlobalTable, file: string): Code {
  const { span } = expression;
  const statement: Return = { kind: 'Return', value: expression, span };
  const module: Module = { kind: 'Module', body: [statement], span };
  const scopes = analyse(module);
  for (const name of scopes.module.variables.keys()) globals.index(name);
  const effects = new Effects(scopes);
  const context: ModuleContext = {
    ...{ file, scopes, effects, globals, lines: null },
    ...{ tellsAccesses: false, derivedTargets: new Set() },
  };
  const code = compileBody(module, context);
  return { ...code, role: FUNCTION, name: '<expectation>', qualname: '<expectation>' };
}
