# Features: time.sleep inside a coroutine, time.time, ctime, monotonic, localtime, start and end.
import asyncio
import time


async def polite(name):
    print(name, 'starts', time.strftime('%M:%S'))
    await asyncio.sleep(1)
    print(name, 'ends', time.strftime('%M:%S'))


async def rude(name):
    print(name, 'starts', time.strftime('%M:%S'))
    time.sleep(3)
    print(name, 'ends', time.strftime('%M:%S'))


async def main():
    s = time.perf_counter()
    await asyncio.gather(polite('p1'), rude('r'), polite('p2'))
    print(f'executed in {time.perf_counter() - s:0.2f} seconds.')


start = time.time()
print(time.ctime())
asyncio.run(main())
end = time.time()
print(f'{end - start:.2f}', time.ctime(), round(end) - 1_700_000_000)
now = time.localtime(end)
print(now.tm_year, now.tm_hour, now.tm_wday, time.strftime('%Y-%m-%dT%H:%M:%S', now))
print(time.asctime(time.gmtime(86400)), int(time.monotonic()))
