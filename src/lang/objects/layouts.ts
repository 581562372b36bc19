// Whether the instances of several bases can be one object. A class that adds storage of its own,
// by `__slots__` or as a ready-made one, lays its instances out; two such bases fit only if one
// derives from the other. Source: CPython Objects/typeobject.c (best_base, solid_base).

import { NotImplementedError, PyTypeError } from '../../asyncio/exceptions.ts';
import type { PyClass } from '../values.ts';
import { objectClass } from './classes.ts';
import { isSubclass } from './type-of.ts';

/** Classes below another built-in one that keep more than that: by name, as they are few. */
const LARGER: ReadonlySet<string> = new Set(
  (
    'AttributeError BaseExceptionGroup ImportError NameError OSError StopIteration SyntaxError ' +
    'SystemExit UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError ' +
    'OrderedDict defaultdict deque Future Task'
  ).split(' '),
);

/**
 * Checks that the values of a class can be those of all its bases. Throws TypeError, and
 * NotImplementedError for two classes that CPython writes in Python and that are none of ours.
 */
export function checkLayouts(bases: readonly PyClass[]): void {
  if (bases.length > 1) widest(bases);
}

/** The layout that includes those of all bases. */
function widest(bases: readonly PyClass[]): PyClass {
  let winner = objectClass;
  for (const base of bases) {
    const layout = layoutOf(base);
    if (isSubclass(winner, layout)) continue;
    if (!isSubclass(layout, winner)) throw conflict(winner, layout);
    winner = layout;
  }
  return winner;
}

function conflict(a: PyClass, b: PyClass): PyTypeError | NotImplementedError {
  if (a.module.startsWith('asyncio') || b.module.startsWith('asyncio')) {
    const names = `${a.name} and ${b.name}`;
    return new NotImplementedError(`a class derived from both ${names} is not supported`);
  }
  return new PyTypeError('multiple bases have instance lay-out conflict');
}

/** The class that the layout of a class comes from: itself, or one that it derives from. */
function layoutOf(cls: PyClass): PyClass {
  const inherited = widest(cls.bases);
  const isOfProgram = cls.module === '__main__';
  const isOwn = isOfProgram ? hasSlots(cls) : isLaidOut(cls, inherited);
  return isOwn ? cls : inherited;
}

function isLaidOut({ module, name, bases, bare }: PyClass, inherited: PyClass): boolean {
  if (inherited === objectClass && bare !== null) return true;
  return (module === 'builtins' && bases[0] === objectClass) || LARGER.has(name);
}

function hasSlots(cls: PyClass): boolean {
  return (cls.slots ?? []).some((name) => name !== '__dict__' && name !== '__weakref__');
}
