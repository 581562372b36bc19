"""asyncio's debug mode: what holds the loop, and where forgotten things were made."""
import asyncio
import time


async def fetch(page):
    await asyncio.sleep(page)
    return f'page {page}'


async def report(pages):
    time.sleep(0.4)  # too long for a step: everyone else waits
    print(len(pages), 'pages')


async def audit():
    raise LookupError('no audit trail')


async def main():
    pages = await asyncio.gather(fetch(1), fetch(2))
    await report(pages)
    asyncio.create_task(audit())  # nobody asks for its exception
    fetch(3)  # never awaited
    await asyncio.sleep(1)


asyncio.run(main(), debug=True)
