// Module `csv`: reader, writer, DictReader and DictWriter over lines and whatever has `write`, with
// the options of a dialect by keyword. Left out: Sniffer, classes of dialects, register_dialect.
// Source: CPython 3.14 Modules/_csv.c, Lib/csv.py.

import { Exception, PyTypeError, ValueError } from '../../asyncio/exceptions.ts';
import type { Interpreter } from '../interpreter.ts';
import { builtinClass, declareType, define } from '../objects/classes.ts';
import { defineGetters, Getter } from '../objects/descriptors.ts';
import { Dict } from '../objects/dict.ts';
import { exceptionClass } from '../objects/exception-classes.ts';
import { items, iterate } from '../objects/iteration.ts';
import { PyIterator, STOP } from '../objects/iterator.ts';
import { invoke } from '../objects/native-class.ts';
import { LibraryFunction } from '../objects/signature.ts';
import { truthy } from '../objects/truth.ts';
import { typeName } from '../objects/type-of.ts';
import { Builtin, Float, PyModule, plainText } from '../values.ts';
import { constructs } from './asyncio/construct.ts';

const errorClass = builtinClass('Error', [exceptionClass], '_csv');

function failure(message: string): Exception {
  const error = new Exception(message);
  error.userClass = errorClass;
  return error;
}

const [MINIMAL, ALL, NON_NUMERIC, NONE] = [0, 1, 2, 3];

interface Dialect {
  readonly delimiter: string;
  readonly quote: string | null;
  readonly escaper: string | null;
  readonly doubles: boolean;
  readonly skipsBlanks: boolean;
  readonly lineEnd: string;
  readonly quoting: number;
  readonly isStrict: boolean;
}

const OPTIONS =
  "dialect='excel', *, delimiter=None, quotechar=..., escapechar=None, doublequote=True, " +
  'skipinitialspace=False, lineterminator=None, quoting=0, strict=False';

const NAMED = new Map([
  ['excel', { delimiter: ',', lineEnd: '\r\n', quoting: MINIMAL }],
  ['excel-tab', { delimiter: '\t', lineEnd: '\r\n', quoting: MINIMAL }],
  ['unix', { delimiter: ',', lineEnd: '\n', quoting: ALL }],
]);

function dialectOf(run: Interpreter, given: readonly unknown[]): Dialect {
  const [name, delimiter, quote, escaper, doubles, blanks, lineEnd, quoting, strict] = given;
  const base = NAMED.get(String(name));
  if (base === undefined) throw failure('unknown dialect');
  if (delimiter !== null && (typeof delimiter !== 'string' || Array.from(delimiter).length !== 1)) {
    throw new PyTypeError(
      '"delimiter" must be a unicode character, not a string of length ' +
        (typeof delimiter === 'string' ? Array.from(delimiter).length : 0),
    );
  }
  return {
    delimiter: delimiter ?? base.delimiter,
    quote: quote === undefined ? '"' : (quote as string | null),
    escaper: escaper as string | null,
    doubles: truthy(run, doubles),
    skipsBlanks: truthy(run, blanks),
    lineEnd: (lineEnd as string | null) ?? base.lineEnd,
    quoting: quoting === 0 ? base.quoting : Number(quoting),
    isStrict: truthy(run, strict),
  };
}

/** Rows of lines; a quoted field may go on over several. */
class Reader extends PyIterator {
  lineNumber = 0;
  readonly #run: Interpreter;
  readonly #lines: Iterator<unknown>;
  readonly #dialect: Dialect;

  constructor(run: Interpreter, lines: unknown, dialect: Dialect) {
    super();
    this.#run = run;
    this.#lines = items(run, lines)[Symbol.iterator]();
    this.#dialect = dialect;
  }

