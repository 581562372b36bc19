# Features: race conditions and locks, class attributes, __slots__, sum/any/all, zip, enumerate.
import asyncio
import random


class Account:
    __slots__ = ('owner', 'balance', 'lock')

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.lock = asyncio.Lock()

    def __repr__(self):
        return f'<{self.owner}: {self.balance:>6,.2f}>'

    async def unsafe_withdraw(self, amount):
        balance = self.balance
        await asyncio.sleep(random.random() / 100)
        self.balance = balance - amount

    async def withdraw(self, amount):
        async with self.lock:
            if self.balance < amount:
                return False
            await self.unsafe_withdraw(amount)
            return True


async def transfer(source, target, amount):
    if await source.withdraw(amount):
        await target.withdraw(-amount)
        print(f'{source.owner} -> {target.owner}: {amount:.2f}')
    else:
        print(f'{source.owner} has too little for {amount:.2f}')


async def main():
    random.seed(42)
    account = Account('Ann', 1000)
    await asyncio.gather(*(account.unsafe_withdraw(100) for _ in range(5)))
    print('without a lock', account)
    account.balance = 1000
    print(await asyncio.gather(*(account.withdraw(300) for _ in range(4))), account)
    accounts = [Account(name, 50.5) for name in ('Bob', 'Cid', 'Dee')]
    await asyncio.gather(*(
        transfer(a, b, 20 * (i + 1)) for i, (a, b) in enumerate(zip(accounts, accounts[1:]))
    ))
    print(accounts, sum(a.balance for a in accounts), any(a.balance < 0 for a in accounts))
    print(account.lock, account.lock.locked())
    async with account.lock:
        print(account.lock.locked())
    try:
        account.lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
