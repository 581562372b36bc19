"""gather gives results in the order of its arguments, in whatever order they come."""
# sim:
#   name: gather-results
#   expect:
#     finally: ["result == [0, 1, 4, 9, 16]", len(ended) == 5]
import asyncio
import random

ended = []


async def square(number):
    await asyncio.sleep(random.uniform(0.0, 0.02))
    ended.append(number)
    return number * number


async def main():
    return await asyncio.gather(*(square(number) for number in range(5)))


if __name__ == '__main__':
    asyncio.run(main())
