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


show(lambda: timezone(timedelta(hours=25)))
show(lambda: timezone(3))
show(lambda: timezone(timedelta(hours=2)))
show(lambda: repr(timezone(timedelta(hours=-2, minutes=-30))))
show(lambda: repr(timezone.utc))
show(lambda: repr(timezone(timedelta(hours=1), 'X')))
show(lambda: timezone(timedelta(0)))
show(lambda: timezone(timedelta(0)) is timezone.utc)
show(lambda: timezone.utc.utcoffset(None))
show(lambda: timezone.utc.tzname(None))
show(lambda: timezone.utc.dst(None))
show(lambda: timezone.utc == UTC)
show(lambda: timezone.min)
show(lambda: timezone(timedelta(seconds=1)))
show(lambda: timezone(timedelta(hours=1), 3))
show(lambda: timezone.utc)
