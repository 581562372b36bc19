// YAML → positioned document, on the events of js-yaml. Only what a scenario needs is taken: one
// document of mappings, lists and scalars of the core schema; anchors, aliases, tags and merge
// keys are refused with the place and, where Python text was misread as YAML, with the spelling
// that works (yaml-traps.ts). A text that the parser cannot read because of such a trap is hidden
// behind a same-length scalar and the file is read again, so that all traps of a file are reported
// at once.

import {
  type AliasEvent,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';
import type { Report } from '../base/diagnostic.ts';
import {
  DocumentBuilder,
  type DocumentNode,
  type Entry,
  maxNesting,
  maxNodes,
  type ScalarNode,
  verbatim,
} from './document.ts';
import { isNumber, readNumber } from './number.ts';
import { explain, type Failure, findCause } from './yaml-failures.ts';
import { decodeScalar } from './yaml-scalar.ts';
import { findCuts, findTrap, type Trap } from './yaml-traps.ts';

/** Readings of one file, and characters read in all of them: each hides one trap. */
const maxReadings = 50;
const maxRead = 8_000_000;

/**
 * Reads a YAML text.
 * @returns the root, or null when the text is not YAML: then at least one error was reported.
 */
export function readYaml(text: string, report: Report): DocumentNode | null {
  const builder = new DocumentBuilder(text, report);
  if (mayBeTooMuch(text)) {
    builder.tooMany(0, `${10 * maxNodes} lines, keys and values`);
    return null;
  }
  const hidden: Trap[] = [];
  let current = text;
  for (let reading = 1; ; reading++) {
    const outcome = tryEvents(current);
    if (Array.isArray(outcome)) {
      if (!isWithinNodes(builder, outcome)) return null;
      return new Reader(builder, current, outcome, hidden).read();
    }
    const trap =
      findTrap(current, outcome.position, outcome.reason) ?? findCut(current, outcome, text);
    const failure = findCause(current, outcome.position, outcome.reason);
    if (failure !== null || trap === null || trap.end - trap.start < 1) {
      const { place, message, hint } = failure ?? explain(current, outcome);
      builder.error('yaml-syntax', message, place, place + 1, hint);
      return null;
    }
    builder.error('yaml-trap', trap.message, trap.place, trap.place + 1, trap.hint);
    if (reading >= maxReadings || reading * text.length > maxRead) return null;
    hidden.push(trap);
    current = hide(current, trap);
  }
}

/** A zero and spaces: a scalar of the same length that is YAML wherever a scalar may stand. */
function hide(text: string, { start, end }: Trap): string {
  return `${text.slice(0, start)}0${' '.repeat(end - start - 1)}${text.slice(end)}`;
}

/** The cut text before a failure without which YAML can read on, or null. */
function findCut(current: string, { position, reason }: Failure, text: string): Trap | null {
  if (text.length > maxRead / maxReadings) return null;
  for (const cut of findCuts(current, position, reason)) {
    const outcome = tryEvents(hide(current, cut));
    if (Array.isArray(outcome) || outcome.position > position) return cut;
  }
  return null;
}

/** Events cost memory before they can be counted; between two of them is one of these. */
function mayBeTooMuch(text: string): boolean {
  let separators = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (',:-?[{\n'.includes(text[offset]!)) separators++;
  }
  return separators > 10 * maxNodes;
}

function isWithinNodes(builder: DocumentBuilder, events: readonly Event[]): boolean {
  let nodes = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) continue;
    nodes++;
    if (nodes <= maxNodes) continue;
    builder.tooMany('start' in event ? event.start : Math.max(0, startOfEvent(event)));
    return false;
  }
  return true;
}

function startOfEvent(event: ScalarEvent | AliasEvent): number {
  return event.type === EVENT_ID.SCALAR ? event.valueStart : event.anchorStart;
}

