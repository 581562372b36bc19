"""A subscriber listens first, then reads the history, and drops what it has heard twice.

Holds whatever the timing: what is said while the history is being read waits in the queue.
"""
# sim:
#   name: late-subscriber-fixed
#   seed: 3
#   expect:
#     finally: ["heard == list(range(6))"]
import asyncio
import random

heard = []


class Channel:
    def __init__(self):
        self._history = []
        self._listeners = []

    def say(self, message):
        self._history.append(message)
        for listener in self._listeners:
            listener.put_nowait(message)

    async def history(self):
        messages = list(self._history)
        await asyncio.sleep(random.uniform(0.002, 0.015))  # the way back
        return messages

    def listen(self):
        messages = asyncio.Queue()
        self._listeners.append(messages)
        return messages


async def subscriber(channel):
    await asyncio.sleep(random.uniform(0.0, 0.1))
    messages = channel.listen()
    heard.extend(await channel.history())
    while len(heard) == 0 or heard[-1] < 5:
        message = await messages.get()
        if message not in heard:
            heard.append(message)


async def speaker(channel):
    for number in range(6):
        await asyncio.sleep(random.uniform(0.025, 0.05))
        channel.say(number)


async def main():
    channel = Channel()
    await asyncio.gather(speaker(channel), subscriber(channel))


if __name__ == '__main__':
    asyncio.run(main())
