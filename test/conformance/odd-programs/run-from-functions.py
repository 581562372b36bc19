import asyncio


async def value(n):
    await asyncio.sleep(n)
    return n


class Client:
    def __init__(self, loop):
        self.loop = loop
        self.first = loop.run_until_complete(value(1))

    def __enter__(self):
        print('enter', self.loop.run_until_complete(value(1)))
        return self

    def __exit__(self, *error):
        print('exit', error[0], self.loop.run_until_complete(value(1)))
        self.loop.close()
        return True

    def get(self, n):
        return [self.loop.run_until_complete(value(i)) for i in range(n)]


def numbers(n):
    for i in range(n):
        yield asyncio.run(value(i))


def deep(n):
    return asyncio.run(value(n)) if n == 0 else deep(n - 1) + asyncio.run(value(n))


with Client(asyncio.new_event_loop()) as client:
    print(client.first, client.get(3), client.loop.time())
    raise ValueError('left')
for number in numbers(3):
    print(number)
print(deep(3), f'{asyncio.run(value(2))} {[asyncio.run(value(n)) for n in (1, 2)]}')
total = 0
while total < 3:
    total += asyncio.run(value(1)) if total < 2 else asyncio.run(value(2))
print(total, asyncio.run(value(1)) or asyncio.run(value(5)))
