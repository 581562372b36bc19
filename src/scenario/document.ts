// The positioned document: what YAML and JSON have in common. A tree of scalars, sequences and
// mappings, each with its span; a scalar's text keeps the place of every character, whatever
// quotes, escapes or folding it was written with. Keys are scalars and keep their order; user
// strings are never used as JavaScript property names. A node that was already reported is
// `broken`: readers pass over it in silence, so that one mistake is told once.

import type { Diagnostic, Report } from '../base/diagnostic.ts';
import { excerpt, SourceFile, type SourceText, spanBetween } from '../base/source-text.ts';
import type { Span } from '../base/span.ts';

/**
 * A text and, for each UTF-16 unit and for its end, the offset in the file that it was read
 * from. Of a
 * text that stands in the file as it is, the offset of its start says it all.
 */
export interface OffsetText {
  readonly text: string;
  readonly offsets: Uint32Array | number;
}

interface NodeBase {
  readonly span: Span;
  /** Offsets in the file; the quotes of a scalar included. */
  readonly start: number;
  readonly end: number;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly type: 'string' | 'int' | 'float' | 'bool' | 'null';
  readonly value: string | number | bigint | boolean | null;
  /** The decoded text with its places; of a number or word, the text as written. */
  readonly source: SourceText;
  /** `plain`: without quotes. `block`: after `|` or `>`. */
  readonly style: 'plain' | 'quoted' | 'block';
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly items: readonly DocumentNode[];
  /** Written as `[…]`. */
  readonly isFlow: boolean;
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: DocumentNode;
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
  /** Written as `{…}`. */
  readonly isFlow: boolean;
}

/** What stood here was wrong and is already reported. */
export interface BrokenNode extends NodeBase {
  readonly kind: 'broken';
}

export type DocumentNode = ScalarNode | SequenceNode | MappingNode | BrokenNode;

/** The nesting of collections that a file may have. */
export const maxNesting = 64;

/** Keys, values and statements that one file may have. */
export const maxNodes = 200_000;

/** A file of this many bytes is still read. */
export const maxInputLength = 10 * 1024 * 1024;

/**
 * What the readers of both formats need: the file, a place to report to, and the making of
 * nodes.
 */
export class DocumentBuilder {
  readonly file: SourceFile;
  readonly report: Report;

  constructor(text: string, report: Report) {
    this.file = new SourceFile(text);
    this.report = report;
  }

  /** The span between two offsets of the file. */
  span(start: number, end: number): Span {
    return spanBetween(this.file, start, end);
  }

  /** Reports an error between two offsets of the file. */
  error(code: string, message: string, start: number, end: number, hint?: string): void {
    const diagnostic: Diagnostic = {
      severity: 'error',
      code,
      message,
      span: this.span(start, end),
    };
    this.report(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }

  /**
   * Reports that the file has more than `maxNodes` keys and values, of which one is at `offset`.
   */
  tooMany(offset: number, what = `${maxNodes} keys and values`): void {
    const message = `the file has more than ${what}`;
    this.error('too-large', message, offset, offset + 1, 'compute the data in the program');
  }

  scalar(
    text: OffsetText,
    start: number,
    end: number,
    style: ScalarNode['style'],
    resolved: Pick<ScalarNode, 'type' | 'value'>,
  ): ScalarNode {
    const { offsets } = text;
    const place = (offset: number) =>
      typeof offsets === 'number' ? offsets + offset : (offsets[offset] ?? end);
    const source = excerpt(text.text, this.file, place);
    return { kind: 'scalar', ...resolved, source, style, start, end, span: this.span(start, end) };
  }

  sequence(
    items: readonly DocumentNode[],
    start: number,
    end: number,
    isFlow: boolean,
  ): SequenceNode {
    return { kind: 'sequence', items, isFlow, start, end, span: this.span(start, end) };
  }

  /** A mapping; a key that occurs twice is reported and its second entry left out. */
  mapping(entries: readonly Entry[], start: number, end: number, isFlow: boolean): MappingNode {
    const seen = new Map<string, ScalarNode>();
    const unique: Entry[] = [];
    for (const entry of entries) {
      const { key } = entry;
      const identity = `${key.type}:${String(key.value)}`;
      const first = seen.get(identity);
      if (first === undefined) {
        seen.set(identity, key);
        unique.push(entry);
        continue;
      }
      const message = `key ${describeScalar(key)} occurs twice`;
      const hint = `the first is in line ${first.span.line}`;
      this.error('duplicate-key', message, key.start, key.end, hint);
    }
    return { kind: 'mapping', entries: unique, isFlow, start, end, span: this.span(start, end) };
  }

  broken(start: number, end: number): BrokenNode {
    return { kind: 'broken', start, end, span: this.span(start, end) };
  }
}

/** A text that stands in the file as it is. */
export function verbatim(text: string, start: number): OffsetText {
  return { text, offsets: start };
}

/** A scalar in words: `'name'`, `5`, `true`, `null`. */
export function describeScalar(node: ScalarNode): string {
  if (node.type !== 'string') return node.source.text === '' ? 'null' : node.source.text;
  const text =
    node.source.text.length > 60 ? `${node.source.text.slice(0, 57)}...` : node.source.text;
  return `'${text}'`;
}

/** A node in words, for `expected …, found …`. */
export function describeNode(node: DocumentNode): string {
  switch (node.kind) {
    case 'mapping':
      return 'a mapping';
    case 'sequence':
      return 'a list';
    case 'broken':
      return 'something unreadable';
    case 'scalar':
      if (node.type === 'null') return 'nothing';
      if (node.type === 'string') return `the text ${describeScalar(node)}`;
      return node.type === 'bool' ? describeScalar(node) : `the number ${describeScalar(node)}`;
  }
}
