// Flags of module `enum`: members that are bits, and what they make together: `R | W` is a member of
// no name of its own, made when it is first asked for and the same from then on. A Flag has no bits
// beside those of its members, an IntFlag keeps them.
// Source: CPython 3.14 Lib/enum.py (Flag, IntFlag, _iter_bits_lsb).

import { PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { define, intClass } from '../objects/classes.ts';
import { ClassMethod } from '../objects/descriptors.ts';
import { type Int, normalise } from '../objects/integers.ts';
import { ListIterator } from '../objects/iteration.ts';
import { intOf } from '../objects/numbers.ts';
import { typeOf } from '../objects/type-of.ts';
import { Builtin, Instance, NumberInstance, notImplemented, type PyClass } from '../values.ts';

/** What the flags need of the other enumerations. */
interface Enumerations {
  readonly flagClass: PyClass;
  readonly intFlagClass: PyClass;
  readonly tableOf: (cls: PyClass) => ReadonlyMap<unknown, unknown>;
}

/** The attribute of a class in which the members without a name of their own are. */
const MADE = '_pseudo_member_map_';

function bitsOf(member: Instance): bigint {
  return BigInt(member.attributes.get('_value_') as Int);
}

/** Whether a member is one bit: those are what a class of flags consists of. */
export function isSingle(member: Instance): boolean {
  const bits = bitsOf(member);
  return bits > 0n && (bits & (bits - 1n)) === 0n;
}

/** What `auto()` gives: the power of two after the greatest value before. */
export function nextFlag(before: readonly unknown[]): Int {
  let highest = 0n;
  for (const each of before) {
    const value = BigInt(intOf(each) ?? 0);
    if (value > highest) highest = value;
  }
  return highest === 0n ? 1 : normalise(1n << BigInt(highest.toString(2).length));
}

/** An int as `bin` of enum shows it: its sign, then as many bits as are asked for. */
function shownBits(value: bigint, width: number): string {
  const size = Math.max(width, (value < 0n ? -value : value).toString(2).length);
  const digits = value < 0n ? BigInt.asUintN(size, value) : value;
  return `0b${value < 0n ? 1 : 0} ${digits.toString(2).padStart(size, '0')}`;
}

function lengthOf(bits: bigint): number {
  return bits === 0n ? 0 : (bits < 0n ? -bits : bits).toString(2).length;
}

class Combining {
  readonly #run: Interpreter;
  readonly #cls: PyClass;
  readonly #members: readonly Instance[];
  /** Whether bits without a member stay. */
  readonly #keeps: boolean;

  constructor(run: Interpreter, cls: PyClass, of: Enumerations) {
    this.#run = run;
    this.#cls = cls;
    this.#members = [...new Set(of.tableOf(cls).values())] as Instance[];
    this.#keeps = cls.mro.includes(of.intFlagClass);
  }

  get #mask(): bigint {
    return this.#members.reduce((mask, member) => mask | bitsOf(member), 0n);
  }

  /** The bits that are members. */
  get singles(): bigint {
    return this.#members.filter(isSingle).reduce((mask, member) => mask | bitsOf(member), 0n);
  }

  /** The member with these bits. Throws ValueError. */
  member(value: bigint): Instance {
    const mask = this.#mask;
    const all = (1n << BigInt(lengthOf(mask))) - 1n;
    let bits = value;
    if (bits < ~all || bits > all || (bits & (all ^ mask)) !== 0n) {
      if (!this.#keeps) throw this.#invalid(bits, mask);
      const size = 1n << BigInt(lengthOf(bits));
      if (bits < 0n) bits += size > all + 1n ? size : all + 1n;
    }
    if (bits < 0n) bits = this.#keeps ? all + 1n + bits : this.singles & bits;
    return this.#named(bits) ?? this.#made(bits);
  }

  #invalid(value: bigint, mask: bigint): ValueError {
    const width = Math.max(lengthOf(value), lengthOf(mask));
    const cls = this.#run.objects.repr(this.#run, this.#cls);
    const [given, allowed] = [shownBits(value, width), shownBits(mask, width)];
    return new ValueError(
      `${cls} invalid value ${value}\n    given ${given}\n  allowed ${allowed}`,
    );
  }

  #named(bits: bigint): Instance | undefined {
    return this.#members.find((member) => bitsOf(member) === bits);
  }

  #made(bits: bigint): Instance {
    const known = (this.#cls.attributes.get(MADE) ?? new Map()) as Map<bigint, Instance>;
    this.#cls.attributes.set(MADE, known);
    const before = known.get(bits);
    if (before !== undefined) return before;
    const value = normalise(bits);
    const isInt = this.#cls.mro.includes(intClass);
    const made = isInt ? new NumberInstance(this.#cls, value) : new Instance(this.#cls);
    made.attributes.set('_value_', value);
    made.attributes.set('_name_', this.#name(bits));
    known.set(bits, made);
    return made;
  }

  /** The names of the members with bits among these; null where there are none. */
  #name(bits: bigint): string | null {
    const among = this.parts(bits);
    const rest = bits & ~this.singles;
    if (rest !== 0n) {
      for (const member of this.#members) {
        const own = bitsOf(member);
        if (own !== 0n && !among.includes(member) && (own & bits) === own) among.push(member);
      }
    }
    const combined = among.reduce((mask, member) => mask | bitsOf(member), 0n);
    if (combined === 0n) return null;
    const names = among.map((member) => member.attributes.get('_name_'));
    if (bits !== combined) names.push(`${bits ^ combined}`);
    return names.join('|');
  }

  /** The members that are one of these bits each, in the order of the class. */
  parts(bits: bigint): Instance[] {
    return this.#members.filter((member) => isSingle(member) && (bitsOf(member) & bits) > 0n);
  }
}