function tryEvents(text: string): Event[] | Failure {
  try {
    // Deeper than a scenario may be by a little: the exact limit is judged with its place.
    return parseEvents(text, { maxDepth: maxNesting + 4 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { position: error.mark?.position ?? 0, reason: error.reason };
  }
}

/** Builds the tree of one sequence of events. */
class Reader {
  readonly #builder: DocumentBuilder;
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #hidden: ReadonlyMap<number, Trap>;
  #next = 0;
  /** Looking for a trap costs a line: a file full of them gets advice for the first ones. */
  #advice = 200;
  /** Offset after the last thing that was read: the place of what is empty. */
  #last = 0;
  #depth = 0;

  constructor(builder: DocumentBuilder, text: string, events: Event[], hidden: readonly Trap[]) {
    this.#builder = builder;
    this.#text = text;
    this.#events = events;
    this.#hidden = new Map(hidden.map((trap) => [trap.start, trap]));
  }

  read(): DocumentNode | null {
    if (this.#events.length === 0) {
      this.#builder.error('empty-file', 'the file is empty', 0, 0);
      return null;
    }
    this.#next = 1;
    const root = this.#readNode();
    const second = this.#events[this.#next + 1];
    if (second !== undefined) {
      const separator = /^---(?=\s|$)/gm;
      separator.lastIndex = this.#last;
      const start = separator.exec(this.#text)?.index ?? this.#last;
      const hint = 'write one file for each scenario';
      this.#error('yaml-documents', 'a scenario is one document', start, start + 3, hint);
    }
    return root;
  }

  #error(code: string, message: string, start: number, end: number, hint?: string): void {
    this.#builder.error(code, message, start, end, hint);
  }

  #readNode(): DocumentNode {
    const event = this.#events[this.#next]!;
    this.#next++;
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.#readScalar(event);
      case EVENT_ID.SEQUENCE:
        return this.#readCollection(event, (start) => this.#readItems(event, start));
      case EVENT_ID.MAPPING:
        return this.#readCollection(event, (start) => this.#readEntries(event, start));
      case EVENT_ID.ALIAS:
        return this.#readAlias(event.anchorStart, event.anchorEnd);
      default:
        return this.#builder.broken(this.#last, this.#last);
    }
  }

  #readAlias(start: number, end: number): DocumentNode {
    this.#last = end;
    this.#trapAt(start - 1, end);
    return this.#builder.broken(start - 1, end);
  }

  /** Reports a text that YAML took for something else; the words are those of the trap's table. */
  #trapAt(start: number, end: number): void {
    this.#advice--;
    const trap = this.#advice >= 0 ? findTrap(this.#text, start, '') : null;
    const isHere = trap !== null && trap.place === start;
    const message = isHere ? trap.message : 'a scenario has no anchors, aliases or tags';
    this.#error('yaml-trap', message, start, isHere ? start + 1 : end, trap?.hint);
  }

  /** Whether the node has neither anchor nor tag; reports them. */
  #hasNoProperties(event: ScalarEvent | SequenceEvent | MappingEvent): boolean {
    if (event.anchorStart >= 0) this.#trapAt(event.anchorStart - 1, event.anchorEnd);
    if (event.tagStart >= 0) this.#trapAt(event.tagStart, event.tagEnd);
    return event.anchorStart < 0 && event.tagStart < 0;
  }

  #readCollection(
    event: SequenceEvent | MappingEvent,
    readBody: (start: number) => DocumentNode,
  ): DocumentNode {
    const isFine = this.#hasNoProperties(event);
    this.#last = Math.max(this.#last, event.start);
    this.#depth++;
    if (this.#depth === maxNesting + 1) {
      const message = `the file is nested more than ${maxNesting} levels deep`;
      this.#error('nesting', message, event.start, event.start + 1);
    }
    const node = readBody(event.start);
    this.#depth--;
    this.#next++;
    return isFine ? node : this.#builder.broken(node.start, node.end);
  }

  #isAtPop(): boolean {
    return this.#events[this.#next]!.type === EVENT_ID.POP;
  }

  #readItems(event: SequenceEvent, start: number): DocumentNode {
    const items: DocumentNode[] = [];
    while (!this.#isAtPop()) items.push(this.#readNode());
    const isFlow = event.style === COLLECTION_STYLE.FLOW;
    this.#skipBracket(isFlow, ']');
    return this.#builder.sequence(items, start, this.#last, isFlow);
  }

  #readEntries(event: MappingEvent, start: number): DocumentNode {
    const entries: Entry[] = [];
    while (!this.#isAtPop()) {
      const key = this.#readNode();
      const value = this.#readNode();
      if (key.kind === 'scalar' && this.#isPlainKey(key)) entries.push({ key, value });
      else if (key.kind === 'sequence' || key.kind === 'mapping') {
        const hint = 'in Python text, quote the whole statement';
        this.#error('yaml-key', 'a key is a text', key.start, key.end, hint);
      }
    }
    const isFlow = event.style === COLLECTION_STYLE.FLOW;
    this.#skipBracket(isFlow, '}');
    return this.#builder.mapping(entries, start, this.#last, isFlow);
  }

  #isPlainKey(key: ScalarNode): boolean {
    if (key.style !== 'plain' || key.value !== '<<') return true;
    this.#error('yaml-merge', 'a scenario has no merge keys', key.start, key.end);
    return false;
  }

  /**
   * Events do not tell where a flow collection ends; between its last item and its end is no
   * text.
   */
  #skipBracket(isFlow: boolean, bracket: string): void {
    if (!isFlow) return;
    let offset = this.#last;
    while (offset < this.#text.length && this.#text[offset] !== bracket) {
      if (this.#text[offset] === '#') while (!/[\r\n]/.test(this.#text[offset] ?? '\n')) offset++;
      else offset++;
    }
    this.#last = Math.min(this.#text.length, offset + 1);
  }

  #readScalar(event: ScalarEvent): DocumentNode {
    const isFine = this.#hasNoProperties(event);
    const { style } = event;
    if (event.valueStart < 0) {
      const nothing = verbatim('', this.#last);
      if (!isFine) return this.#builder.broken(this.#last, this.#last);
      return this.#builder.scalar(nothing, this.#last, this.#last, 'plain', {
        type: 'null',
        value: null,
      });
    }
    const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
    const start = event.valueStart - (isQuoted ? 1 : 0);
    const end = event.valueEnd + (isQuoted ? 1 : 0);
    this.#last = end;
    const trap = this.#hidden.get(start);
    if (trap !== undefined) return this.#readHidden(trap);
    if (!isFine) return this.#builder.broken(start, end);
    const text = decodeScalar(this.#text, event);
    if (style !== SCALAR_STYLE.PLAIN) {
      return this.#builder.scalar(text, start, end, isQuoted ? 'quoted' : 'block', {
        type: 'string',
        value: text.text,
      });
    }
    const resolved = resolvePlain(text.text);
    if (typeof resolved !== 'string') {
      this.#warnOfZeros(text.text, start, end);
      return this.#builder.scalar(text, start, end, 'plain', resolved);
    }
    this.#error('number', resolved, start, end);
    return this.#builder.broken(start, end);
  }

  /** `007`, where people mean a text and Python refuses a number. */
  #warnOfZeros(text: string, start: number, end: number): void {
    if (!/^[-+]?0[0-9]+$/.test(text)) return;
    const value = String(Number(text));
    const message = `YAML takes ${text} for the number ${value}`;
    const hint = `a text is quoted: '${text}'; the number is written ${value}`;
    const span = this.#builder.span(start, end);
    this.#builder.report({ severity: 'warning', code: 'yaml-word', message, span, hint });
  }

  /** What a trap hid is read as if it were quoted, so that mistakes inside it are told as well. */
  #readHidden({ start, end, isPython }: Trap): DocumentNode {
    this.#last = Math.max(this.#last, end);
    if (!isPython) return this.#builder.broken(start, end);
    const value = this.#builder.file.text.slice(start, end);
    const text = verbatim(value, start);
    return this.#builder.scalar(text, start, end, 'quoted', { type: 'string', value });
  }
}

/** The core schema's reading of a plain scalar, or the message that says why it has none. */
function resolvePlain(text: string): Pick<ScalarNode, 'type' | 'value'> | string {
  if (/^(?:null|Null|NULL|~|)$/.test(text)) return { type: 'null', value: null };
  if (/^(?:true|True|TRUE)$/.test(text)) return { type: 'bool', value: true };
  if (/^(?:false|False|FALSE)$/.test(text)) return { type: 'bool', value: false };
  return isNumber(text) ? readNumber(text) : { type: 'string', value: text };
}
