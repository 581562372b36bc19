// What to write instead of a call of asyncio whose arguments do not fit: CPython's message tells
// the count, the advice what people mean by such a call. Only calls with a mistake come here.

import type { CallMistake } from './call-shape.ts';

/** Keywords that are taken for others, by the function or method; `*` stands for any. */
const keywords = new Map([
  ['sleep seconds', 'sleep(seconds) takes it without a name, or as delay='],
  ['timeout seconds', 'timeout(seconds) takes it without a name, or as delay='],
  ['timeout timeout', 'timeout(seconds) takes it without a name, or as delay='],
  ['gather timeout', 'write async with asyncio.timeout(…) around it'],
  ['Semaphore n', 'write Semaphore(5), or value=5'],
  ['Semaphore max', 'write Semaphore(5), or value=5'],
  ['BoundedSemaphore n', 'write BoundedSemaphore(5), or value=5'],
  ['BoundedSemaphore max', 'write BoundedSemaphore(5), or value=5'],
  ['Queue.get timeout', 'write await asyncio.wait_for(queue.get(), seconds)'],
  ['Queue.put timeout', 'write await asyncio.wait_for(queue.put(item), seconds)'],
  ['ensure_future name', 'create_task takes a name'],
  ['* loop', 'leave loop out: asyncio finds the running loop itself'],
]);
const sizes = /^(?:Queue|LifoQueue|PriorityQueue) (?:size|max|n|limit)$/;

/** Calls with too many or too few arguments. */
const counts = new Map([
  ['sleep few', 'write sleep(seconds); sleep(0) gives way'],
  ['wait many', 'wait takes one collection of tasks: wait([a, b]), the rest by name'],
  ['wait few', 'write wait([…]) with the tasks'],
  ['wait_for few', 'write wait_for(awaitable, seconds)'],
  ['create_task many', 'the arguments belong to the coroutine: create_task(work(…), name=…)'],
  ['create_task few', 'write create_task(work(…))'],
  ['ensure_future few', 'write ensure_future(work(…))'],
  ['run few', 'write run(main())'],
  ['run many', 'write run(main(), debug=True)'],
  ['timeout few', 'write timeout(seconds), or timeout(None) for none'],
  ['timeout_at few', 'write timeout_at(loop.time() + seconds)'],
  ['shield few', 'write shield(awaitable)'],
  ['as_completed many', 'as_completed takes one collection: as_completed([a, b])'],
  ['as_completed few', 'write as_completed([…]) with the awaitables'],
  ['Barrier few', 'write Barrier(n) with the number of tasks that meet'],
  ['to_thread few', 'write to_thread(function, its arguments)'],
  ['BaseEventLoop.call_later few', 'write call_later(seconds, function, its arguments)'],
  ['BaseEventLoop.call_at few', 'write call_at(time, function, its arguments)'],
  ['BaseEventLoop.call_soon few', 'write call_soon(function, its arguments)'],
  ['Event.wait many', 'write await asyncio.wait_for(event.wait(), seconds)'],
  ['Event.set many', 'an event has no value: write set(), and keep the value beside it'],
  ['Lock.acquire many', 'write await asyncio.wait_for(lock.acquire(), seconds)'],
  ['Queue.get many', 'write await asyncio.wait_for(queue.get(), seconds)'],
  ['Queue.put few', 'write await queue.put(item)'],
  ['Queue.put_nowait few', 'write queue.put_nowait(item)'],
  ['Semaphore.release many', 'it gives one permit back: call it once for each'],
  ['Condition.wait_for few', 'write await condition.wait_for(lambda: …)'],
]);

/** The mistake with advice, where there is some and it has no better hint. */
export function adviseCall(name: string, mistake: CallMistake | null): CallMistake | null {
  if (mistake === null || mistake.hint !== undefined) return mistake;
  const hint = adviceFor(name, mistake.message);
  return hint === undefined ? mistake : { ...mistake, hint };
}

function adviceFor(name: string, message: string): string | undefined {
  const keyword = /unexpected keyword argument '(.+)'$/.exec(message)?.[1];
  if (keyword !== undefined) {
    if (sizes.test(`${name} ${keyword}`)) return 'the size of a queue is maxsize=';
    const isOfAsyncio = /^[A-Z]|^(?:sleep|gather|wait|wait_for|run|shield|create_task)$/.test(name);
    const any = isOfAsyncio ? keywords.get(`* ${keyword}`) : undefined;
    return keywords.get(`${name} ${keyword}`) ?? any;
  }
  return counts.get(`${name} ${message.includes(' missing ') ? 'few' : 'many'}`);
}
