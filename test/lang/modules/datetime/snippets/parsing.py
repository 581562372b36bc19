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


show(lambda: datetime.strptime('2023-11-14', '%Y-%m-%d'))
show(lambda: datetime.strptime('x', '%Y'))
show(lambda: datetime.strptime('2023x', '%Y'))
show(lambda: datetime.strptime('2023', '%Q'))
show(lambda: datetime.strptime('14 Nov 2023 10:11:12 PM', '%d %b %Y %I:%M:%S %p'))
show(lambda: datetime.strptime('Tuesday November 14 2023', '%A %B %d %Y'))
show(lambda: datetime.strptime('22:13', '%H:%M'))
show(lambda: datetime.strptime('2023-11-14 22:13:20.5 +0530', '%Y-%m-%d %H:%M:%S.%f %z'))
show(lambda: datetime.strptime('12:30 UTC', '%H:%M %Z'))
show(lambda: datetime.strptime('29/02/23', '%d/%m/%y'))
show(lambda: datetime.strptime(3, 'x'))
show(lambda: datetime.strptime('318 2023', '%j %Y'))
show(lambda: datetime.strptime('Tue Nov 14 22:13:20 2023', '%c'))
show(lambda: datetime.strptime('11/14/23', '%x'))
show(lambda: datetime.strptime('%', '%%'))
show(lambda: datetime.strptime('2023', '%'))
show(lambda: datetime.strptime('31/04/2023', '%d/%m/%Y'))
show(lambda: datetime.strptime('  2023', ' %Y'))
show(lambda: date.strptime('2023-01-02', '%Y-%m-%d'))
show(lambda: time.strptime('10:11', '%H:%M'))
