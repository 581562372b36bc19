import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { EventScanner } from '../../src/trace/event-scanner.ts';
import { eventLine } from '../../src/trace/jsonl.ts';
import { parseEvent, parseLine } from '../../src/trace/read-line.ts';
import { semaphoreRun } from './script.ts';

const events = semaphoreRun(4, 2).events();
const lines = events.map(eventLine);

/** What the scanner takes of a line that stands in the middle of a text. */
function scanned(line: string, seq: number): unknown {
  return new EventScanner().scan(`header\n${line}\nnext`, 7, seq);
}

describe('the scanner', () => {
  test('takes what the thorough reader takes, and the next line after it', () => {
    const scanner = new EventScanner();
    const text = `${lines.join('\n')}\n`;
    for (const [i, event] of events.entries()) {
      expect(scanner.scan(text, scanner.end, i + 1)).toEqual(event);
      expect(parseEvent(parseLine(lines[i], 1, 'a line'), 1, i + 1)).toEqual(event);
    }
    expect(scanner.end).toBe(text.length);
  });

  test('gives frozen events', () => {
    expect(Object.isFrozen(scanned(lines[0], 1))).toBe(true);
  });

  test('leaves what is written otherwise', () => {
    const [line] = lines;
    const others = [
      line.slice(1),
      `${line} `,
      line.replace('"seq":1', '"seq":01'),
      line.replace('"time":0', '"time":0.0'),
      line.replace('"time":0', '"time":-0'),
      line.replace('"time":0', '"time":1e3'),
      line.replace('"time":0', '"time":'),
      line.replace('"task":1', '"task":-1'),
      line.replace('"task":1', '"task":9007199254740993'),
      line.replace('"at":[30,1]', '"at":[0,1]'),
      line.replace('"at":[30,1]', '"at":[30]'),
      line.replace('task.created', 'task.made'),
      line.replace('"eager":false', '"eager":0'),
      line.replace('"name":"Task-1"', '"name":null'),
      line.replace('"name":"Task-1"', '"name":"Task-1'),
      line.slice(0, -1),
    ];
    for (const other of others) expect([other, scanned(other, 1)]).toEqual([other, null]);
    expect(scanned(line, 2)).toBe(null);
  });

  test('takes escapes and other letters where they are written as a trace writes them', () => {
    for (const name of ['a\\n', 'é', '\\"', '\\\\', '\\udc00', '☃', '\\u0001']) {
      const line = lines[0].replace('Task-1', name.replaceAll('$', '$$'));
      expect(scanned(line, 1)).toMatchObject({ name: JSON.parse(`"${name}"`) });
    }
    for (const name of ['\\u000a', '\\/', '\\x', '\\', '\n', '\\u00e9', '\udc00']) {
      expect([name, scanned(lines[0].replace('Task-1', name), 1)]).toEqual([name, null]);
    }
  });

  test('leaves special numbers to the thorough reader', () => {
    expect(scanned(lines[0].replace('"time":0', '"time":"-0"'), 1)).toBe(null);
  });

  const places = lines.flatMap((line, i) => [...line].map((_, at) => [i, at] as const));
  test.prop([fc.constantFrom(...places), fc.integer({ min: 1, max: 127 })], { numRuns: 3000 })(
    'takes a line with another letter in it only as it is written',
    ([i, at], change) => {
      const letter = String.fromCharCode(lines[i].charCodeAt(at) ^ change);
      const line = lines[i].slice(0, at) + letter + lines[i].slice(at + 1);
      const event = scanned(line, i + 1);
      if (event !== null) expect(eventLine(event as (typeof events)[number])).toBe(line);
    },
  );
});
