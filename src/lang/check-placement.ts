// Where a statement or keyword may not stand: `await` outside a coroutine, `return` outside a
// function, `break` outside a loop and their like. CPython finds these when it compiles, and so
// the messages are its own. Source: CPython Python/compile.c, Python/codegen.c, Python/symtable.c.

import type { Report } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Place, Rule } from './check-walk.ts';
import { partsOf } from './expression-parts.ts';
import type { DictComp, ElementComprehension, Expression, Return, Statement } from './tree.ts';

type Comprehended = ElementComprehension | DictComp;

export class PlacementRule implements Rule {
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  #error(message: string, span: Span, hint?: string): void {
    const diagnostic = { severity: 'error', code: 'placement', message, span } as const;
    this.#report(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }

  statement(node: Statement, place: Place): void {
    switch (node.kind) {
      case 'Return':
        this.#return(node, place);
        return;
      case 'Break':
      case 'Continue':
        this.#jump(node.kind === 'Break' ? 'break' : 'continue', node.span, place);
        return;
      case 'For':
        if (node.isAsync) this.#asynchronous("'async for'", node.span, place);
        return;
      case 'With':
        if (node.isAsync) this.#asynchronous("'async with'", node.span, place);
        return;
      default:
        return;
    }
  }

  #return(node: Return, place: Place): void {
    if (place.scope.kind !== 'function') {
      this.#error("'return' outside function", node.span);
      return;
    }
    if (place.inExceptStar) {
      this.#error(EXCEPT_STAR, node.span);
      return;
    }
    if (node.value !== null && place.scope.isAsync && place.scope.isGenerator) {
      this.#error("'return' with value in async generator", node.span);
    }
  }

  #jump(word: 'break' | 'continue', span: Span, place: Place): void {
    if (place.inLoop) return;
    if (place.inExceptStar) {
      this.#error(EXCEPT_STAR, span);
      return;
    }
    const message = word === 'break' ? "'break' outside loop" : "'continue' not properly in loop";
    this.#error(message, span);
  }

  expression(node: Expression, place: Place): void {
    switch (node.kind) {
      case 'Await':
        this.#asynchronous("'await'", node.span, place);
        return;
      case 'Yield':
        this.#yield("'yield'", node.span, place);
        return;
      case 'YieldFrom':
        if (place.scope.kind === 'function' && place.scope.isAsync) {
          const hint = 'write: async for x in …: yield x';
          this.#error("'yield from' inside async function", node.span, hint);
          return;
        }
        this.#yield("'yield from'", node.span, place);
        return;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
        this.#comprehension(node, place);
        return;
      default:
        return;
    }
  }

  /**
   * `await`, `async for` and `async with` need a coroutine around; in a comprehension, around
   * that.
   */
  #asynchronous(what: string, span: Span, place: Place): void {
    const { scope } = place;
    if (scope.kind === 'comprehension' || scope.kind === 'generator expression') return;
    if (scope.kind === 'function' && scope.isAsync) return;
    const isFunction = scope.kind === 'function' || scope.kind === 'lambda';
    const around = isFunction || what !== "'await'" ? 'async function' : 'function';
    this.#error(`${what} outside ${around}`, span, adviceFor(place));
  }

  #yield(what: string, span: Span, place: Place): void {
    const { scope } = place;
    if (scope.kind === 'function' || scope.kind === 'lambda') return;
    if (scope.kind === 'generator expression' || scope.kind === 'comprehension') {
      this.#error(`'yield' inside ${nameOf(scope.node.kind)}`, span);
      return;
    }
    this.#error(`${what} outside function`, span);
  }

  #comprehension(node: Comprehended, place: Place): void {
    const { scope } = place;
    if (scope.kind === 'comprehension' || scope.kind === 'generator expression') return;
    if ((scope.kind === 'function' && scope.isAsync) || !isAsynchronous(node)) return;
    const message = 'asynchronous comprehension outside of an asynchronous function';
    this.#error(message, node.span, adviceFor(place));
  }
}

const EXCEPT_STAR = "'break', 'continue' and 'return' cannot appear in an except* block";

function adviceFor(place: Place): string {
  const around = place.function;
  if (around?.kind === 'FunctionDef') return `make it a coroutine: async def ${around.name}(…)`;
  if (around !== null) return 'a lambda cannot await: write an async def';
  return 'put it into a coroutine, and start that with asyncio.run';
}

function nameOf(kind: string): string {
  if (kind === 'ListComp') return 'list comprehension';
  if (kind === 'SetComp') return 'set comprehension';
  return kind === 'DictComp' ? 'dict comprehension' : 'generator expression';
}

/** Whether a comprehension awaits: by `async for`, by `await`, or in a comprehension inside it. */
function isAsynchronous(node: Comprehended): boolean {
  if (node.generators.some(({ isAsync }) => isAsync)) return true;
  const parts = node.generators.flatMap(({ iterable, conditions }, index) =>
    index === 0 ? conditions : [iterable, ...conditions],
  );
  const elements = node.kind === 'DictComp' ? [node.key, node.value] : [node.element];
  return [...parts, ...elements].some(awaits);
}

function awaits(node: Expression): boolean {
  switch (node.kind) {
    case 'Await':
      return true;
    case 'Name':
    case 'Lambda':
    case 'GeneratorExp':
    case 'Yield':
    case 'YieldFrom':
      return false;
    case 'NamedExpr':
      return awaits(node.value);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      return isAsynchronous(node) || awaits(node.generators[0].iterable);
    default:
      return partsOf(node).some((part) => part !== null && awaits(part));
  }
}
