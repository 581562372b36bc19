// memoryview: a window on the octets of a bytes or a bytearray, item by item or by slices, without
// a copy. Of one dimension; what is written goes to the bytearray behind it.
// Source: CPython Objects/memoryobject.c; 3.14's messages.

import { ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType } from '../objects/classes.ts';
import { equal } from '../objects/compare.ts';
import { hash } from '../objects/hash.ts';
import type { Int } from '../objects/integers.ts';
import { countedClass, PyIterator, STOP } from '../objects/iterator.ts';
import type { OrderOperator } from '../objects/structural.ts';
import { type ItemCode, itemCodeOf, readItem, turned } from './item-codes.ts';
import { ByteArray, Bytes, isInOrder, Octets } from './octets.ts';

/** The window: items of `itemSize` octets, `step` octets apart. */
export interface Window {
  readonly start: number;
  readonly count: number;
  readonly step: number;
}

export class MemoryView extends Octets {
  readonly object: Bytes | ByteArray;
  readonly window: Window;
  readonly code: ItemCode;
  isReleased = false;
  /** Whether a `with` holds it. */
  isHeld = false;

  readonly isReadOnly: boolean;

  constructor(object: Bytes | ByteArray, window: Window, code: ItemCode, isReadOnly: boolean) {
    super();
    this.object = object;
    this.window = window;
    this.code = code;
    this.isReadOnly = isReadOnly;
  }

  /** A view of all of an object. */
  static of(object: Bytes | ByteArray): MemoryView {
    const window = { start: 0, count: object.size, step: 1 };
    return new MemoryView(object, window, itemCodeOf('B')!, object instanceof Bytes);
  }

  /** The number of items. */
  get size(): number {
    this.checkOpen();
    return this.window.count;
  }

  checkOpen(): void {
    if (this.isReleased) throw new ValueError('operation forbidden on released memoryview object');
  }

  /** The octets of one item. */
  itemText(place: number): string {
    const { start, step } = this.window;
    const from = start + place * step;
    return this.object.text.slice(from, from + this.code.nativeSize);
  }

  item(place: number): unknown {
    return readItem(this.code, turned(this.itemText(place)));
  }

  get text(): string {
    this.checkOpen();
    const { start, count, step } = this.window;
    if (step === this.code.nativeSize) return this.object.text.slice(start, start + count * step);
    const parts: string[] = [];
    for (let place = 0; place < count; place++) parts.push(this.itemText(place));
    return parts.join('');
  }

  /** Writes the octets of some items, from an item on. */
  write(place: number, text: string): void {
    if (!(this.object instanceof ByteArray)) return;
    const { changing } = this.object;
    const { start, step } = this.window;
    for (let at = 0; at < text.length; at++) {
      const item = place + Math.floor(at / this.code.nativeSize);
      changing[start + item * step + (at % this.code.nativeSize)] = text.charCodeAt(at);
    }
  }

  override equalTo(run: Interpreter, other: unknown): boolean | undefined {
    if (!(other instanceof Octets)) return undefined;
    if (this.isReleased || (other instanceof MemoryView && other.isReleased)) return this === other;
    run.charge(this.window.count);
    const others = other instanceof MemoryView ? other : null;
    if (this.code.letter === 'B' && (others === null || others.code.letter === 'B')) {
      return this.text === other.text;
    }
    const view = others ?? MemoryView.of(other as Bytes | ByteArray);
    if (view.size !== this.size) return false;
    for (let place = 0; place < this.size; place++) {
      if (!equal(run, this.item(place), view.item(place))) return false;
    }
    return true;
  }

  override contains(): undefined {
    return undefined;
  }

  /** It has no order itself; a bytearray knows one, whatever it is compared with. */
  override orderTo(
    _run: Interpreter,
    operator: OrderOperator,
    other: unknown,
  ): boolean | undefined {
    return other instanceof ByteArray ? isInOrder(operator, this.text, other.text) : undefined;
  }

  override hash(run: Interpreter): Int {
    if (!this.isReadOnly) throw new ValueError('cannot hash writable memoryview object');
    return hash(run, this.text);
  }

  override iterator(): PyIterator {
    this.checkOpen();
    return new MemoryIterator(this);
  }

  /** Lets go of the object; a `with` does it at its end. */
  release(): void {
    if (this.isHeld && this.object instanceof ByteArray) this.object.views--;
    this.isHeld = false;
    this.isReleased = true;
  }

  hold(): void {
    this.checkOpen();
    if (this.isHeld || !(this.object instanceof ByteArray)) return;
    this.isHeld = true;
    this.object.views++;
  }
}

class MemoryIterator extends PyIterator {
  readonly #view: MemoryView;
  #place = 0;

  constructor(view: MemoryView) {
    super();
    this.#view = view;
  }

  get left(): number {
    return this.#view.window.count - this.#place;
  }

  next(): unknown {
    return this.#place < this.#view.window.count ? this.#view.item(this.#place++) : STOP;
  }
}

export const memoryViewClass = builtinClass('memoryview');
memoryViewClass.asksMethods = true;
memoryViewClass.isFinal = true;
declareType(MemoryView, memoryViewClass);
declareType(MemoryIterator, countedClass('memory_iterator'));
