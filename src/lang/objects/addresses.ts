// Addresses of objects, as `id` and `<A object at 0x…>` show them. CPython's are the machine's
// business and differ from run to run; these count up in the order of first asking, so every run
// shows the same ones. One book belongs to one interpreter. Equal numbers and strings share an
// address, as interned ones do.

const FIRST = 0x7f0000000010;
const STEP = 0x10;

export class AddressBook {
  readonly #objects = new WeakMap<object, number>();
  readonly #primitives = new Map<unknown, number>();
  #next: number;
  /** Collections whose repr is being made: one that is met again inside itself shows as `[...]`. */
  readonly entered = new Set<unknown>();

  /** `first`: the address that is given first. */
  constructor(first = FIRST) {
    this.#next = first;
  }

  /** The address that was given to `value`; undefined where nobody has asked yet. */
  known(value: unknown): number | undefined {
    if (typeof value === 'object' && value !== null) return this.#objects.get(value);
    return this.#primitives.get(value);
  }

  /** The address of `value`: the same for as long as the program runs. */
  of(value: unknown): number {
    const known = this.known(value);
    if (known !== undefined) return known;
    const address = this.#next;
    this.#next += STEP;
    if (typeof value === 'object' && value !== null) this.#objects.set(value, address);
    else this.#primitives.set(value, address);
    return address;
  }

  /** `0x7f0000000010`, as in a repr. */
  text(value: unknown): string {
    return '0x' + this.of(value).toString(16);
  }
}
