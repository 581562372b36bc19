// Signatures of built-ins, parsed from their Python text: `name(a, b=1, /, *rest, key=None,
// **more)`. A literal gives a default; `x=...` makes a parameter optional, and its argument is
// undefined where it is absent. The checker takes a built-in's arity from here, the binder
// (signature.ts) everything.

import { invariant } from '../../base/stop.ts';
import { Builtin, Float, Tuple } from '../values.ts';

/**
 * A function that is written in Python in CPython (asyncio.sleep, Queue.put): it is a `function`,
 * and wrong arguments get the messages of Python's functions, not those of C's.
 */
export class LibraryFunction extends Builtin {}

export interface BuiltinParameter {
  readonly name: string;
  readonly kind: 'positional-only' | 'positional' | 'rest' | 'keyword-only' | 'keyword-rest';
  readonly required: boolean;
  readonly default: unknown;
}

export interface Signature {
  readonly name: string;
  readonly parameters: readonly BuiltinParameter[];
  /** How many arguments may be given by position: `self` included, `*rest` apart. */
  readonly positional: readonly BuiltinParameter[];
  readonly required: number;
  readonly hasSelf: boolean;
  readonly rest: boolean;
  readonly keywordOnly: readonly BuiltinParameter[];
  readonly keywordRest: boolean;
  /** No `*rest`, no keyword-only parameter, no `**rest`. */
  readonly isPlain: boolean;
}

/** The signature of a built-in, parsed on first use. */
export function signatureOf(builtin: Builtin): Signature {
  builtin.plan ??= parseSignature(builtin.signature);
  return builtin.plan as Signature;
}

/**
 * Parses `name(a, b=1, /, *rest, key=None, **more)`. The text is ours: a mistake in it is a bug.
 */
export function parseSignature(text: string): Signature {
  const open = text.indexOf('(');
  invariant(open > 0 && text.endsWith(')'), `a signature that is none: ${text}`);
  const parameters: BuiltinParameter[] = [];
  let keywordOnly = false;
  for (const part of splitParameters(text.slice(open + 1, -1))) {
    if (part === '/') {
      for (let i = 0; i < parameters.length; i++) {
        parameters[i] = { ...parameters[i], kind: 'positional-only' };
      }
    } else if (part === '*') {
      keywordOnly = true;
    } else {
      const parameter = parseParameter(part, keywordOnly);
      if (parameter.kind === 'rest') keywordOnly = true;
      parameters.push(parameter);
    }
  }
  const positional = parameters.filter(
    ({ kind }) => kind === 'positional' || kind === 'positional-only',
  );
  const only = parameters.filter(({ kind }) => kind === 'keyword-only');
  const rest = parameters.some(({ kind }) => kind === 'rest');
  const keywordRest = parameters.some(({ kind }) => kind === 'keyword-rest');
  return {
    name: text.slice(0, open),
    parameters,
    positional,
    required: positional.filter(({ required }) => required).length,
    hasSelf: parameters.length > 0 && parameters[0].name === 'self',
    rest,
    keywordOnly: only,
    keywordRest,
    isPlain: !rest && !keywordRest && only.length === 0,
  };
}

function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quote = '';
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quote !== '') {
      if (c === '\\') i++;
      else if (c === quote) quote = '';
    } else if (c === "'" || c === '"') quote = c;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  const last = text.slice(start).trim();
  if (last !== '') parts.push(last);
  return parts;
}

function parseParameter(part: string, keywordOnly: boolean): BuiltinParameter {
  if (part.startsWith('**')) return parameter(part.slice(2), 'keyword-rest', false);
  if (part.startsWith('*')) return parameter(part.slice(1), 'rest', false);
  const kind = keywordOnly ? 'keyword-only' : 'positional';
  const equals = part.indexOf('=');
  if (equals < 0) return parameter(part, kind, true);
  return parameter(
    part.slice(0, equals).trim(),
    kind,
    false,
    parseDefault(part.slice(equals + 1).trim()),
  );
}

function parameter(
  name: string,
  kind: BuiltinParameter['kind'],
  required: boolean,
  value: unknown = undefined,
): BuiltinParameter {
  return { name, kind, required, default: value };
}

const constants = new Map<string, unknown>([
  ['None', null],
  ['True', true],
  ['False', false],
  ['()', new Tuple([])],
  ['...', undefined],
  ['', undefined],
]);

function parseDefault(text: string): unknown {
  if (constants.has(text)) return constants.get(text);
  if (/^-?\d+$/.test(text)) return Number(text);
  if (/^-?\d+\.\d*$/.test(text)) return new Float(Number(text));
  invariant(/^(['"]).*\1$/s.test(text), `a default that is not understood: ${text}`);
  return text.slice(1, -1).replace(/\\n/g, '\n').replace(/\\t/g, '\t');
}
