import asyncio
from functools import singledispatch
from datetime import date, timedelta


@singledispatch
def to_json(o):
    raise TypeError(f"cannot serialise {type(o).__name__}")


@to_json.register(date)
def _(o):
    return o.isoformat()


@to_json.register(list)
@to_json.register(tuple)
def _(o):
    return [to_json(x) for x in o]


@to_json.register(int)
@to_json.register(str)
def _(o):
    return o


async def main():
    await asyncio.sleep(0)
    print(to_json([date(2024, 2, 28) + timedelta(days=2), ("a", 1)]))
    try:
        to_json({})
    except TypeError as e:
        print(e)

asyncio.run(main())
