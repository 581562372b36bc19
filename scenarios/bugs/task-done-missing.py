"""A page that takes too long is skipped, and with it the call that says it is done.

Fails by timing: after the first time-out the crawler waits for ever for its queue to be joined.
"""
# sim:
#   name: task-done-missing
#   expect:
#     finally: [len(pages) + len(skipped) == 6]
import asyncio
import random

pages = []
skipped = []


async def fetch(url):
    await asyncio.sleep(random.uniform(0.01, 0.031))
    return f'<title>{url}</title>'


async def crawl(urls):
    while True:
        url = await urls.get()
        try:
            page = await asyncio.wait_for(fetch(url), 0.03)
        except TimeoutError:
            skipped.append(url)
            continue
        pages.append(page)
        urls.task_done()


async def main():
    urls = asyncio.Queue()
    for number in range(6):
        urls.put_nowait(f'/page/{number}')
    crawlers = [asyncio.create_task(crawl(urls)) for _ in range(3)]
    await urls.join()
    for each in crawlers:
        each.cancel()
    print(f'{len(pages)} pages')


if __name__ == '__main__':
    asyncio.run(main())
