# Features: coroutines in a row and as tasks, annotations, strftime with several directives.
import asyncio
import time
from typing import Optional


async def say_after(delay: float, what: str, prefix: Optional[str] = None) -> str:
    await asyncio.sleep(delay)
    line: str = what if prefix is None else f'{prefix}: {what}'
    print(line)
    return line


async def in_a_row() -> None:
    print('in a row, started', time.strftime('%H:%M:%S'))
    await say_after(1, 'hello')
    await say_after(2, 'world')
    print('in a row, finished', time.strftime('%H:%M:%S'))


async def as_tasks() -> None:
    first = asyncio.create_task(say_after(1, 'hello', prefix='first'))
    second = asyncio.create_task(say_after(2, 'world', prefix='second'))
    print('as tasks, started', time.strftime('%H:%M:%S'))
    lines: list[str] = [await first, await second]
    print('as tasks, finished', time.strftime('%H:%M:%S'))
    print(lines)


asyncio.run(in_a_row())
asyncio.run(as_tasks())
print(time.strftime('%Y-%m-%d %j %a %b', time.gmtime(0)))