const OPERATORS: readonly (readonly [string, (a: bigint, b: bigint) => bigint])[] = [
  ['or', (a, b) => a | b],
  ['and', (a, b) => a & b],
  ['xor', (a, b) => a ^ b],
];

/** The bits of the other operand; undefined where it is none for this class. */
function otherBits(of: Enumerations, self: Instance, other: unknown): bigint | undefined {
  if (other instanceof Instance && typeOf(other) === self.cls) return bitsOf(other);
  const isKept = self.cls.mro.includes(of.intFlagClass);
  const value = isKept ? intOf(other) : undefined;
  return value === undefined ? undefined : BigInt(value);
}

/** Gives the two classes of flags their methods. */
export function defineFlags(of: Enumerations): void {
  // Of IntFlag, too: what int has of these names comes before Flag's.
  for (const cls of [of.flagClass, of.intFlagClass]) defineFlagsOf(cls, of);
}

function defineFlagsOf(flagClass: PyClass, of: Enumerations): void {
  const combining = (run: Interpreter, self: Instance) => new Combining(run, self.cls, of);
  for (const [name, combine] of OPERATORS) {
    for (const method of [`__${name}__`, `__r${name}__`]) {
      const body = (run: Interpreter, self: Instance, other: unknown): unknown => {
        const bits = otherBits(of, self, other);
        if (bits === undefined) return notImplemented;
        return combining(run, self).member(combine(bitsOf(self), bits));
      };
      define(flagClass, [new Builtin(`${method}(self, other, /)`, body)]);
    }
  }
  define(flagClass, [
    new Builtin('__invert__(self, /)', (run, self: Instance) => {
      const all = combining(run, self);
      const isKept = self.cls.mro.includes(of.intFlagClass);
      return all.member(isKept ? ~bitsOf(self) : all.singles & ~bitsOf(self));
    }),
    new Builtin('__bool__(self, /)', (_run, self: Instance) => bitsOf(self) !== 0n),
    new Builtin('__len__(self, /)', (_run, self: Instance) => {
      return [...bitsOf(self).toString(2)].filter((digit) => digit === '1').length;
    }),
    new Builtin(
      '__iter__(self, /)',
      (run, self: Instance) => new ListIterator(combining(run, self).parts(bitsOf(self))),
    ),
    new Builtin('__contains__(self, other, /)', (_run, self: Instance, other: unknown) => {
      if (other instanceof Instance && typeOf(other) === self.cls) {
        return (bitsOf(other) & bitsOf(self)) === bitsOf(other);
      }
      const [left, right] = [typeOf(other).qualname, self.cls.qualname];
      throw new PyTypeError(`unsupported operand type(s) for 'in': '${left}' and '${right}'`);
    }),
  ]);
  const missing = new Builtin('_missing_(cls, value, /)', (run, cls: PyClass, value: unknown) => {
    const bits = intOf(value);
    if (bits !== undefined) return new Combining(run, cls, of).member(BigInt(bits));
    const shown = run.objects.repr(run, value);
    throw new ValueError(`${shown} is not a valid ${cls.qualname}`);
  });
  flagClass.attributes.set('_missing_', new ClassMethod(missing));
}
