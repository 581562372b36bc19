import asyncio
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    value: str
    pos: int


SPEC = [("NUM", r"\d+(\.\d*)?"), ("OP", r"[-+*/()]"), ("WS", r"\s+"), ("BAD", r".")]
TOK = re.compile("|".join(f"(?P<{k}>{v})" for k, v in SPEC))


async def tokens(text):
    for m in TOK.finditer(text):
        kind = m.lastgroup
        if kind == "WS":
            continue
        if kind == "BAD":
            raise SyntaxError(f"unexpected {m.group()!r} at {m.start()}")
        yield Token(kind, m.group(), m.start())
        await asyncio.sleep(0)


async def main():
    async for t in tokens("3 + 4.5*(2 - 1)"):
        print(t)
    try:
        print([t.value async for t in tokens("1 $ 2")])
    except SyntaxError as e:
        print("syntax:", e)

asyncio.run(main())
