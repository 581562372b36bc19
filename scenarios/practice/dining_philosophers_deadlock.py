"""The dining philosophers, each with the left fork first: all of them wait for ever.

On CPython the program prints five lines and hangs. In dining_philosophers.py the forks have an
order, which cures it.
"""
# sim:
#   name: dining-philosophers-deadlock
#   expect:
#     always: [meals == 0]
#     eventually: ["all(fork.locked() for fork in forks)"]
import asyncio

NAMES = ['Aristotle', 'Boethius', 'Cicero', 'Diogenes', 'Epicurus']
forks = [asyncio.Lock() for _ in NAMES]
meals = 0


async def dine(seat):
    global meals
    left, right = forks[seat], forks[(seat + 1) % len(forks)]
    await asyncio.sleep(0.01 * seat)
    async with left:
        print(f'{NAMES[seat]} takes the left fork')
        await asyncio.sleep(0.1)
        async with right:
            print(f'{NAMES[seat]} eats')
            await asyncio.sleep(0.05)
            meals += 1


async def main():
    await asyncio.gather(*(dine(seat) for seat in range(len(NAMES))))
    print('everybody has eaten')


if __name__ == '__main__':
    asyncio.run(main())
