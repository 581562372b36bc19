# Features: datetime.now, timedelta, strftime, isoformat, a loop that ends by the clock.
import asyncio
import datetime


async def display_date():
    loop = asyncio.get_running_loop()
    end_time = loop.time() + 5.0
    while True:
        print(datetime.datetime.now())
        if (loop.time() + 1.0) >= end_time:
            break
        await asyncio.sleep(1)


asyncio.run(display_date())
started = datetime.datetime(2024, 2, 28, 23, 59, 30)
later = started + datetime.timedelta(days=1, seconds=45.5)
print(later, later - started, (later - started).total_seconds(), later > started)
print(later.isoformat(), later.strftime('%d/%m/%Y %H:%M:%S'), f'{later:%A, %d %B}', later.date())
