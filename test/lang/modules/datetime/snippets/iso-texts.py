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


show(lambda: datetime.fromisoformat('x'))
show(lambda: datetime.fromisoformat('2023-11-14'))
show(lambda: datetime.fromisoformat('2023-11-14T22:13:20'))
show(lambda: datetime.fromisoformat('2023-11-14 22:13:20.123+05:30'))
show(lambda: datetime.fromisoformat('20231114T221320Z'))
show(lambda: datetime.fromisoformat('2023-W46-2'))
show(lambda: datetime.fromisoformat('2023-11-14T22'))
show(lambda: datetime.fromisoformat('2023-11-14T22:13:20.1234567'))
show(lambda: datetime.fromisoformat('2023-13-14'))
show(lambda: datetime.fromisoformat('2023-11-14T25:00'))
show(lambda: datetime.fromisoformat(3))
show(lambda: datetime.fromisoformat('2023-11-14T24:00'))
show(lambda: date.fromisoformat('2023-11-14'))
show(lambda: date.fromisoformat('bad'))
show(lambda: time.fromisoformat('04:23:01.5'))
show(lambda: time.fromisoformat('T04'))
show(lambda: time.fromisoformat('bad'))
show(lambda: date.fromisoformat(3))
show(lambda: time.fromisoformat(3))
show(lambda: d.isoformat())
show(lambda: d.isoformat(' '))
show(lambda: d.isoformat(timespec='seconds'))
show(lambda: d.isoformat('T', 'milliseconds'))
show(lambda: d.isoformat(timespec='x'))
show(lambda: d.isoformat(sep='ab'))
show(lambda: d.isoformat(timespec='hours'))
show(lambda: d.isoformat(timespec='minutes'))
show(lambda: time(1,2,3).isoformat())
show(lambda: time().isoformat('milliseconds'))
show(lambda: date(2023,1,2).isoformat())
