// Module `datetime`. Source: CPython 3.14 Modules/_datetimemodule.c.

import { PyModule } from '../../values.ts';
import { MAX_YEAR, MIN_YEAR } from './calendar-fields.ts';
import { dateClass } from './dates.ts';
import { dateTimeClass } from './datetimes.ts';
import { timeDeltaClass } from './deltas.ts';
import { timeClass } from './times.ts';
import { timeZoneClass, tzInfoClass, utc } from './zones.ts';

/** The module; the same for every run. */
export const datetimeModule = new PyModule(
  'datetime',
  new Map<string, unknown>([
    ...[dateClass, dateTimeClass, timeDeltaClass, timeClass, timeZoneClass, tzInfoClass].map(
      (cls): [string, unknown] => [cls.name, cls],
    ),
    ['UTC', utc],
    ['MINYEAR', MIN_YEAR],
    ['MAXYEAR', MAX_YEAR],
  ]),
);
