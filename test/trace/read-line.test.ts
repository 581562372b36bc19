import { describe, expect, test } from 'vitest';
import { eventLine } from '../../src/trace/jsonl.ts';
import {
  parseEnd,
  parseEvent,
  parseHeader,
  parseLine,
  TraceError,
} from '../../src/trace/read-line.ts';
import { semaphoreRun } from './script.ts';

const events = semaphoreRun(4, 2).events();

describe('a line of a trace', () => {
  test('reads the special numbers where a number belongs, and only there', () => {
    const line = eventLine(events[0]).replace('"time":0', '"time":"-0"');
    const event = parseEvent(parseLine(line, 1, 'a line'), 1, 1);
    expect(Object.is(event.time, -0)).toBe(true);
    const task = eventLine(events[0]).replace('"task":1', '"task":"NaN"');
    expect(() => parseEvent(parseLine(task, 9, 'a line'), 9, 1)).toThrow(
      'line 9: event 1: \'task\' is an integer, found "NaN"',
    );
  });

  test('must be an object', () => {
    for (const text of ['[]', '3', 'null', '"x"']) {
      expect(() => parseLine(text, 4, 'event 3')).toThrow(
        'line 4: event 3 is damaged: not a JSON object',
      );
    }
  });

  test('with a place must have a line and a column', () => {
    for (const at of ['[0,1]', '[1]', '[1,2,3]', '"x"', '[1,-1]', '[1.5,1]']) {
      const line = eventLine(events[0]).replace('"at":[30,1]', `"at":${at}`);
      expect(() => parseEvent(parseLine(line, 2, 'x'), 2, 1)).toThrow(
        "event 1: 'at' is [line, column] or null",
      );
    }
  });

  test('of header or end says what is missing', () => {
    const from = (text: string) => parseLine(text, 1, 'a line');
    expect(() => parseHeader(from('{"trace":1}'), 1)).toThrow("the header: 'sim' is missing");
    expect(() => parseHeader(from('{"trace":0}'), 1)).toThrow('unknown trace version');
    expect(() => parseEnd(from('{"end":"finished"}'), 7)).toThrow(
      "line 7: the end line: 'events' is missing",
    );
  });

  test('is named in the error', () => {
    expect(new TraceError('broken', 3)).toMatchObject({ message: 'line 3: broken', line: 3 });
    expect(new TraceError('broken', 0).message).toBe('broken');
  });
});
