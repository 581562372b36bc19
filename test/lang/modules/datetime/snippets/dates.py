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


show(lambda: date(2023, 0, 1))
show(lambda: date(2023, 1, 32))
show(lambda: date(10000,1,1))
show(lambda: DA(1))
show(lambda: date(2023,1,1) < datetime(2023,1,1))
show(lambda: date(2023,1,1) == datetime(2023,1,1))
show(lambda: date(2023,1,1) < 3)
show(lambda: date.max + timedelta(1))
show(lambda: date.min)
show(lambda: date.max)
show(lambda: date.resolution)
show(lambda: date.fromtimestamp(1700000000))
show(lambda: date.fromordinal(1))
show(lambda: date.fromordinal(0))
show(lambda: date.fromisocalendar(2023, 46, 2))
show(lambda: date(2023,3,1) - date(2023,2,1))
show(lambda: date(2023,3,1) - timedelta(1))
show(lambda: date(2023,3,1) + timedelta(hours=30))
show(lambda: date(2023,1,1) - d)
show(lambda: sorted([date(2023,2,1), date(2023,1,1)]))
show(lambda: str(date(2023,1,2)))
show(lambda: date(2023,1,2))
show(lambda: date(2023,1,2).ctime())
show(lambda: date(2023,1,2).replace(day=5))
show(lambda: date(2023,1,2).timetuple())
show(lambda: date(2023,1,2).weekday())
show(lambda: date(2023,1,2).isocalendar().week)
