# Features: metaclasses (singletons, registries, operators of classes), type with three arguments.
import asyncio


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, env='dev'):
        self.env = env


class Registry(type):
    handlers = {}

    def __new__(mcls, name, bases, namespace, *, command=None):
        cls = super().__new__(mcls, name, bases, namespace)
        if command is not None:
            mcls.handlers[command] = cls
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        print('made', cls, bases, sorted(options))

    def __len__(cls):
        return len(cls.handlers)

    def __getitem__(cls, command):
        return cls.handlers[command]

    def __repr__(cls):
        return f'<handler {cls.__name__}>'

    def __getattr__(cls, name):
        return name.upper()

    @property
    def commands(cls):
        return sorted(cls.handlers)


class Handler(metaclass=Registry):
    async def run(self, *args):
        await asyncio.sleep(0.1)
        return type(self).__name__, args


class Greet(Handler, command='greet'):
    async def run(self, name):
        return await super().run(name.title())


class Leave(Handler, command='leave'):
    pass


async def main():
    print(Config('prod') is Config(), Config().env, type(Config), isinstance(Config, Singleton))
    print(len(Handler), Handler.commands, Handler['greet'], [Leave], Handler.missing)
    print(await Handler['greet']().run('ann'), await Handler['leave']().run(1, 2))
    Point = type('Point', (), {'x': 1, 'shift': lambda self, n: self.x + n})
    print(Point, Point().shift(2), type(Point), Registry('Late', (Handler,), {}).__mro__)
    for wrong in (lambda: type('A', [], {}), lambda: Greet().commands, lambda: type(1, (), {})):
        try:
            wrong()
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
    try:
        class Both(Handler, metaclass=Singleton):
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
