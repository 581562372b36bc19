import asyncio
import re


class Roman(int):
    TABLE = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]

    def __str__(self):
        n, out = int(self), ""
        for v, s in self.TABLE:
            while n >= v:
                out, n = out + s, n - v
        return out

    @classmethod
    def parse(cls, s):
        if not re.match(r"^M*(C[MD]|D?C{0,3})(X[CL]|L?X{0,3})(I[XV]|V?I{0,3})$", s):
            raise ValueError(f"not roman: {s}")
        return cls(sum(v * len(re.findall(sym, s)) for v, sym in cls.TABLE if len(sym) == 2) + sum(v * len(re.findall(sym, re.sub("CM|CD|XC|XL|IX|IV", "", s))) for v, sym in cls.TABLE if len(sym) == 1))


async def main():
    for n in (4, 1994, 2024):
        await asyncio.sleep(0)
        print(n, Roman(n), Roman.parse(str(Roman(n))) == n)
    try:
        Roman.parse("IIII")
    except ValueError as e:
        print(e)

asyncio.run(main())
