"""A transfer locks the account with the lower number first, whichever of the two pays.

Holds whatever the timing: locks that are always taken in one order cannot form a ring.
"""
# sim:
#   name: lock-order-fixed
#   seed: 2
#   expect:
#     finally: [rent.balance + savings.balance == 300]
import asyncio
import random


class Account:
    def __init__(self, number, balance):
        self.number = number
        self.balance = balance
        self.lock = asyncio.Lock()


async def audit(account):
    """Asks the fraud desk, which takes a moment."""
    await asyncio.sleep(random.uniform(0.005, 0.015))


async def transfer(payer, payee, amount):
    first, second = sorted([payer, payee], key=lambda account: account.number)
    async with first.lock:
        await audit(first)
        async with second.lock:
            await audit(second)
            payer.balance -= amount
            payee.balance += amount


rent = Account(1, 100)
savings = Account(2, 200)


async def main():
    async with asyncio.TaskGroup() as transfers:
        for payer, payee, amount in [(rent, savings, 30), (savings, rent, 50)]:
            transfers.create_task(transfer(payer, payee, amount))
            await asyncio.sleep(random.uniform(0.005, 0.03))
    print(rent.balance, savings.balance)


if __name__ == '__main__':
    asyncio.run(main())
