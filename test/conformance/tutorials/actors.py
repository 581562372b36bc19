import asyncio
from abc import ABC, abstractmethod


class Actor(ABC):
    def __init__(self, name=None):
        self._mailbox = asyncio.Queue()
        self.name = name or self.__class__.__name__
        self._task = None

    def start(self):
        self._task = asyncio.get_running_loop().create_task(self._run())
        return self

    async def _run(self):
        while True:
            msg, fut = await self._mailbox.get()
            if msg is StopIteration:
                fut.set_result(None)
                return
            try:
                fut.set_result(await self.receive(msg))
            except Exception as e:
                fut.set_exception(e)

    @abstractmethod
    async def receive(self, msg):
        ...

    async def ask(self, msg):
        fut = asyncio.get_running_loop().create_future()
        await self._mailbox.put((msg, fut))
        return await fut

    async def stop(self):
        await self.ask(StopIteration)


class Account(Actor):
    balance = 0

    async def receive(self, msg):
        match msg:
            case ("deposit", amount) if amount > 0:
                self.balance += amount
            case ("withdraw", amount):
                if amount > self.balance:
                    raise ValueError(f"insufficient funds: {self.balance} < {amount}")
                self.balance -= amount
            case "balance":
                pass
            case _:
                raise TypeError(f"unknown message {msg!r}")
        return self.balance


async def main():
    acc = Account().start()
    print(await acc.ask(("deposit", 100)))
    print(await acc.ask(("withdraw", 30)))
    for bad in (("withdraw", 1000), ("deposit", -1), 3.5):
        try:
            await acc.ask(bad)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
    print(acc.name, await acc.ask("balance"))
    await acc.stop()
    print(acc._task.done())
    try:
        Actor()
    except TypeError as e:
        print(e)

asyncio.run(main())
