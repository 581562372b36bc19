"""Counts are reported every second, and once more when the reporter is stopped.

Holds in any order of the last report and the stop.
"""
# sim:
#   name: last-report-fixed
#   expect:
#     finally: [sum(reports) == 6]
import asyncio

pending = 0
reports = []


def report():
    global pending
    reports.append(pending)
    pending = 0


async def report_every(seconds):
    try:
        while True:
            await asyncio.sleep(seconds)
            report()
    finally:
        report()


async def work():
    global pending
    for _ in range(6):
        pending += 1
        await asyncio.sleep(0.5)


async def main():
    reporter = asyncio.create_task(report_every(1.0))
    await work()
    reporter.cancel()
    print('reports', reports)


if __name__ == '__main__':
    asyncio.run(main())
