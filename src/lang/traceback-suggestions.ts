// What a traceback guesses behind the message of a NameError, an AttributeError or an ImportError:
// ". Did you mean: 'x'?". A name is looked for among those that were bound where the error was
// raised, an attribute among those of the object.
// Source: CPython Lib/traceback.py (_compute_suggestion_error).

import { AttributeError, ImportError, NameError } from '../asyncio/exceptions.ts';
import type { Frame } from './machine/frame.ts';
import { boundNames, localOf } from './machine/frame-names.ts';
import { nearest } from './nearest-name.ts';
import { attributeNames, getAttributeOr } from './objects/attributes.ts';
import { builtins } from './objects/builtins.ts';

/** What stands behind the message of an error: empty for most. */
export function suggestionBehind(error: unknown, knowsFrame = true): string {
  if (error instanceof ImportError) return importSuggestion(error);
  if (!(error instanceof NameError) && !(error instanceof AttributeError)) return '';
  const { name } = error;
  if (typeof name !== 'string') return '';
  const frame = knowsFrame ? ((error.raisedIn ?? null) as Frame | null) : null;
  if (error instanceof AttributeError) {
    return meant(nearest(name, attributesOf(error.obj, name, frame)));
  }
  if (frame === null) return forgotten(name, null, null);
  const self = localOf(frame, 'self');
  const isOfSelf = self !== undefined && getAttributeOr(frame.machine, self, name) !== undefined;
  const found = isOfSelf
    ? `self.${name}`
    : nearest(name, [...boundNames(frame), ...builtins.keys()]);
  return meant(found) + forgotten(name, frame, found);
}

function importSuggestion({ nameFrom, module }: ImportError): string {
  return typeof nameFrom === 'string'
    ? meant(nearest(nameFrom, attributesOf(module, nameFrom, null)))
    : '';
}

function meant(name: string | null): string {
  return name === null ? '' : `. Did you mean: '${name}'?`;
}

function forgotten(name: string, frame: Frame | null, found: string | null): string {
  if (frame === null || !frame.machine.modules.has(name)) return '';
  return `${found === null ? '. Did' : ' Or did'} you forget to import '${name}'?`;
}

/** Names with an underscore count for who has one in mind, or stands inside of the object. */
function attributesOf(object: unknown, wrong: string, frame: Frame | null): string[] {
  const names = [...attributeNames(object)].sort(byCodePoint);
  const isInside = frame !== null && localOf(frame, 'self') === object;
  return wrong.startsWith('_') || isInside ? names : names.filter((name) => !name.startsWith('_'));
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
