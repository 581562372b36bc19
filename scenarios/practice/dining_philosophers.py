"""The dining philosophers, with an order of the forks: nobody waits in a ring.

Everyone takes the fork with the lower number first. So whoever holds the highest fork has both,
eats and gives them back; dining_philosophers_deadlock.py shows what happens otherwise.
"""
# sim:
#   name: dining-philosophers
#   expect:
#     always:
#       - len(eating) <= len(forks) // 2
#       - all((seat + 1) % len(forks) not in eating for seat in eating)
#     eventually: [len(eating) == 2]
#     finally: ["meals == [ROUNDS] * len(forks)"]
import asyncio

NAMES = ['Aristotle', 'Boethius', 'Cicero', 'Diogenes', 'Epicurus']
ROUNDS = 2
forks = [asyncio.Lock() for _ in NAMES]
meals = [0] * len(NAMES)
eating = set()


async def eat(seat):
    eating.add(seat)
    try:
        await asyncio.sleep(0.04)
        meals[seat] += 1
    finally:
        eating.remove(seat)
    print(f'{NAMES[seat]} has eaten {meals[seat]} of {ROUNDS} meals')


async def dine(seat):
    first, second = sorted([seat, (seat + 1) % len(forks)])
    await asyncio.sleep(0.01 * seat)
    for _ in range(ROUNDS):
        async with forks[first]:
            await asyncio.sleep(0.1)
            async with forks[second]:
                await eat(seat)
        await asyncio.sleep(0.013 * (seat + 1))


async def main():
    async with asyncio.TaskGroup() as table:
        for seat, name in enumerate(NAMES):
            table.create_task(dine(seat), name=name)
    print('everybody has eaten:', sum(meals), 'meals')


if __name__ == '__main__':
    asyncio.run(main())
