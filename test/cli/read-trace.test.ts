import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FileProblem } from '../../src/cli/files.ts';
import { damageText, traceSource } from '../../src/cli/read-trace.ts';
import { TraceError } from '../../src/trace/read-line.ts';
import { scratch } from './scratch.ts';

const { file, path, folder } = scratch();

/** Everything that a source gives, twice. */
function readTwice(name: string): [string, string] {
  const source = traceSource(name);
  const read = (): string => {
    const next = source();
    let text = '';
    for (let piece = next(); piece !== null; piece = next()) text += piece;
    return text;
  };
  return [read(), read()];
}

describe('a trace from a file', () => {
  const long = `${'é☃𝒳'.repeat(300_000)}\n`;

  test('is read in pieces, any number of times, characters whole', () => {
    expect(readTwice(file('long.jsonl', long))).toEqual([long, long]);
    expect(readTwice(file('empty.jsonl', ''))).toEqual(['', '']);
  });

  test('is unpacked where its name says so, from any number of members', () => {
    const members = [gzipSync(long.slice(0, 1000)), gzipSync(long.slice(1000))];
    writeFileSync(path('long.jsonl.gz'), Buffer.concat(members));
    expect(readTwice(path('long.jsonl.gz'))).toEqual([long, long]);
  });

  test.each([
    ['nothing.jsonl', 'there is no such file'],
    ['nothing.jsonl.gz', 'there is no such file'],
    ['half.jsonl.gz', 'it is no whole gzip file'],
  ])('%s: %s', (name, reason) => {
    writeFileSync(path('half.jsonl.gz'), gzipSync(long).subarray(0, 100));
    expect(() => readTwice(path(name))).toThrow(
      new FileProblem(`cannot read ${path(name)}: ${reason}`, true),
    );
  });

  test.each(['jsonl', 'jsonl.gz'])('%s that is no text has a lone surrogate there', (ending) => {
    const pack = (bytes: Buffer): Buffer => (ending === 'jsonl' ? bytes : gzipSync(bytes));
    writeFileSync(path(`latin.${ending}`), pack(Buffer.from([0x61, 0xe9, 0x62, 0xc3, 0xa9])));
    expect(readTwice(path(`latin.${ending}`))[0]).toBe('a\udcff\xe9b\xc3\xa9');
    writeFileSync(path(`cut.${ending}`), pack(Buffer.from('xé').subarray(0, 2)));
    expect(readTwice(path(`cut.${ending}`))[0]).toBe('x\udcff\xc3');
    const late = Buffer.concat([Buffer.from(long), Buffer.from([0xff])]);
    writeFileSync(path(`late.${ending}`), pack(late));
    expect(readTwice(path(`late.${ending}`))[0]).toBe(`${long}\udcff\xff`);
  });

  test('is no folder', () => {
    expect(() => traceSource(folder)).toThrow(`cannot read ${folder}: it is a folder`);
  });
});

test('damage is told with the line and the byte', () => {
  expect(damageText('a\x1b.jsonl', new TraceError('broken', 3, 17))).toBe(
    'a\\x1b.jsonl: line 3, byte 17: broken',
  );
  expect(damageText('a.jsonl', new TraceError('broken', 0))).toBe('a.jsonl: broken');
});
