"""A receipt is sent in the background, and its failure is caught where it happens.

Holds whatever the timing: a receipt that takes too long is kept to be sent again.
"""
# sim:
#   name: receipt-lost-fixed
#   expect:
#     finally: ["sorted(sent + kept) == [1, 2, 3]"]
import asyncio
import random

sent = []
kept = []
sending = set()


async def send(order):
    try:
        async with asyncio.timeout(0.03):
            await asyncio.sleep(random.uniform(0.005, 0.032))
        sent.append(order)
    except TimeoutError:
        kept.append(order)


def send_later(order):
    task = asyncio.create_task(send(order))
    sending.add(task)
    task.add_done_callback(sending.discard)


async def main():
    for order in (1, 2, 3):
        send_later(order)
        await asyncio.sleep(random.uniform(0.01, 0.04))
    if sending:
        await asyncio.wait(sending)
    print('sent', sent, 'kept', kept)


if __name__ == '__main__':
    asyncio.run(main())
