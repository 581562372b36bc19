# Features: classes, __init__, __repr__, __str__, properties, class and static methods, __name__.
"""A robot, as classes go."""
import asyncio


class Machine:
    """Anything that takes time."""

    made = 0

    def __init__(self, name, seconds=1):
        self._name = name
        self.seconds = seconds
        Machine.made += 1

    @property
    def name(self):
        return self._name.title()

    @classmethod
    def quick(cls, name):
        return cls(name, seconds=0.1)

    @staticmethod
    def greeting(name):
        return f'{name} at your service'

    def __repr__(self):
        return f'{self.__class__.__name__}({self._name!r}, {self.seconds})'

    def __str__(self):
        return self.name

    async def work(self):
        await asyncio.sleep(self.seconds)
        return f'{self} has worked {self.seconds} s'


class Robot(Machine):
    async def work(self):
        print(self.greeting(self.name))
        result = await super().work()
        return result + ', beep'


async def main():
    machines = [Machine('lathe'), Robot('marvin', 2), Robot.quick('r2')]
    for done in asyncio.as_completed([machine.work() for machine in machines]):
        print(await done)
    print(machines, Machine.made, isinstance(machines[2], Machine))
    print(__name__, Robot.__name__, Robot.__mro__[1].__qualname__, main.__name__, Machine.__doc__)
    print(__doc__)
    try:
        machines[0].name = 'saw'
    except AttributeError as error:
        print(error)


if __name__ == '__main__':
    asyncio.run(main())
