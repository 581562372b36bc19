// Module `uuid`: UUID and uuid4. An id is taken from the stream that module random seeds itself
// from: the run's seed gives the ids, and no draw of the program moves. Left out: uuid1, uuid6 and
// uuid7 (an address and a clock of the machine), uuid3 and uuid5, bytes and fields.
// Source: CPython 3.14 Lib/uuid.py, RFC 9562.

import { AttributeError, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { hash } from '../objects/hash.ts';
import { normalise } from '../objects/integers.ts';
import { intOf } from '../objects/numbers.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { type OrderOperator, Structural } from '../objects/structural.ts';
import { PyModule } from '../values.ts';

const RFC_4122 = 'specified in RFC 4122';

/** An id of 128 bits. */
class UniqueId extends Structural {
  readonly number: bigint;

  constructor(number: bigint) {
    super();
    this.number = number;
  }

  get digits(): string {
    return this.number.toString(16).padStart(32, '0');
  }

  get text(): string {
    return this.digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  override equalTo(_run: Interpreter, other: unknown): boolean | undefined {
    return other instanceof UniqueId ? other.number === this.number : undefined;
  }

  override orderTo(
    _run: Interpreter,
    operator: OrderOperator,
    other: unknown,
  ): boolean | undefined {
    if (!(other instanceof UniqueId)) return undefined;
    if (operator === '<') return this.number < other.number;
    if (operator === '<=') return this.number <= other.number;
    return operator === '>' ? this.number > other.number : this.number >= other.number;
  }

  override hash(run: Interpreter): number | bigint {
    return hash(run, normalise(this.number));
  }
}

const uniqueIdClass = builtinClass('UUID', undefined, 'uuid');
declareType(UniqueId, uniqueIdClass);
uniqueIdClass.isFinal = true;

function fromText(text: unknown): bigint {
  if (typeof text !== 'string') {
    throw new AttributeError(
      `'${text === null ? 'NoneType' : typeof text}' object has no attribute 'replace'`,
    );
  }
  const digits = text
    .replace('urn:', '')
    .replace('uuid:', '')
    .replace(/^[{}]+|[{}]+$/g, '')
    .replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(digits)) {
    throw new ValueError('badly formed hexadecimal UUID string');
  }
  return BigInt(`0x${digits}`);
}

/** The 128 bits with version and variant put into their places. */
function withVersion(bits: bigint, version: bigint): bigint {
  const variant = (bits & ~(0xc000n << 48n)) | (0x8000n << 48n);
  return (variant & ~(0xf000n << 64n)) | (version << 76n);
}

const make = new LibraryFunction(
  'UUID(hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None)',
  (_run, hex: unknown, bytes, bytesLe, fields, int: unknown, version: unknown) => {
    const given = [hex, bytes, bytesLe, fields, int].filter((each) => each !== null);
    if (given.length !== 1) {
      throw new PyTypeError(
        'one of the hex, bytes, bytes_le, fields, or int arguments must be given',
      );
    }
    const whole = int === null ? undefined : intOf(int);
    if (int !== null && whole === undefined) throw new PyTypeError('an int is required');
    const number = whole === undefined ? fromText(hex) : BigInt(whole);
    if (number < 0n || number >> 128n !== 0n) {
      throw new ValueError('int is out of range (need a 128-bit value)');
    }
    if (version === null) return new UniqueId(number);
    return new UniqueId(withVersion(number, BigInt(intOf(version) ?? 4)));
  },
);
uniqueIdClass.signature = make.signature;
uniqueIdClass.construct = (run, _cls, args, keywords) => run.call(make, args, keywords);

/** Whether the bits say that a version stands in the id. */
const isVersioned = ({ number }: UniqueId): boolean => ((number >> 62n) & 3n) === 2n;

defineGetters(uniqueIdClass, [
  new Getter('int', (_run, self: UniqueId) => normalise(self.number)),
  new Getter('hex', (_run, self: UniqueId) => self.digits),
  new Getter('urn', (_run, self: UniqueId) => `urn:uuid:${self.text}`),
  new Getter('version', (_run, self: UniqueId) =>
    isVersioned(self) ? Number((self.number >> 76n) & 15n) : null,
  ),
  new Getter('variant', (_run, self: UniqueId) => {
    if (isVersioned(self)) return RFC_4122;
    const bits = (self.number >> 61n) & 7n;
    if (bits < 4n) return 'reserved for NCS compatibility';
    return bits === 6n ? 'reserved for Microsoft compatibility' : 'reserved for future definition';
  }),
]);
define(uniqueIdClass, [
  new LibraryFunction('__str__(self)', (_run, self: UniqueId) => self.text),
  new LibraryFunction('__repr__(self)', (_run, self: UniqueId) => `UUID('${self.text}')`),
  new LibraryFunction('__int__(self)', (_run, self: UniqueId) => normalise(self.number)),
]);

const uuid4 = new LibraryFunction(
  'uuid4()',
  (run) => new UniqueId(withVersion(run.random.fresh(), 4n)),
);

/** The module; the same for every run. */
export const uuidModule = new PyModule(
  'uuid',
  new Map<string, unknown>([
    ['UUID', uniqueIdClass],
    ['uuid4', uuid4],
    ['RFC_4122', RFC_4122],
  ]),
);