  #line(): string | null {
    const next = this.#lines.next();
    if (next.done === true) return null;
    const text = plainText(next.value);
    if (typeof text !== 'string') {
      throw failure(
        `iterator should return strings, not ${typeName(next.value)} ` +
          '(the file should be opened in text mode)',
      );
    }
    this.lineNumber++;
    this.#run.charge(text.length);
    return text;
  }

  next(): unknown {
    const first = this.#line();
    if (first === null) return STOP;
    const row: unknown[] = [];
    const state = { text: '', isQuoted: false, isOpen: false, at: 0 };
    for (let line: string | null = first; line !== null; ) {
      state.at = 0;
      if (this.#readLine(line, row, state)) return row;
      line = this.#line();
      if (line === null && this.#dialect.isStrict) throw failure('unexpected end of data');
    }
    row.push(this.#field(state));
    return row;
  }

  #field({ text, isQuoted }: { text: string; isQuoted: boolean }): unknown {
    if (this.#dialect.quoting !== NON_NUMERIC || isQuoted) return text;
    const value = Number(text);
    if (text.trim() === '' || Number.isNaN(value)) {
      throw new ValueError(
        `could not convert string to float: ${this.#run.objects.repr(this.#run, text)}`,
      );
    }
    return new Float(value);
  }

  /** Whether the row ends with this line. */
  #readLine(
    line: string,
    row: unknown[],
    state: { text: string; isQuoted: boolean; isOpen: boolean; at: number },
  ): boolean {
    const { delimiter, quote, escaper, doubles, skipsBlanks, quoting } = this.#dialect;
    const characters = Array.from(line);
    let isStart = !state.isOpen;
    if (isStart && /^[\r\n]*$/.test(line)) return true;
    const endField = (): void => {
      row.push(this.#field(state));
      Object.assign(state, { text: '', isQuoted: false });
      isStart = true;
    };
    for (let i = 0; i < characters.length; i++) {
      const c = characters[i];
      if (state.isOpen) {
        if (c === escaper && escaper !== null) state.text += characters[++i] ?? '\n';
        else if (c !== quote) state.text += c;
        else if (doubles && characters[i + 1] === quote) state.text += characters[++i];
        else state.isOpen = false;
      } else if (c === '\n' || c === '\r') {
        if (characters.slice(i).some((each) => each !== '\n' && each !== '\r')) {
          throw failure(
            "new-line character seen in unquoted field - do you need to open the file with newline=''?",
          );
        }
        break;
      } else if (c === delimiter) endField();
      else if (c === escaper && escaper !== null) state.text += characters[++i] ?? '\n';
      else if (isStart && c === quote && quoting !== NONE) {
        state.isOpen = true;
        state.isQuoted = true;
        isStart = false;
      } else if (!(isStart && c === ' ' && skipsBlanks)) {
        state.text += c;
        isStart = false;
      }
    }
    if (state.isOpen) return false;
    endField();
    return true;
  }
}

const readerClass = builtinClass('reader', undefined, '_csv');
readerClass.messageName = '_csv.reader';
declareType(Reader, readerClass);
defineGetters(readerClass, [new Getter('line_num', (_run, self: Reader) => self.lineNumber)]);

class Writer {
  readonly file: unknown;
  readonly dialect: Dialect;

  constructor(file: unknown, dialect: Dialect) {
    this.file = file;
    this.dialect = dialect;
  }
}

function fieldText(run: Interpreter, dialect: Dialect, value: unknown, isOnly: boolean): string {
  const { delimiter, quote, escaper, doubles, quoting } = dialect;
  const isNumber = typeof value === 'number' || typeof value === 'bigint' || value instanceof Float;
  const text = value === null ? '' : run.objects.str(run, value);
  const isSpecial = Array.from(text).some(
    (c) => c === delimiter || c === quote || c === escaper || c === '\n' || c === '\r',
  );
  const isBlank = text === '' && isOnly;
  const isQuoted =
    quoting === ALL ||
    (quoting === NON_NUMERIC && !isNumber) ||
    (quoting === MINIMAL && (isSpecial || isBlank));
  if (quoting === NONE && isBlank) {
    throw failure('single empty field record must be quoted');
  }
  if (!isQuoted || quote === null) {
    if (!isSpecial) return text;
    if (escaper === null) throw failure('need to escape, but no escapechar set');
    return Array.from(text)
      .map((c) => (c === delimiter || c === quote || c === escaper ? escaper + c : c))
      .join('');
  }
  if (!text.includes(quote)) return quote + text + quote;
  if (!doubles && escaper === null) throw failure('need to escape, but no escapechar set');
  return quote + text.replaceAll(quote, (doubles ? quote : escaper) + quote) + quote;
}

function writeRow(run: Interpreter, { file, dialect }: Writer, row: unknown): unknown {
  if (!run.objects.isIterable(row)) {
    throw failure(`iterable expected, not ${typeName(row)}`);
  }
  const fields = [...items(run, row)];
  const texts = fields.map((each) => fieldText(run, dialect, each, fields.length === 1));
  const line = texts.join(dialect.delimiter) + dialect.lineEnd;
  run.charge(line.length);
  return invoke(run, file, 'write', [line]);
}

const writerClass = builtinClass('writer', undefined, '_csv');
writerClass.messageName = '_csv.writer';
declareType(Writer, writerClass);
define(writerClass, [
  new Builtin('writerow(self, row, /)', writeRow),
  new Builtin('writerows(self, rows, /)', (run, self: Writer, rows: unknown) => {
    for (const row of items(run, rows)) writeRow(run, self, row);
    return null;
  }),
]);

class DictReader extends PyIterator {
  readonly run: Interpreter;
  readonly reader: Reader;
  names: unknown;
  readonly restKey: unknown;
  readonly restValue: unknown;

  constructor(run: Interpreter, reader: Reader, names: unknown, rest: readonly unknown[]) {
    super();
    this.run = run;
    this.reader = reader;
    this.names = names;
    [this.restKey, this.restValue] = rest;
  }

  fieldNames(): unknown {
    if (this.names === null) {
      const row = this.reader.next();
      if (row !== STOP) this.names = row;
    }
    return this.names;
  }

  next(): unknown {
    const given = this.fieldNames();
    let row = this.reader.next();
    while (Array.isArray(row) && row.length === 0) row = this.reader.next();
    if (row === STOP) return STOP;
    const names = [...items(this.run, given)];
    const values = row as unknown[];
    const dict = new Dict(this.run);
    names.forEach((name, i) => {
      dict.set(name, i < values.length ? values[i] : this.restValue);
    });
    if (values.length > names.length) dict.set(this.restKey, values.slice(names.length));
    return dict;
  }
}

const dictReaderClass = builtinClass('DictReader', undefined, 'csv');
declareType(DictReader, dictReaderClass);
constructs(
  dictReaderClass,
  `DictReader(f, fieldnames=None, restkey=None, restval=None, ${OPTIONS})`,
  (run, file: unknown, names: unknown, restKey: unknown, restValue: unknown, ...given: unknown[]) =>
    new DictReader(
      run,
      new Reader(run, file, dialectOf(run, given)),
      names === null ? null : [...items(run, names)],
      [restKey, restValue],
    ),
);
define(dictReaderClass, [
  new LibraryFunction('__iter__(self)', (run, self: DictReader) => iterate(run, self)),
]);
defineGetters(dictReaderClass, [
  new Getter('fieldnames', (_run, self: DictReader) => self.fieldNames()),
  new Getter('line_num', (_run, self: DictReader) => self.reader.lineNumber),
]);

class DictWriter {
  readonly writer: Writer;
  readonly names: readonly unknown[];
  readonly restValue: unknown;
  readonly raises: boolean;

  constructor(writer: Writer, names: readonly unknown[], restValue: unknown, raises: boolean) {
    this.writer = writer;
    this.names = names;
    this.restValue = restValue;
    this.raises = raises;
  }
}

function writeDict(run: Interpreter, self: DictWriter, row: unknown): unknown {
  if (self.raises) {
    const wrong = [...items(run, invoke(run, row, 'keys', []))].filter(
      (key) => !self.names.includes(key),
    );
    if (wrong.length > 0) {
      const shown = wrong.map((key) => run.objects.repr(run, key)).join(', ');
      throw new ValueError(`dict contains fields not in fieldnames: ${shown}`);
    }
  }
  const values = self.names.map((name) => invoke(run, row, 'get', [name, self.restValue]));
  return writeRow(run, self.writer, values);
}

const dictWriterClass = builtinClass('DictWriter', undefined, 'csv');
declareType(DictWriter, dictWriterClass);
constructs(
  dictWriterClass,
  `DictWriter(f, fieldnames, restval='', extrasaction='raise', ${OPTIONS})`,
  (
    run,
    file: unknown,
    names: unknown,
    restValue: unknown,
    action: unknown,
    ...given: unknown[]
  ) => {
    const extras = run.objects.str(run, action).toLowerCase();
    if (extras !== 'raise' && extras !== 'ignore') {
      throw new ValueError(`extrasaction (${extras}) must be 'raise' or 'ignore'`);
    }
    const writer = new Writer(file, dialectOf(run, given));
    return new DictWriter(writer, [...items(run, names)], restValue, extras === 'raise');
  },
);
define(dictWriterClass, [
  new LibraryFunction('writeheader(self)', (run, self: DictWriter) =>
    writeRow(run, self.writer, [...self.names]),
  ),
  new LibraryFunction('writerow(self, rowdict)', writeDict),
  new LibraryFunction('writerows(self, rowdicts)', (run, self: DictWriter, rows: unknown) => {
    for (const row of items(run, rows)) writeDict(run, self, row);
    return null;
  }),
]);
defineGetters(dictWriterClass, [
  new Getter('fieldnames', (_run, self: DictWriter) => [...self.names]),
]);

/** The module; the same for every run. */
export const csvModule = new PyModule(
  'csv',
  new Map<string, unknown>([
    ['Error', errorClass],
    ['QUOTE_MINIMAL', MINIMAL],
    ['QUOTE_ALL', ALL],
    ['QUOTE_NONNUMERIC', NON_NUMERIC],
    ['QUOTE_NONE', NONE],
    ['DictReader', dictReaderClass],
    ['DictWriter', dictWriterClass],
    [
      'reader',
      new Builtin(
        `reader(iterable, ${OPTIONS})`,
        (run, lines: unknown, ...given: unknown[]) => new Reader(run, lines, dialectOf(run, given)),
      ),
    ],
    [
      'writer',
      new Builtin(
        `writer(fileobj, ${OPTIONS})`,
        (run, file: unknown, ...given: unknown[]) => new Writer(file, dialectOf(run, given)),
      ),
    ],
  ]),
);
