// Attributes of objects whose class is known from the text: an object of asyncio that is made once,
// a list, text or number that is written down. A name that the class has not is a slip of the
// keyboard or a word of another language. Silent where any object of the program is given an
// attribute of that name, and where a `try` around expects the AttributeError.

import type { Report } from '../base/diagnostic.ts';
import type { Definitions, Members } from './check-definitions.ts';
import { MadeThings } from './check-made.ts';
import { expectsAny, type Place, type Rule } from './check-walk.ts';
import { didYouMean } from './suggest.ts';
import type { Attribute, Expression } from './tree.ts';

/** asyncio's classes, and functions that give objects, whose attributes are all known. */
const asyncioClasses = new Set(
  'Lock Event Semaphore BoundedSemaphore Condition Barrier Queue LifoQueue PriorityQueue TaskGroup'.split(
    ' ',
  ),
);
const builtinClasses = new Set(['list', 'str', 'bytes', 'dict', 'set', 'tuple', 'int', 'float']);

/** What other languages and other classes call it, by class and name; `*` stands for any class. */
const elsewhere = new Map([
  ['list push', 'Python writes it append'],
  ['list add', 'a list has append'],
  ['list length', 'Python writes: len(…)'],
  ['list size', 'Python writes: len(…)'],
  ['list indexOf', 'Python writes it index'],
  ['list includes', 'Python writes: x in …'],
  ['list contains', 'Python writes: x in …'],
  ['list join', "text joins a list: ', '.join(…)"],
  ['list map', 'Python writes: [f(x) for x in …]'],
  ['list filter', 'Python writes: [x for x in … if …]'],
  ['list forEach', 'Python writes: for x in …:'],
  ['str length', 'Python writes: len(…)'],
  ['str toUpperCase', 'Python writes it upper'],
  ['str toLowerCase', 'Python writes it lower'],
  ['str trim', 'Python writes it strip'],
  ['str includes', 'Python writes: x in …'],
  ['str contains', 'Python writes: x in …'],
  ['str indexOf', 'Python writes it find'],
  ['str substring', 'Python writes: text[start:end]'],
  ['str append', 'a str does not change: text = text + …'],
  ['dict has_key', 'Python 3 writes: key in …'],
  ['dict has', 'Python writes: key in …'],
  ['dict containsKey', 'Python writes: key in …'],
  ['dict iteritems', 'Python 3 writes it items'],
  ['dict iterkeys', 'Python 3 writes it keys'],
  ['dict itervalues', 'Python 3 writes it values'],
  ['dict append', 'a dict is given a value by its key: d[key] = value'],
  ['dict add', 'a dict is given a value by its key: d[key] = value'],
  ['set append', 'a set has add'],
  ['set push', 'a set has add'],
  ['tuple append', 'a tuple does not change: use a list'],
  ['Lock lock', 'write async with lock:'],
  ['Lock unlock', 'Python writes it release'],
  ['Event notify', 'an event has set'],
  ['Event notify_all', 'an event has set'],
  ['Event signal', 'an event has set'],
  ['Event fire', 'an event has set'],
  ['Event isSet', 'Python writes it is_set'],
  ['Condition signal', 'Python writes it notify'],
  ['Queue push', 'a queue has put'],
  ['Queue append', 'a queue has put'],
  ['Queue add', 'a queue has put'],
  ['Queue pop', 'a queue has get'],
  ['Queue size', 'Python writes it qsize()'],
  ['Queue length', 'Python writes it qsize()'],
  ['Queue close', 'a queue has shutdown'],
  ['Semaphore wait', 'a semaphore has acquire'],
  ['Semaphore signal', 'a semaphore has release'],
  ['TaskGroup start_soon', 'a group has create_task'],
  ['TaskGroup spawn', 'a group has create_task'],
  ['TaskGroup add', 'a group has create_task'],
]);

/** Methods that CPython has and the simulator has not. */
const absent = new Map([
  ['float hex', 'the simulator does not have it'],
  ['float fromhex', 'the simulator does not have it'],
]);

export class MemberRule implements Rule {
  readonly #report: Report;
  readonly #definitions: Definitions;
  readonly #made: MadeThings;

  constructor(report: Report, definitions: Definitions) {
    this.#report = report;
    this.#definitions = definitions;
    this.#made = new MadeThings(definitions);
  }

  expression(node: Expression, place: Place): void {
    if (node.kind === 'Call') this.#called(node.callee, place);
    if (node.kind !== 'Attribute' || node.name.startsWith('_')) return;
    if (expectsAny(place, 'AttributeError') || this.#definitions.isAttributeSet(node.name)) return;
    const members = this.#membersOf(node.value, place);
    if (members === null || members.names.has(node.name)) return;
    this.#unknown(node, members);
  }

  /** `list = [1]; list(range(3))`, `time()`. */
  #called(callee: Expression, place: Place): void {
    if (callee.kind !== 'Name' || expectsAny(place, 'TypeError')) return;
    const { id, span } = callee;
    const report = (type: string, hint: string) => {
      const message = `'${type}' object is not callable`;
      this.#report({ severity: 'warning', code: 'not-callable', message, span, hint });
    };
    if (this.#definitions.meaningOf(callee, place)?.kind === 'module') {
      const same = this.#definitions.isMember(id, id) ? `: ${id}.${id}()` : '';
      report('module', `call one of its functions${same}`);
      return;
    }
    const made = this.#made.madeBy(callee, place);
    if (made?.kind !== 'value' || !builtinClasses.has(made.type)) return;
    const isBuiltin = this.#definitions.builtin(id) !== undefined;
    const hides = isBuiltin ? 'hides the built-in function: rename it' : 'and no function';
    report(made.type, `'${id}' is a variable here, ${isBuiltin ? 'and ' : ''}${hides}`);
  }

  #membersOf(node: Expression, place: Place): Members | null {
    const object = this.#definitions.meaningOf(node, place);
    if (object?.kind === 'object' && object.module === 'asyncio') {
      return asyncioClasses.has(object.name) ? (object.known.members?.() ?? null) : null;
    }
    const made = this.#made.madeBy(node, place);
    if (made?.kind !== 'value' || !builtinClasses.has(made.type)) return null;
    return this.#definitions.builtin(made.type)?.members?.() ?? null;
  }

  #unknown({ name, nameSpan, value }: Attribute, { className, names }: Members): void {
    const key = `${className.replace(/^(?:Lifo|Priority)Queue$/, 'Queue')} ${name}`;
    const reason = absent.get(key);
    if (reason !== undefined) {
      const message = `'${className}.${name}' is not supported: ${reason}`;
      this.#report({ severity: 'error', code: 'unsupported', message, span: nameSpan });
      return;
    }
    const known = [...names.keys()].filter((each) => !each.startsWith('_'));
    const hidden = value.kind === 'Name' ? this.#hiddenModule(value.id) : undefined;
    const near = elsewhere.get(key) ?? hidden ?? didYouMean(name, known);
    const hint = near ?? `${className} has ${known.join(', ')}`;
    const message = `'${className}' object has no attribute '${name}'`;
    this.#report({ severity: 'error', code: 'unknown-name', message, span: nameSpan, hint });
  }

  #hiddenModule(id: string): string | undefined {
    const isModule = this.#definitions.isModule(id);
    return isModule ? `'${id}' is a variable here, and hides the module: rename it` : undefined;
  }
}
