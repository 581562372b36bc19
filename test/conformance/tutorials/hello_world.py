# Features: asyncio.run, the main guard, time.strftime, print(end=, flush=).
"""The first program: two words, a second apart."""
import asyncio
import time


async def main():
    print(f"started at {time.strftime('%X')}")
    print('Hello', end=' ', flush=True)
    await asyncio.sleep(1)
    print('... world!')
    print(f"finished at {time.strftime('%X')}")


if __name__ == '__main__':
    print(__doc__)
    asyncio.run(main())
