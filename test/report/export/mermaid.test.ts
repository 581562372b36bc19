import { describe, expect, test } from 'vitest';
import { MAX_MESSAGES, MermaidDiagram } from '../../../src/report/export/mermaid.ts';
import { foldEvents } from '../../../src/trace/fold.ts';
import { eventsOf, HOSTILE, programs } from './runs.ts';

function diagramOf(text: string): string[] {
  const [fold] = foldEvents(eventsOf(text), new MermaidDiagram());
  return fold.text().trimEnd().split('\n');
}

const HANDOVER = `import asyncio
queue = asyncio.Queue()
async def producer():
    await asyncio.sleep(1)
    await queue.put('x')
async def main():
    task = asyncio.create_task(producer(), name='producer')
    print(await queue.get())
    task.cancel()
asyncio.run(main())
`;

describe('a Mermaid diagram', () => {
  test('shows what tasks do to each other and to objects, with the times', () => {
    expect(diagramOf(HANDOVER)).toEqual([
      'sequenceDiagram',
      '  participant p1 as the loop',
      '  participant p2 as Task-1',
      '  participant p3 as producer',
      '  participant p4 as queue',
      '  Note over p2: 0 s',
      '  Note right of p2: runs main',
      '  p2->>p3: create_task producer',
      '  Note right of p2: waits for queue get',
      '  Note right of p3: sleep',
      '  Note over p3: 1 s',
      '  p3->>p4: put',
      '  Note right of p3: returned None',
      '  p2->>p4: get',
      '  Note right of p2: prints x',
      '  Note right of p2: returned None',
    ]);
  });

  test('has no character of a stranger that is Mermaid or HTML', () => {
    const lines = diagramOf(HOSTILE);
    const ours = /^ {2}(?:participant p\d+ as |Note (?:over|right of) p\d+: |p\d+-(?:>>|x)p\d+: )/;
    for (const line of lines.slice(1)) {
      const text = line.replace(ours, '').replace(/#\d+;/g, '');
      expect(text).toMatch(/^[\w .,()=+*/'-]*$/);
      expect(text).not.toMatch(/\bend\b/i);
    }
  });

  test('of a long run is cut, and says so', () => {
    const long = HANDOVER.replace('print(await queue.get())', 'for i in range(900): print(i)');
    const lines = diagramOf(long);
    expect(lines.length).toBeLessThan(MAX_MESSAGES + 20);
    expect(lines.at(-1)).toMatch(/^ {2}%% and \d+ more messages$/);
  });

  test('of any program declares every participant once, before it is used', () => {
    for (const { text } of programs) {
      const lines = diagramOf(text);
      const declared = lines.flatMap((line) => /participant (p\d+)/.exec(line)?.[1] ?? []);
      const used = new Set(lines.slice(1).flatMap((line) => /\bp\d+\b/.exec(line)?.[0] ?? []));
      expect(declared).toHaveLength(new Set(declared).size);
      expect(used).toEqual(new Set(declared));
    }
  });
});
