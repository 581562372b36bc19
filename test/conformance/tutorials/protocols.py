# Features: __aiter__/__anext__, __aenter__/__aexit__, __await__, __call__, __len__, __eq__, __lt__.
import asyncio
from functools import total_ordering


class Countdown:
    def __init__(self, start):
        self.current = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current == 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.1)
        self.current -= 1
        return self.current + 1

    def __len__(self):
        return self.current

    def __bool__(self):
        return True


class Session:
    async def __aenter__(self):
        print('open')
        await asyncio.sleep(0.1)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.1)
        print('close', None if kind is None else kind.__name__, error)
        return kind is ZeroDivisionError


class Delayed:
    def __init__(self, value, delay=0.1):
        self.value, self.delay = value, delay

    def __await__(self):
        yield from asyncio.sleep(self.delay).__await__()
        return self.value

    async def __call__(self, factor):
        return (await self) * factor


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(part) for part in text.split('.'))

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return 'v' + '.'.join(map(str, self.parts))

    def __contains__(self, part):
        return part in self.parts

    def __getitem__(self, index):
        return self.parts[index]


async def main():
    async for number in (countdown := Countdown(3)):
        print(number, len(countdown), end=' ')
    print()
    async with Session() as session:
        print(type(session).__name__)
        1 / 0
    print(await Delayed('value'), await Delayed(21)(2))
    versions = [Version(text) for text in ('1.10', '1.2', '1.2.1')]
    print(sorted(versions), max(versions), versions[0] >= versions[1], 10 in versions[0])
    print(len(set(versions + [Version('1.2')])), versions[1][0], Version('1') == 1)
    try:
        await 5
    except TypeError as error:
        print(error)


asyncio.run(main())
