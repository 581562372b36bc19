"""Chunks have their offsets in the file before any upload starts.

Holds in any order of the set in which as_completed keeps its coroutines.
"""
# sim:
#   name: chunks-by-start-fixed
#   expect:
#     finally: ["''.join(stored[offset] for offset in sorted(stored)) == TEXT"]
import asyncio

TEXT = 'It was the best of times'
SIZE = 6
stored = {}


class Upload:
    async def put(self, offset, chunk):
        await asyncio.sleep(0.05)
        stored[offset] = chunk
        return len(chunk)


async def main():
    upload = Upload()
    chunks = [(i, TEXT[i : i + SIZE]) for i in range(0, len(TEXT), SIZE)]
    total = 0
    for put in asyncio.as_completed([upload.put(*chunk) for chunk in chunks]):
        total += await put
        print(f'{total} of {len(TEXT)}')


if __name__ == '__main__':
    asyncio.run(main())
