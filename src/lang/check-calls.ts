// Calls whose callee is known from the text: a function of the program, a built-in, a member of a
// module. Wrong counts and wrong keyword names are refused before the run, unless a `try` around
// expects the TypeError.

import type { Report } from '../base/diagnostic.ts';
import { type CallShape, mistakeOfCall, shapeOfFunction, shapeOfSignature } from './call-shape.ts';
import type { Definitions, Meaning } from './check-definitions.ts';
import type { Place, Rule } from './check-walk.ts';
import type { Expression } from './tree.ts';

export class CallRule implements Rule {
  readonly #report: Report;
  readonly #definitions: Definitions;
  readonly #shapes = new Map<string, CallShape>();

  constructor(report: Report, definitions: Definitions) {
    this.#report = report;
    this.#definitions = definitions;
  }

  expression(node: Expression, place: Place): void {
    if (node.kind !== 'Call' || place.isGuarded) return;
    if (['TypeError', 'Exception', 'BaseException'].some((name) => place.caught.has(name))) return;
    const meaning = this.#definitions.meaningOf(node.callee, place);
    const shape = meaning === null ? null : this.#shapeOf(meaning);
    const mistake = shape === null ? null : mistakeOfCall(node, shape);
    if (mistake !== null) this.#report({ severity: 'error', code: 'call', ...mistake });
  }

  #shapeOf(meaning: Meaning): CallShape | null {
    if (meaning.kind === 'function') {
      return shapeOfFunction(meaning.node.name, meaning.node.parameters);
    }
    if (meaning.kind !== 'member' || meaning.known.signature === undefined) return null;
    if (meaning.name === 'create_task' && this.#definitions.setsTaskFactory) return null;
    const { signature } = meaning.known;
    const known = this.#shapes.get(signature);
    if (known !== undefined) return known;
    const shape = shapeOfSignature(signature);
    this.#shapes.set(signature, shape);
    return shape;
  }
}
