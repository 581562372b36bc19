"""A page is done in the finally of its fetch, whatever became of it.

Holds whatever the timing: a page that takes too long is counted, too.
"""
# sim:
#   name: task-done-missing-fixed
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
            pages.append(await asyncio.wait_for(fetch(url), 0.03))
        except TimeoutError:
            skipped.append(url)
        finally:
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
