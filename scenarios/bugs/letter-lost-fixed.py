"""A mailbox hands a letter to the reader who waits for one; if he is cancelled, it takes it back.

Holds wherever a reader is cancelled.
"""
# sim:
#   name: letter-lost-fixed
#   expect:
#     finally: [sorted(read + list(mailbox.letters)) == sent]
#   explore: { vary: [cancel] }
import asyncio
from collections import deque

sent = []
read = []


class Mailbox:
    def __init__(self):
        self.letters = deque()
        self._readers = deque()

    def put(self, letter):
        while self._readers:
            reader = self._readers.popleft()
            if not reader.done():
                reader.set_result(letter)
                return
        self.letters.append(letter)

    async def get(self):
        if self.letters:
            return self.letters.popleft()
        reader = asyncio.get_running_loop().create_future()
        self._readers.append(reader)
        try:
            return await reader
        except asyncio.CancelledError:
            if reader.done() and not reader.cancelled():
                self.put(reader.result())
            raise


mailbox = Mailbox()


async def read_all():
    while True:
        read.append(await mailbox.get())


async def main():
    reader = asyncio.create_task(read_all())
    for letter in range(3):
        await asyncio.sleep(0.02)
        sent.append(letter)
        mailbox.put(letter)
    await asyncio.sleep(0.02)
    reader.cancel()


if __name__ == '__main__':
    asyncio.run(main())
