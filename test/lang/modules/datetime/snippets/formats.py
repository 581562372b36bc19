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


show(lambda: d.strftime('%Y-%m-%d %H:%M:%S.%f'))
show(lambda: dz.strftime('%z %Z %:z'))
show(lambda: d.strftime('%z|%Z|%:z'))
show(lambda: d.strftime('%A %B %j %p %I'))
show(lambda: d.strftime(''))
show(lambda: d.strftime(3))
show(lambda: f'{d:%H:%M:%S}')
show(lambda: format(d, ''))
show(lambda: '{:%d/%m}'.format(d))
show(lambda: date(2023,1,2).strftime('%d %H %f'))
show(lambda: time(3,4,5,6).strftime('%H %M %S %f %Y %d'))
show(lambda: f'{date(2023,1,2):%d.%m.%Y}')
show(lambda: d.strftime('%s'))
