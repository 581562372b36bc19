// Module `decimal`: exact decimal numbers, their contexts, signals and roundings. Left out: the
// logical operations on digits, next_minus and its like, classes derived from Decimal.
// Source: CPython 3.14 Modules/_decimal/_decimal.c.

import { PyModule } from '../../values.ts';
import './context-methods.ts';
import { contextClass, contextFunctions, DecimalContext } from './context.ts';
import { ROUNDINGS } from './rounding.ts';
import { CONDITION_CLASSES, decimalException, SIGNALS } from './signals.ts';
import { decimalClass } from './values.ts';

/** A ready-made context; programs copy it. */
function readyMade(change: Partial<DecimalContext>): DecimalContext {
  return Object.assign(new DecimalContext(), change);
}

const ALL_TRAPS = SIGNALS.reduce((bits, [bit]) => bits | bit, 0);

/** The module; its ready-made contexts belong to one run. */
export function decimalModule(): PyModule {
  return new PyModule(
    'decimal',
    new Map<string, unknown>([
      ['Decimal', decimalClass],
      ['Context', contextClass],
      ['DecimalException', decimalException],
      ...[...SIGNALS, ...CONDITION_CLASSES.slice(0, 3)].map(([, cls]): [string, unknown] => [
        cls.name,
        cls,
      ]),
      ...contextFunctions.map((each): [string, unknown] => [each.name, each]),
      ...ROUNDINGS.map((name): [string, unknown] => [name, name]),
      ['DefaultContext', readyMade({})],
      [
        'BasicContext',
        readyMade({
          precision: 9,
          rounding: 'ROUND_HALF_UP',
          traps: ALL_TRAPS & ~(8 | 16 | 32 | 256),
        }),
      ],
      ['ExtendedContext', readyMade({ precision: 9, traps: 0 })],
      ['MAX_PREC', 999999999999999999n],
      ['MAX_EMAX', 999999999999999999n],
      ['MIN_EMIN', -999999999999999999n],
      ['HAVE_THREADS', true],
      ['HAVE_CONTEXTVAR', true],
    ]),
  );
}
