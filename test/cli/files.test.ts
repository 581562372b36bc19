import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AtomicFile, FileProblem, readText } from '../../src/cli/files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sim-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('reading', () => {
  test('gives the text of a file', () => {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, 'é = 1\n');
    expect(readText(path, 7)).toBe('é = 1\n');
  });

  test('refuses a file that is one byte too large', () => {
    const path = join(folder, 'a.yaml');
    writeFileSync(path, 'é = 1\n');
    expect(() => readText(path, 6)).toThrow(
      `cannot read ${path}: larger than 6 bytes (--max-input)`,
    );
  });

  test('says that a file is missing, a folder, or no text', () => {
    const missing = join(folder, 'none.yaml');
    expect(() => readText(missing, 10)).toThrow(`cannot read ${missing}: there is no such file`);
    expect(() => readText(folder, 10_000)).toThrow(`cannot read ${folder}: it is a folder`);
    const binary = join(folder, 'b.yaml');
    writeFileSync(binary, Buffer.from([0xff, 0xfe, 0x00]));
    expect(() => readText(binary, 10)).toThrow(`cannot read ${binary}: it is not UTF-8 text`);
  });
});

describe('writing', () => {
  test('a file appears whole and only when it is committed', () => {
    const path = join(folder, 'trace.jsonl');
    const file = new AtomicFile(path);
    file.write('first\n');
    file.write('x'.repeat(3 << 20));
    expect(existsSync(path)).toBe(false);
    file.commit();
    expect(readFileSync(path, 'utf8')).toBe(`first\n${'x'.repeat(3 << 20)}`);
    expect(readdirSync(folder)).toEqual(['trace.jsonl']);
  });

  test('an abandoned file leaves the old one and nothing else', () => {
    const path = join(folder, 'trace.jsonl');
    writeFileSync(path, 'old');
    const file = new AtomicFile(path);
    file.write('new');
    file.abandon();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['trace.jsonl']);
  });

  test('a folder that does not exist is a problem with a reason', () => {
    const path = join(folder, 'no', 'trace.jsonl');
    expect(() => new AtomicFile(path)).toThrow(FileProblem);
    expect(() => new AtomicFile(path)).toThrow(`cannot write ${path}: there is no such folder`);
  });
});
