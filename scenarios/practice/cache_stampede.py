"""A cache whose entries expire, without and with a lock for each key.

Without it, everyone who asks between expiry and reload loads the value himself: a stampede. With it
the first one loads and the others find the value when it is their turn; other keys do not wait.
"""
# sim:
#   name: cache-stampede
#   expect:
#     always: [loading <= 20]
#     eventually: [loading == 20]
#     finally:
#       - result == [30, 5]
#       - len(guarded._locks) == 0
import asyncio
from collections import Counter
from contextlib import asynccontextmanager

loading = 0
loads = Counter()


async def load(key):
    global loading
    loading += 1
    loads[key] += 1
    try:
        await asyncio.sleep(0.05)
        return f'{key} #{loads[key]}'
    finally:
        loading -= 1


class Cache:
    def __init__(self, loader, lifetime):
        self._loader = loader
        self._lifetime = lifetime
        self._entries = {}

    def _fresh(self, key):
        value, expires = self._entries.get(key, (None, 0.0))
        return value if asyncio.get_running_loop().time() < expires else None

    async def get(self, key):
        value = self._fresh(key)
        if value is None:
            value = await self._loader(key)
            expires = asyncio.get_running_loop().time() + self._lifetime
            self._entries[key] = value, expires
        return value


class GuardedCache(Cache):
    """One load of a key at a time; a lock exists only while somebody needs it."""

    def __init__(self, loader, lifetime):
        super().__init__(loader, lifetime)
        self._locks = {}
        self._users = Counter()

    @asynccontextmanager
    async def _lock(self, key):
        lock = self._locks.setdefault(key, asyncio.Lock())
        self._users[key] += 1
        try:
            async with lock:
                yield
        finally:
            self._users[key] -= 1
            if self._users[key] == 0:
                del self._users[key], self._locks[key]

    async def get(self, key):
        if (value := self._fresh(key)) is not None:
            return value
        async with self._lock(key):
            return await super().get(key)


async def burst(cache):
    """Ten readers of each of two keys; then ten of one, after it has expired."""
    loads.clear()
    for keys in [['home', 'news'], ['home', 'news'], ['home']]:
        values = await asyncio.gather(*(cache.get(key) for key in keys for _ in range(10)))
        print(f'  {len(values)} readers got {sorted(set(values))[-1]!r}')
        await asyncio.sleep(0.08)
    return loads.total()


plain = Cache(load, lifetime=0.15)
guarded = GuardedCache(load, lifetime=0.06)


async def main():
    results = []
    for name, cache in [('without a lock', plain), ('with a lock for each key', guarded)]:
        print(name)
        results.append(await burst(cache))
        print(f'  {results[-1]} loads')
    return results


if __name__ == '__main__':
    asyncio.run(main())
