import { createHash } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { JsonlWriter, numberText } from '../../src/trace/jsonl.ts';
import { header, Script, semaphoreRun } from './script.ts';

function write(script: Script): string {
  let text = '';
  const writer = new JsonlWriter(header, (chunk) => {
    text += chunk;
  });
  script.tracer.flush();
  for (const batch of script.memory.batches) writer.receive(batch);
  writer.finish({ end: 'finished', time: script.tracer.time, random: [['program', '1 2']] });
  return text;
}

describe('a written trace', () => {
  test('has its keys in the settled order, byte for byte', () => {
    const script = new Script();
    const main = script.line(3, 5).create('main');
    script.line(0).at(0.5).suspend(main, 'sleep', 1.5);
    const lines = write(script).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '{"trace":1,"sim":"0.1.0","source":{"name":"demo.yaml","sha256":"' +
        '0'.repeat(64) +
        '","text":"main:\\n  - pass\\n"},"params":[["n","50"],["__proto__","\'x\'"]],"seed":1,' +
        '"ties":"fifo","policy":"fifo","limits":[["handles",100000000]],"epoch":1700000000,' +
        '"until":null,"pool":32,"debug":false,"strict314":false,"argv":["x.py"]}',
      '{"seq":1,"iteration":0,"time":0,"task":1,"kind":"task.created","at":[3,5],"cause":0,' +
        '"parent":0,"name":"Task-1","coroutine":"main","eager":false}',
      '{"seq":2,"iteration":1,"time":0.5,"task":1,"kind":"task.suspended","at":null,"cause":0,' +
        '"on":"sleep","until":1.5}',
    ]);
    const end = /^{"end":"finished","events":2,"time":0.5,"sha256":"[0-9a-f]{64}",(.*)}$/;
    expect(end.exec(lines[3])?.[1]).toMatch(
      /^"random":\[\["program","1 2"\]\],"check":"[0-9a-f]{8}"$/,
    );
    expect(lines.slice(4)).toEqual(['']);
  });

  test('ends with the SHA-256 of all bytes before its last line', () => {
    const text = write(semaphoreRun(20, 3));
    const last = text.lastIndexOf('\n', text.length - 2) + 1;
    const hash = createHash('sha256').update(text.slice(0, last), 'utf8').digest('hex');
    expect(JSON.parse(text.slice(last)).sha256).toBe(hash);
  });

  test('ends with a check of everything before the check', () => {
    const text = write(semaphoreRun(3, 3));
    const before = text.slice(0, text.lastIndexOf(',"check"'));
    const hash = createHash('sha256').update(before, 'utf8').digest('hex');
    expect(JSON.parse(text.split('\n').at(-2) ?? '').check).toBe(hash.slice(0, 8));
  });

  test('is the same text from batches and from events one by one', () => {
    const script = semaphoreRun(50, 5);
    let text = '';
    const writer = new JsonlWriter(header, (chunk) => {
      text += chunk;
    });
    for (const event of script.events()) writer.event(event);
    const end = writer.finish({ end: 'finished', time: 10, random: [['program', '1 2']] });
    expect(text).toBe(write(script));
    expect(end.events).toBe(script.memory.count);
  });

  test('is valid UTF-8 and loses nothing, whatever text a program prints', () => {
    const text = 'a\ud800b\udc00\u2028"\\\u0000\u{1f600}é';
    const script = new Script();
    script.emit(0, 'output.written', { stream: 'stdout', text });
    const line = write(script).split('\n')[1];
    expect(Buffer.from(line, 'utf8').toString('utf8')).toBe(line);
    expect(line).toContain('\\ud800');
    expect(JSON.parse(line).text).toBe(text);
  });

  test('refuses a field of the wrong type as a mistake of the simulator', () => {
    const script = new Script();
    script.tracer.emitFor(1, 4, 'finished', 7);
    expect(() => write(script)).toThrow('task.finished: outcome is one of returned, raised, canc');
  });

  test('names -0, NaN and the infinities as strings', () => {
    expect([-0, Number.NaN, 1 / 0, -1 / 0, 0, 0.1 + 0.2, 1e21].map(numberText)).toEqual([
      '"-0"',
      '"NaN"',
      '"Infinity"',
      '"-Infinity"',
      '0',
      '0.30000000000000004',
      '1e+21',
    ]);
  });

  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })])(
    'writes any finite number so that it reads back the same',
    (value) => {
      expect(Object.is(Number(JSON.parse(numberText(value))), value)).toBe(true);
    },
  );
});
