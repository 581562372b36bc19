import asyncio
from pprint import pformat


async def gather_info(name):
    await asyncio.sleep(0.1)
    return {"name": name, "length": len(name), "letters": sorted(set(name)), "nested": {"upper": name.upper(), "rev": name[::-1]}}


async def main():
    res = await asyncio.gather(*map(gather_info, ["asyncio", "trio", "curio-the-library"]))
    print(pformat(res))
    print(pformat({"a": 1, "b": (1, 2)}))
    print(pformat([i ** 3 for i in range(30)], width=40, compact=True))


asyncio.run(main())
