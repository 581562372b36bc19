import { describe, expect, test } from 'vitest';
import type { TraceHeader } from '../../src/trace/header.ts';
import { JsonlWriter } from '../../src/trace/jsonl.ts';
import { readTrace } from '../../src/trace/read.ts';
import { header } from './script.ts';

function roundTrip(head: TraceHeader) {
  let text = '';
  const writer = new JsonlWriter(head, (chunk) => {
    text += chunk;
  });
  writer.finish({ end: 'limit', time: -0, random: [['__proto__', 'state']] });
  return readTrace(text);
}

describe('header and end', () => {
  test('come back as they were, names of the program included', () => {
    const head: TraceHeader = {
      ...header,
      seed: '123456789012345678901234567890',
      params: [
        ['__proto__', '1'],
        ['constructor', "'\ud800'"],
        ['n', '5'],
        ['n', '6'],
      ],
      limits: [['time', Number.POSITIVE_INFINITY]],
    };
    const trace = roundTrip(head);
    expect(trace.header).toEqual(head);
    expect(trace.end).toMatchObject({ end: 'limit', time: -0, random: [['__proto__', 'state']] });
  });
});
