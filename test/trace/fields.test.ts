import { describe, expect, test } from 'vitest';
import { codeOf, EVENT_FIELDS, EVENT_KINDS } from '../../src/trace/event.ts';
import { EVENT_FIELD_TYPES, fits, describe as inWords } from '../../src/trace/fields.ts';

describe('field types', () => {
  test('there is one for every field of every kind', () => {
    EVENT_KINDS.forEach((_, code) => {
      expect(EVENT_FIELD_TYPES[code].map((type) => type !== undefined)).toEqual(
        EVENT_FIELDS[code].map(() => true),
      );
    });
  });

  test('they stand in the order of the fields', () => {
    expect(EVENT_FIELD_TYPES[codeOf('task.finished')]).toEqual([
      ['returned', 'raised', 'cancelled'],
      'string',
    ]);
    expect(EVENT_FIELD_TYPES[codeOf('task.suspended')]).toEqual(['string', 'number?']);
  });

  test('an integer is safe and not -0, a number is any float', () => {
    expect([3, -3, 2.5, -0, 2 ** 53, Number.NaN, '3', null].map((x) => fits('integer', x))).toEqual(
      [true, true, false, false, false, false, false, false],
    );
    expect([3, 2.5, -0, Number.NaN, '3', null].map((x) => fits('number', x))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('only a type with ? takes null, and nothing takes undefined', () => {
    const types = ['string', 'string?', 'integer', 'number', 'number?', 'boolean', ['a']] as const;
    expect(types.filter((type) => fits(type, null))).toEqual(['string?', 'number?']);
    expect(types.filter((type) => fits(type, undefined))).toEqual([]);
  });

  test('an enumeration takes its words only', () => {
    expect(fits(['get', 'put'], 'put')).toBe(true);
    expect(fits(['get', 'put'], 'poll')).toBe(false);
    expect(fits(['get', 'put'], 'constructor')).toBe(false);
  });

  test('they have names for messages', () => {
    expect([inWords('integer'), inWords('number?'), inWords(['get', 'put'])]).toEqual([
      'an integer',
      'a number or null',
      'one of get, put',
    ]);
  });
});
