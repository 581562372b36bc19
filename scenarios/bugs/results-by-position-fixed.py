"""Hosts are asked how they are; each answer is that of the task which asked the host.

Holds in any order of the set that wait gives.
"""
# sim:
#   name: results-by-position-fixed
#   expect:
#     finally: ["all(host in health[host] for host in HOSTS)"]
import asyncio
import random

HOSTS = ['ada', 'bob', 'cleo']
health = {}


async def ask(host):
    await asyncio.sleep(random.uniform(0.01, 0.05))
    return f'{host} is well'


async def main():
    tasks = [asyncio.create_task(ask(host)) for host in HOSTS]
    done, late = await asyncio.wait(tasks, timeout=1)
    for task in late:
        task.cancel()
    for host, task in zip(HOSTS, tasks):
        if task in done:
            health[host] = task.result()
    print(health)


if __name__ == '__main__':
    asyncio.run(main())
