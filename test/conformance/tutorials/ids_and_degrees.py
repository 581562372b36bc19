import asyncio


class UserId(str):
    def __new__(cls, value):
        if not value.startswith("u-"):
            raise ValueError(f"bad user id: {value!r}")
        return super().__new__(cls, value)

    @property
    def number(self):
        return int(self[2:])


class Celsius(float):
    def to_f(self):
        return self * 9 / 5 + 32


async def lookup(uid: UserId):
    await asyncio.sleep(0.01)
    return {"id": uid, "n": uid.number}


async def main():
    ids = [UserId(f"u-{i}") for i in range(3)]
    print(await asyncio.gather(*map(lookup, ids)))
    print(ids[0] == "u-0", ids[0].upper(), type(ids[0]), type(ids[0].upper()), isinstance(ids[0], str))
    d = {ids[1]: "one"}
    print(d["u-1"], repr(ids[1]), f"{ids[1]:>6}|")
    try:
        UserId("x")
    except ValueError as e:
        print(e)
    t = Celsius(36.6)
    print(t, t.to_f(), type(t + 1).__name__, round(t.to_f(), 1))


asyncio.run(main())
