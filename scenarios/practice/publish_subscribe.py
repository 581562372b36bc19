"""Publish and subscribe, with subscribers of different speed and a bounded queue for each.

What to do with one that cannot keep up is the topic's choice for it: wait for it (and be as slow as
the slowest), drop its oldest message, or cut it off.
"""
# sim:
#   name: publish-subscribe
#   expect:
#     always:
#       - all(each.queue.qsize() <= ROOM for each in topic.subscribers)
#     finally:
#       - received['fast'] == list(range(10))
#       - received['patient'] == list(range(10))
#       - received['sampler'] == sorted(received['sampler']) and received['sampler'][-1] == 9
#       - len(received['stuck']) == 1 and 'stuck' in cut_off
import asyncio
from enum import Enum, auto

ROOM = 3
END = object()


class WhenFull(Enum):
    WAIT = auto()
    DROP_OLDEST = auto()
    CUT_OFF = auto()


class Subscription:
    def __init__(self, name, when_full):
        self.name = name
        self.when_full = when_full
        self.queue = asyncio.Queue(maxsize=ROOM)
        self.dropped = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        message = await self.queue.get()
        if message is END:
            raise StopAsyncIteration
        return message


class Topic:
    def __init__(self):
        self.subscribers = []

    def subscribe(self, name, when_full):
        subscription = Subscription(name, when_full)
        self.subscribers.append(subscription)
        return subscription

    async def publish(self, message):
        for each in list(self.subscribers):
            if each.queue.full():
                if each.when_full is WhenFull.CUT_OFF:
                    self._cut_off(each)
                    continue
                if each.when_full is WhenFull.DROP_OLDEST:
                    each.queue.get_nowait()
                    each.dropped += 1
            await each.queue.put(message)

    async def close(self):
        for each in self.subscribers:
            await each.queue.put(END)

    def _cut_off(self, subscription):
        self.subscribers.remove(subscription)
        cut_off.append(subscription.name)
        while not subscription.queue.empty():
            subscription.queue.get_nowait()
        subscription.queue.put_nowait(END)
        print(f'{subscription.name} is cut off')


topic = Topic()
received = {}
cut_off = []


async def consume(subscription, seconds):
    messages = received[subscription.name] = []
    async for message in subscription:
        await asyncio.sleep(seconds)
        messages.append(message)
    print(f'{subscription.name}: {messages}, {subscription.dropped} dropped')


async def main():
    async with asyncio.TaskGroup() as group:
        for name, when_full, seconds in [
            ('fast', WhenFull.WAIT, 0.005),
            ('patient', WhenFull.WAIT, 0.045),
            ('sampler', WhenFull.DROP_OLDEST, 0.11),
            ('stuck', WhenFull.CUT_OFF, 0.7),
        ]:
            group.create_task(consume(topic.subscribe(name, when_full), seconds))
        for message in range(10):
            await topic.publish(message)
            await asyncio.sleep(0.02)
        await topic.close()


if __name__ == '__main__':
    asyncio.run(main())
