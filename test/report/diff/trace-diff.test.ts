import { describe, expect, test } from 'vitest';
import { renderDiff } from '../../../src/report/diff/render-diff.ts';
import { diffTraces, TraceDiffer } from '../../../src/report/diff/trace-diff.ts';
import { plainPage } from '../../../src/report/page.ts';
import { readTrace } from '../../../src/trace/read.ts';
import { recorded } from '../../replay/programs.ts';

/** A program with these lines in its worker and in main. */
function program(worker: string, main: string): string {
  const indent = (text: string) => text.split('; ').join('\n    ');
  return `import asyncio
async def worker(name, delay):
    ${indent(worker)}
async def main():
    ${indent(main)}
asyncio.run(main())
`;
}

const WORK = 'await asyncio.sleep(delay); print(name)';
const TWO = "await asyncio.gather(worker('a', 1), worker('b', 2))";

const traceOf = (worker = WORK, main = TWO): string => recorded(program(worker, main)).trace;
const diff = (a: string, b: string) => diffTraces(a, b);
const words = (side: readonly { readonly text: string }[]) => side.map(({ text }) => text);

describe('two runs', () => {
  test('are the same where every event is', () => {
    expect(diff(traceOf(), traceOf())).toMatchObject({
      same: true,
      settings: [],
      first: null,
      common: 3,
      tasks: [],
      only: [[], []],
      order: null,
    });
  });

  test('differ in the settings that differ', () => {
    const one = recorded(program(WORK, TWO), { seed: 1 }).trace;
    const two = recorded(program(WORK, TWO), { seed: 2 }).trace;
    expect(diff(one, two)).toMatchObject({
      same: false,
      settings: [['seed', '1', '2']],
      first: null,
    });
  });

  test('part at their first different event', () => {
    const [a, b] = [traceOf(), traceOf(WORK, TWO.replace('2)', '3)'))];
    const [one, two] = [readTrace(a).events, readTrace(b).events];
    const at = one.findIndex((event, i) => JSON.stringify(event) !== JSON.stringify(two[i]));
    expect(at).toBeGreaterThan(0);
    expect(diff(a, b).first).toEqual({ seq: at + 1, a: one[at], b: two[at] });
  });

  test('may be cut off one before the other', () => {
    const events = readTrace(traceOf()).events;
    const differ = new TraceDiffer();
    for (const event of events) differ.see(0, event);
    differ.finish(0, null, null);
    for (const event of events.slice(0, 10)) differ.see(1, event);
    differ.finish(1, null, null);
    expect(differ.diff().first).toEqual({ seq: 11, a: events[10], b: null });
  });
});

describe('what a task does otherwise', () => {
  test('is one operation more, one fewer, or another', () => {
    const more = diff(traceOf(), traceOf("await asyncio.sleep(delay); print('now'); print(name)"));
    const [first] = more.tasks;
    expect(more.tasks.map(({ coroutine }) => coroutine)).toEqual(['worker', 'worker']);
    expect(first.changes.map(({ a, b }) => [words(a), words(b)])).toEqual([
      [[], ['prints "now\\n"']],
    ]);
    const fewer = diff(traceOf("await asyncio.sleep(delay); print('now'); print(name)"), traceOf());
    expect(fewer.tasks[0].changes.map(({ a, b }) => [words(a), words(b)])).toEqual([
      [['prints "now\\n"'], []],
    ]);
    const other = diff(traceOf(), traceOf('await asyncio.sleep(delay); print(name.upper())'));
    expect(other.tasks[0].changes.map(({ a, b }) => [words(a), words(b)])).toEqual([
      [['prints "a\\n"'], ['prints "A\\n"']],
    ]);
  });

  test('is the same at other times where only the times differ', () => {
    const later = diff(traceOf(), traceOf(WORK, `await asyncio.sleep(0.5); ${TWO}`));
    const worker = later.tasks.find(({ coroutine }) => coroutine === 'worker');
    expect(worker?.changes).toEqual([]);
    expect(worker?.moved?.map(({ time, text }) => [time, text])).toEqual([
      [0, 'is created'],
      [0.5, 'is created'],
    ]);
  });

  test('is not moved by lines and tasks that are more', () => {
    const extra = "; asyncio.create_task(worker('x', 9))";
    const before = `await asyncio.sleep(0)${extra}; ${TWO}`;
    const same = diff(
      traceOf(WORK, before),
      traceOf(WORK, before.replace(extra, `; pass${extra}`)),
    );
    expect(same.tasks).toEqual([]);
    expect(same.first).not.toBeNull();
    const only = diff(
      traceOf(WORK, `asyncio.current_task(); ${TWO}`),
      traceOf(WORK, `${TWO}; asyncio.create_task(worker('c', 0), name='late')`),
    );
    expect(only.only).toEqual([[], ['late (worker)']]);
    expect(only.tasks.filter(({ coroutine }) => coroutine === 'worker')).toEqual([]);
  });

  test('may be another way altogether', () => {
    const long = (text: string) => `for i in range(1200): print(${text})`;
    const { tasks } = diff(traceOf(long('i')), traceOf(long('-i - 1')));
    expect(tasks[0]).toMatchObject({ isOther: true });
    expect(tasks[0].changes).toHaveLength(1);
  });

  test('tells the order of what both do', () => {
    const swapped = "await asyncio.gather(worker('a', 2), worker('b', 1))";
    const slow = diff(
      traceOf("await asyncio.sleep(delay); print('x')"),
      traceOf("await asyncio.sleep(delay); print('x')", swapped),
    );
    expect(slow.order?.map(({ actor, text }) => [actor.key, text])).toEqual([
      ['/main/worker', 'goes on'],
      ['/main/worker 2', 'goes on'],
    ]);
  });
});

test('a difference is told with the summary first', () => {
  const later = diff(traceOf(), traceOf(WORK, TWO.replace("worker('b', 2)", "worker('b', 3)")));
  const text = renderDiff(later, ['one.jsonl', 'two\x1b.jsonl'], plainPage);
  expect(text).toMatch(/^- one\.jsonl {2}\+ two\\x1b\.jsonl\n/);
  expect(text.split('\n').slice(2, 4)).toEqual([
    '  end        finished at 2 s | finished at 3 s',
    '  tasks      3 in both: 1 otherwise, 1 the same at other times, 1 the same',
  ]);
  expect(text).toContain(
    `Task-3 (worker): differs in 1 place
  - 0 s, line 3: sleeps for 2 s
  + 0 s, line 3: sleeps for 3 s
`,
  );
});
