"""Fan-out and fan-in: one reader, several parsers, one writer, joined by short queues.

Every stage ends itself and tells the next one so; the task group ends all of them as soon as one
fails, and hands its error on. What the stages have in common is the queues, nothing else.
"""
# sim:
#   name: pipeline
#   expect:
#     always:
#       - all(queue.qsize() <= ROOM for queue in queues)
#     finally:
#       - result == [120, None]
#       - now() < 1
import asyncio
from contextlib import asynccontextmanager

ROOM = 2
PARSERS = 3
END = object()
queues = []


def link():
    queue = asyncio.Queue(maxsize=ROOM)
    queues.append(queue)
    return queue


async def items(queue):
    """What comes out of a queue until the end mark, which stays for the neighbours."""
    while (item := await queue.get()) is not END:
        yield item
    await queue.put(END)


async def read(lines, out):
    for line in lines:
        await asyncio.sleep(0.01)
        await out.put(line)
    await out.put(END)


async def parse(name, source, out):
    count = 0
    async for line in items(source):
        await asyncio.sleep(0.035)
        await out.put(int(line))
        count += 1
    print(f'{name} parsed {count} lines')


async def total(source):
    result = 0
    async for number in items(source):
        result += number
    return result


@asynccontextmanager
async def marking_end(out):
    """Puts the end mark behind what the group inside has put."""
    async with asyncio.TaskGroup() as group:
        yield group
    await out.put(END)


async def process(lines):
    raw, parsed = link(), link()
    async with asyncio.TaskGroup() as group:
        group.create_task(read(lines, raw), name='reader')
        writer = group.create_task(total(parsed), name='writer')
        async with marking_end(parsed) as parsers:
            for number in range(1, PARSERS + 1):
                parsers.create_task(parse(f'parser {number}', raw, parsed))
    return writer.result()


async def main():
    results = []
    for lines in [[str(n) for n in range(16)], ['1', '2', 'three', '4', '5']]:
        try:
            results.append(await process(lines))
            print('total', results[-1])
        except* ValueError as group:
            results.append(None)
            for error in group.exceptions:
                while isinstance(error, ExceptionGroup):
                    error = error.exceptions[0]
                print('failed:', error)
    return results


if __name__ == '__main__':
    asyncio.run(main())
