"""A receipt is sent in the background; the try around the start of its task catches no failure.

Fails by timing: a receipt that takes too long is neither sent nor kept to be sent again.
"""
# sim:
#   name: receipt-lost
#   expect:
#     finally: ["sorted(sent + kept) == [1, 2, 3]"]
import asyncio
import random

sent = []
kept = []
sending = set()


async def send(order):
    async with asyncio.timeout(0.03):
        await asyncio.sleep(random.uniform(0.005, 0.032))
    sent.append(order)


def send_later(order):
    try:
        task = asyncio.create_task(send(order))
        sending.add(task)
        task.add_done_callback(sending.discard)
    except TimeoutError:
        kept.append(order)


async def main():
    for order in (1, 2, 3):
        send_later(order)
        await asyncio.sleep(random.uniform(0.01, 0.04))
    if sending:
        await asyncio.wait(sending)
    print('sent', sent, 'kept', kept)


if __name__ == '__main__':
    asyncio.run(main())
