"""Chunks take the next offset of the file when their upload starts.

Fails by sets: as_completed keeps its coroutines in a set and starts them in the set's order.
"""
# sim:
#   name: chunks-by-start
#   expect:
#     finally: ["''.join(stored[offset] for offset in sorted(stored)) == TEXT"]
import asyncio

TEXT = 'It was the best of times'
SIZE = 6
stored = {}


class Upload:
    def __init__(self):
        self._end = 0

    async def put(self, chunk):
        offset = self._end
        self._end += len(chunk)
        await asyncio.sleep(0.05)
        stored[offset] = chunk
        return len(chunk)


async def main():
    upload = Upload()
    chunks = [TEXT[i : i + SIZE] for i in range(0, len(TEXT), SIZE)]
    total = 0
    for put in asyncio.as_completed([upload.put(chunk) for chunk in chunks]):
        total += await put
        print(f'{total} of {len(TEXT)}')


if __name__ == '__main__':
    asyncio.run(main())
