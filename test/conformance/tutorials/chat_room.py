# Features: sets, dicts and strings at work, background tasks, discard callbacks, walrus, star-args.
import asyncio


class Room:
    def __init__(self, *names, **options):
        self.members = dict.fromkeys(names)
        self.history = []
        self.tasks = set()
        self.limit = options.get('limit', 3)

    def join(self, name):
        self.members[name] = asyncio.Queue()
        task = asyncio.create_task(self.listen(name))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        self.broadcast('*', f'{name} joined')

    def broadcast(self, sender, text):
        self.history = [*self.history, (sender, text)][-self.limit:]
        for name, queue in self.members.items():
            if name != sender and queue is not None:
                queue.put_nowait(f'{sender}: {text}')

    async def listen(self, name):
        while (line := await self.members[name].get()) != '*: end':
            print(f'{name:>6} <- {line}')
            await asyncio.sleep(0.01 * len(name))
        del self.members[name]


async def main():
    room = Room('bot', limit=2)
    script = """
        alice: hello
        bob: hi alice, how are you?
        carol: *waves*
    """
    for line in filter(None, map(str.strip, script.splitlines())):
        name, _, text = line.partition(': ')
        if name not in room.members:
            room.join(name)
        await asyncio.sleep(0.05)
        room.broadcast(name, text.capitalize().replace('Hi', 'Hello,'))
    await asyncio.sleep(0.5)
    print(len(room.tasks), list(room.members), {*room.members} - {'bot'} >= {'bob'})
    room.broadcast('*', 'end')
    await asyncio.gather(*room.tasks)
    print(len(room.tasks), room.members, room.history)
    first, *rest = 'x-y-z'.split('-')
    print(first, rest, '-'.join(reversed(rest)), 'abc'[::-1], 'a,b,,c'.split(','), 'Ab'.swapcase())


asyncio.run(main())
