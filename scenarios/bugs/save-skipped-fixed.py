"""An editor saves after a change, and again if the text has changed in the meantime.

Holds whatever the timing: a save ends only where it has saved what is there.
"""
# sim:
#   name: save-skipped-fixed
#   expect:
#     finally: [saved == text]
import asyncio
import random

text = ''
saved = ''


class Saver:
    def __init__(self):
        self._task = None

    def changed(self):
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._save())

    async def _save(self):
        global saved
        while saved != text:
            draft = text
            await asyncio.sleep(random.uniform(0.005, 0.03))
            saved = draft

    async def close(self):
        if self._task is not None:
            await self._task


async def main():
    global text
    saver = Saver()
    for letter in 'note':
        await asyncio.sleep(random.uniform(0.02, 0.1))
        text += letter
        saver.changed()
    await saver.close()
    print(f'{saved!r} is saved')


if __name__ == '__main__':
    asyncio.run(main())
