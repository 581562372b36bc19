import asyncio
import copy
import json
import os


def deep_merge(a, b):
    out = copy.deepcopy(a)
    for k, v in b.items():
        if isinstance(v, dict) and isinstance(out.get(k), dict):
            out[k] = deep_merge(out[k], v)
        else:
            out[k] = v
    return out


async def load(name):
    await asyncio.sleep(0.1)
    return {"base": {"db": {"host": "localhost", "port": 1}, "debug": False}, "prod": {"db": {"host": "db1"}}}[name]


async def main():
    base, prod = await asyncio.gather(load("base"), load("prod"))
    cfg = deep_merge(base, prod)
    cfg["debug"] = os.environ.get("MY_DEBUG", str(cfg["debug"])).lower() in ("1", "true")
    print(json.dumps(cfg, indent=2, sort_keys=True))
    print(base["db"]["host"])

asyncio.run(main())
