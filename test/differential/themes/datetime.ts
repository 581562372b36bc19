// Module datetime: time spans and their arithmetic, dates, times of the day and moments, how they
// are written and read, zones of a fixed offset, and what does not fit.
import fc from 'fast-check';
import { choose, code, maybe, several, shows, weigh, word, words } from '../text.ts';
import type { Theme } from '../theme.ts';
import { anyFloat, anyNumber, modestValue, smallInteger } from './values.ts';

const unit = words('days seconds microseconds milliseconds minutes hours weeks');
const amount = weigh(
  [4, smallInteger],
  [2, words('90 3600 86400 0.5 1.5 -0.25 1e6 -1 59 1000001')],
  [1, anyFloat],
  [1, words(`10**9 10**12 None 'a'`)],
);
const newSpan = choose(
  code`timedelta(${unit}=${amount})`,
  code`timedelta(${unit}=${amount})`,
  code`timedelta(${several(amount, 0, 3)})`,
  code`timedelta(days=${smallInteger}, hours=${smallInteger}, seconds=${smallInteger})`,
);
const year = weigh([8, words('2023 2024 2000 1999 1970')], [1, words('1 9999 0 10000 1900')]);
const month = weigh([8, words('1 2 3 6 10 12')], [1, words('0 13 1.0')]);
const day = weigh([8, words('1 2 14 28')], [2, words('29 30 31')], [1, words('0 32')]);
const hour = weigh([8, words('0 1 9 12 13 22 23')], [1, words('24 -1')]);
const sixty = weigh([8, words('0 5 10 30 59')], [1, words('60 -1')]);
const micro = words('0 1 500000 123456 999999 1000 120000');
const zone = choose(
  word('timezone.utc'),
  code`timezone(timedelta(${word('hours=2', 'hours=-5', 'minutes=330', 'hours=24', 'seconds=90', '0')})${maybe(word(", 'XYZ'"))})`,
);
const newDate = code`date(${year}, ${month}, ${day})`;
const newTime = code`time(${choose(word(''), hour, code`${hour}, ${sixty}`, code`${hour}, ${sixty}, ${sixty}, ${micro}`)})`;
const newMoment = choose(
  code`datetime(${year}, ${month}, ${day})`,
  code`datetime(${year}, ${month}, ${day}, ${hour}, ${sixty}${maybe(code`, ${sixty}, ${micro}`)})`,
  code`datetime(${year}, ${month}, ${day}, ${hour}, tzinfo=${zone})`,
);
const any = choose(newSpan, newDate, newMoment, newTime);
const spans = choose(
  newSpan,
  code`str(${newSpan})`,
  code`${newSpan} ${words('+ -')} ${newSpan}`,
  code`${newSpan} ${words('* / //')} ${choose(smallInteger, anyNumber)}`,
  code`${choose(smallInteger, anyNumber)} * ${newSpan}`,
  code`${newSpan} ${words('/ // %')} ${newSpan}`,
  code`divmod(${newSpan}, ${newSpan})`,
  code`${newSpan} ${words('< <= == != > >=')} ${newSpan}`,
  code`(lambda d: (d.days, d.seconds, d.microseconds, d.total_seconds(), bool(d), -d, abs(d)))(${newSpan})`,
  code`sum([${several(newSpan, 0, 3)}], timedelta())`,
  code`timedelta.${words('min max resolution')}`,
);
const directive = word(
  ...['%Y', '%m', '%d', '%H', '%M', '%S', '%f', '%y', '%j', '%a', '%A', '%b', '%B', '%p', '%I'],
  ...['%%', '%w', '%U', '%W', '%Z', '%z', '%X', '%x', '%c', '%F', '%T', '%u', '%V', '%G', '%:z'],
);
const pattern = several(directive, 1, 4, '-');
const isoText = word(
  ...['2023-11-14', '2024-02-29', '2023-02-29', '20231114', '2023-W46-2', '2023-11-14T22:13:20'],
  ...['2023-11-14 22:13', '2023-11-14T22:13:20.5', '2023-11-14T22:13:20Z', '22:13:20', '22', ''],
  ...['2023-11-14T22:13:20+02:00', '2023-11-14T24:00', '2023-1-1', 'abc', '2023-11-14T', '2213'],
);
const dates = choose(
  newDate,
  code`str(${any})`,
  code`${choose(newDate, newMoment)} ${words('+ -')} ${newSpan}`,
  code`date(2024, ${words('1 3')}, 1) ${words('+ - -')} timedelta(hours=${words('1 -1 25 -25 49 -48')})`,
  code`${choose(newDate, newMoment)} - ${choose(newDate, newMoment)}`,
  code`${newSpan} + ${choose(newDate, newMoment)}`,
  code`${any} ${words('< <= == != > >=')} ${any}`,
  code`${any} ${words('+ - * / < ==')} ${modestValue}`,
  code`(lambda d: (d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal()))(${choose(newDate, newMoment)})`,
  code`${choose(newDate, newMoment)}.replace(${words('year month day')}=${words('1 2 2024 30 31')})`,
  code`${newMoment}.replace(${words('hour minute second microsecond fold')}=${words('0 1 30 60')})`,
  code`${any}.isoformat()`,
  code`${newMoment}.isoformat(${choose(words(`' ' '_' timespec='seconds' timespec='milliseconds' timespec='auto' timespec='x' 'ab'`))})`,
  code`${choose(newDate, newMoment, newTime)}.strftime('${pattern}')`,
  code`f'{${choose(newDate, newMoment)}:${word('%Y-%m-%d', '%H:%M', '', '%d/%m')}}'`,
  code`(lambda m: (m.date(), m.time(), m.year, m.hour, m.microsecond, m.tzinfo))(${newMoment})`,
  code`${words('date datetime time')}.fromisoformat('${isoText}')`,
  code`datetime.strptime('${word('2023-11-14', '14/11/2023', '22:13:20', 'Nov 14 2023', '2023-11-14 10:05 PM', 'x', '2023-02-30')}', '${word('%Y-%m-%d', '%d/%m/%Y', '%H:%M:%S', '%b %d %Y', '%Y-%m-%d %I:%M %p', '%Q', '%Y')}')`,
  code`datetime.combine(${newDate}, ${newTime})`,
  code`datetime.fromtimestamp(${words('0 1700000000 1.5 -1 86399.999999')}, ${choose(word('timezone.utc'), zone)})`,
  code`${newMoment}.${words('utcoffset() tzname() timetuple() ctime() dst()')}`,
  code`datetime(2023, 11, 14, tzinfo=${zone}).astimezone(${zone})`,
  code`datetime(2023, 11, 14, 1, tzinfo=${zone}).timestamp()`,
  code`date.fromordinal(${words('1 738473 0 3652059')})`,
  code`(${newTime}, bool(${newTime}), ${newTime}.hour)`,
  code`${words('time timedelta')}(${several(modestValue, 0, 3)})`,
  code`${words('date datetime')}(${several(modestValue, 3, 3)})`,
  code`${words('date datetime time')}.${words('min max resolution')}`,
  zone,
  code`sorted([${several(newDate, 2, 4)}])`,
  code`hash(${any}) == hash(${any})`,
  code`{${newSpan}: 1}[${newSpan}]`,
  code`${any}.${words('days year hour foo microsecond')}`,
  code`${fc.constant('date(2023, 11, 14)')}.__class__`,
);

export const datetimes: Theme = {
  name: 'datetime',
  body: code`
    from datetime import date, datetime, time, timedelta, timezone
    ${weigh([2, shows(spans)], [4, shows(dates)])}`,
};
