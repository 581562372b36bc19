// `%` formatting of bytes and bytearray: the conversions of str, of which %b and %s take bytes, %a
// and %r give ASCII, and %c one octet.
// Source: CPython Objects/bytesobject.c (_PyBytes_FormatEx); 3.14's messages.

import { OverflowError, PyTypeError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { indexOrUndefined } from '../objects/index-of.ts';
import { callSpecial } from '../objects/special.ts';
import { typeName } from '../objects/type-of.ts';
import { formatTemplate, type PercentKind, padded } from '../text/percent.ts';
import { escapeBeyondAscii } from '../text/quote.ts';
import { Bytes, OctetString, Octets } from './octets.ts';

/** What `%b` shows. Throws TypeError. */
function octetsShown(run: Interpreter, value: unknown): string {
  if (value instanceof Octets) return value.text;
  const made = callSpecial(run, value, '__bytes__', []);
  if (made === undefined) {
    throw new PyTypeError(
      '%b requires a bytes-like object, or an object that implements __bytes__, ' +
        `not '${typeName(value)}'`,
    );
  }
  if (made instanceof Bytes) return made.text;
  throw new PyTypeError(`__bytes__ returned non-bytes (type ${typeName(made)})`);
}

function octetShown(run: Interpreter, value: unknown): string {
  const wanted = '%c requires an integer in range(256) or a single byte, not';
  if (value instanceof OctetString) {
    const { text } = value;
    if (text.length === 1) return text;
    throw new PyTypeError(`${wanted} a ${typeName(value)} object of length ${text.length}`);
  }
  const code = indexOrUndefined(run, value);
  if (code === undefined) throw new PyTypeError(`${wanted} ${typeName(value)}`);
  if (code >= 0 && code < 256) return String.fromCharCode(Number(code));
  throw new OverflowError('%c arg not in range(256)');
}

function checkReal(run: Interpreter, value: unknown): void {
  try {
    run.objects.real(run, value);
  } catch (error) {
    if (!(error instanceof PyTypeError)) throw error;
    throw new PyTypeError(`float argument required, not ${typeName(value)}`);
  }
}

const ofOctets: PercentKind = {
  name: 'bytes',
  isMapping: (run, value) =>
    !(value instanceof OctetString) &&
    typeof value !== 'string' &&
    run.objects.isSubscriptable(value),
  keyOf: (text) => new Bytes(text),
  shows(run, value, conversion) {
    const { type, precision } = conversion;
    if (type === 'c') return padded(conversion, octetShown(run, value));
    if ('eEfFgG'.includes(type)) checkReal(run, value);
    let text: string;
    if (type === 's' || type === 'b') text = octetsShown(run, value);
    else if (type === 'a' || type === 'r') text = escapeBeyondAscii(run.objects.repr(run, value));
    else return undefined;
    return padded(conversion, precision < 0 ? text : text.slice(0, precision));
  },
};

/** `template % right`. Throws TypeError, ValueError, KeyError, OverflowError. */
export function formatOctets(run: Interpreter, template: string, right: unknown): string {
  return formatTemplate(run, template, right, ofOctets);
}
