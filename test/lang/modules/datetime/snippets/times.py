from datetime import MAXYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo
import datetime as dtm

D, DA, TD = [datetime, date, timedelta]
d = datetime(2023, 11, 14, 22, 13, 20, 123456)
dz = datetime(2023, 11, 14, 22, 13, 20, tzinfo=timezone(timedelta(hours=5, minutes=30)))


def show(call):
    try:
        value = call()
        print(repr(value), value, sep=' | ')
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: time(25))
show(lambda: time(1,2,3,4,5))
show(lambda: time('x'))
show(lambda: time(1) < time(2, tzinfo=UTC))
show(lambda: time.min)
show(lambda: time.max)
show(lambda: time(1,2))
show(lambda: time(1,2,3,4, tzinfo=UTC))
show(lambda: str(time(1,2)))
show(lambda: time(1) < time(2))
show(lambda: time(1).replace(minute=3))
show(lambda: time(1) - time(2))
show(lambda: bool(time(0)))
show(lambda: time(5).hour)
show(lambda: hash(time(1)) == hash(time(1)))
