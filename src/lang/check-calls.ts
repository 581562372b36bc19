// Calls whose callee is known from the text: a function of the program, a built-in, a member of a
// module. Wrong counts and wrong keyword names are refused before the run, unless a `try` around
// expects the TypeError.

import type { Report } from '../base/diagnostic.ts';
import { adviseCall } from './call-advice.ts';
import {
  type CallMistake,
  type CallShape,
  mistakeOfCall,
  shapeOfFunction,
  shapeOfSignature,
  withoutFirst,
} from './call-shape.ts';
import type { Definitions, Meaning } from './check-definitions.ts';
import type { Place, Rule } from './check-walk.ts';
import type { Attribute, Call, ClassDef, Expression, FunctionDef } from './tree.ts';

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
    // The parser has refused such a call already, and the count would only be a consequence.
    if (isOutOfOrder(node)) return;
    const mistake = this.#mistakeOf(node, place);
    if (mistake !== null) this.#report({ severity: 'error', code: 'call', ...mistake });
  }

  #mistakeOf(node: Call, place: Place): CallMistake | null {
    const meaning = this.#definitions.meaningOf(node.callee, place);
    if (meaning?.kind === 'class') return this.#mistakeOfClass(node, meaning.node);
    const shape = meaning === null ? null : this.#shapeOf(meaning);
    if (shape !== null) return adviseCall(shape.name, mistakeOfCall(node, shape));
    return node.callee.kind === 'Attribute'
      ? this.#mistakeOfMethod(node, node.callee, place)
      : null;
  }

  /** `self.method(…)` of the class around, or a method of an object of asyncio. */
  #mistakeOfMethod(node: Call, { value, name }: Attribute, place: Place): CallMistake | null {
    const object = this.#definitions.meaningOf(value, place);
    if (object?.kind === 'object' && object.module === 'asyncio') {
      const method = object.known.members?.().names.get(name);
      if (method?.signature === undefined || name.startsWith('__')) return null;
      const shape = { ...shapeOfSignature(method.signature), name: `${method.owner}.${name}` };
      return adviseCall(shape.name, mistakeOfCall(node, shape, 1));
    }
    const { className, function: around } = place;
    if (value.kind !== 'Name' || className === null || around?.kind !== 'FunctionDef') return null;
    const { positionalOnly, positional } = around.parameters;
    const first = positionalOnly[0] ?? positional[0];
    if (first?.name !== value.id || this.#definitions.isDerivedFrom(className)) return null;
    const method = this.#definitions.methodOf(place, name);
    return method === null ? null : mistakeOfBound(node, `${className}.${name}`, method);
  }

  /** The call of a class that nothing but its own `__init__` has a say in. */
  #mistakeOfClass(node: Call, cls: ClassDef): CallMistake | null {
    const isPlain = cls.bases.length === 0 && cls.keywords.length === 0;
    const methods = cls.body.filter((each) => each.kind === 'FunctionDef');
    const makers = methods.filter(({ name }) => name === '__init__' || name === '__new__');
    const others = cls.body.some(({ kind }) => kind !== 'FunctionDef' && !harmless.has(kind));
    if (!isPlain || others || makers.length > 1) return null;
    const [maker] = makers;
    if (maker?.name === '__new__' || (maker?.decorators.length ?? 0) > 0) return null;
    if (maker !== undefined) return mistakeOfBound(node, `${cls.name}.__init__`, maker);
    const argument = node.args[0] ?? node.keywords[0];
    const isHidden = node.args[0]?.kind === 'Starred' || node.keywords[0]?.name === null;
    if (argument === undefined || isHidden) return null;
    return { message: `${cls.name}() takes no arguments`, span: argument.span };
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

/** Statements of a class body that bind no method. */
const harmless: ReadonlySet<string> = new Set(['Expr', 'Pass', 'Assign', 'AnnAssign', 'ClassDef']);

function mistakeOfBound(node: Call, name: string, method: FunctionDef): CallMistake | null {
  const whole = shapeOfFunction(name, method.parameters);
  const shape = withoutFirst(whole);
  if (shape !== null) return withAdviceForSelf(mistakeOfCall(node, shape, 1), whole, method);
  if (whole.hasRest) return null;
  const given = node.args.filter(({ kind }) => kind !== 'Starred').length + 1;
  const message = `${name}() takes 0 positional arguments but ${given} ${given === 1 ? 'was' : 'were'} given`;
  const hint = `a method's first parameter is the object: def ${method.name}(self)`;
  return { message, span: node.span, hint };
}

/** A first parameter with another name is most likely an argument, and the object is forgotten. */
function withAdviceForSelf(
  mistake: CallMistake | null,
  { positional }: CallShape,
  { name }: FunctionDef,
): CallMistake | null {
  const first = positional[0]?.name;
  const isCount = mistake?.message.includes(' positional argument') ?? false;
  if (mistake === null || !isCount || first === undefined) return mistake;
  if (/^(?:self|this|cls|me|_|s)$/.test(first)) return mistake;
  const hint = `a method's first parameter is the object: def ${name}(self, ${first}, …)`;
  return { ...mistake, hint };
}

/** Whether a positional argument stands after a keyword. */
function isOutOfOrder({ args, keywords }: Call): boolean {
  const [first] = keywords;
  if (first === undefined) return false;
  return args.some(
    ({ kind, span }) =>
      kind !== 'Starred' &&
      (span.line > first.span.line ||
        (span.line === first.span.line && span.column > first.span.column)),
  );
}
