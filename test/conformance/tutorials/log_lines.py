import asyncio
import re
from collections import Counter

LINES = """\
2024-01-02 10:00:01 INFO  api: GET /users 200 12ms
2024-01-02 10:00:02 ERROR db: connection refused
2024-01-02 10:00:03 INFO  api: POST /orders 201 48ms
garbage line
2024-01-02 10:00:05 WARN  api: GET /users/7 404 3ms
""".splitlines()

PATTERN = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2}) (?P<time>[\d:]+) (?P<level>[A-Z]+)\s+(?P<source>\w+): (?P<message>.*)"
)


async def lines(delay):
    for line in LINES:
        await asyncio.sleep(delay)
        yield line


async def main():
    levels = Counter()
    latencies = []
    async for line in lines(0.01):
        m = PATTERN.match(line)
        if not m:
            print("skip:", line)
            continue
        d = m.groupdict()
        levels[d["level"]] += 1
        ms = re.search(r"(\d+)ms$", d["message"])
        if ms:
            latencies.append(int(ms.group(1)))
        print(d["time"], "|", d["level"], "|", re.sub(r"\d+", "#", m["message"]))
    print(levels.most_common())
    print(sum(latencies) / len(latencies))


asyncio.run(main())
