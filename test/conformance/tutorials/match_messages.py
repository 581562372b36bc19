# Features: match with classes, sequences, mappings, guards and captures; enum; dataclasses.
import asyncio
import enum
from dataclasses import dataclass


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 10


@dataclass(frozen=True)
class Move:
    x: int
    y: int


@dataclass
class Say:
    text: str
    level: Level = Level.LOW


async def handle(message):
    match message:
        case Move(x=0, y=0):
            return 'stay'
        case Move(x, y) if x == y:
            return f'diagonally by {x}'
        case Move():
            return f'move to {message}'
        case Say(text, level=Level.HIGH):
            await asyncio.sleep(1)
            return text.upper() + '!'
        case Say(text=text):
            return f'say {text}'
        case ['sleep', (int() | float()) as seconds]:
            await asyncio.sleep(seconds)
            return f'slept {seconds}'
        case ['sum', *numbers]:
            return sum(numbers)
        case {'command': 'stop', **rest}:
            return f'stopping with {rest}'
        case None | True | False:
            return 'a constant'
        case str():
            return f'text {message!r}'
        case _:
            return f'unknown {type(message).__name__}'


async def main():
    messages = [
        Move(0, 0), Move(2, 2), Move(1, 2), Say('hi', Level.HIGH), Say('hi'), ['sleep', 0.5],
        ['sum', 1, 2, 3], {'command': 'stop', 'code': 3}, None, 'plain', 3.5, ['sum'],
    ]
    for message in messages:
        print(f'{message!r} -> {await handle(message)}')
    print(list(Level), Level(10), Level['LOW'].value, Level.LOW < Level.HIGH)
    print(Move(1, 2) == Move(1, 2), {Move(1, 2)}, Say('x') == Say('x', Level.LOW))


asyncio.run(main())
