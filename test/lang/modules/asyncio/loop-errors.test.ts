import { describe, expect, test } from 'vitest';
import { ValueError } from '../../../../src/asyncio/exceptions.ts';
import { contextDict, contextOf } from '../../../../src/lang/modules/asyncio/loop-errors.ts';
import { run } from '../../machine/python.ts';

const { machine } = run('');
const repr = (value: unknown): string => machine.repr(value);

describe('the context of an exception handler', () => {
  test('becomes a dict in the order of its words, nested ones too', () => {
    const context = { message: 'm', exception: new ValueError('v') };
    expect(repr(contextDict(machine, context))).toBe(
      "{'message': 'm', 'exception': ValueError('v')}",
    );
    expect(repr(contextDict(machine, { message: 'handler', context }))).toBe(
      "{'message': 'handler', 'context': {'message': 'm', 'exception': ValueError('v')}}",
    );
  });

  test('of the program comes back as the same dict', () => {
    const dict = machine.objects.newDict(machine, [
      ['message', 'by hand'],
      ['exception', new ValueError('v')],
      ['other', 1],
    ]);
    const context = contextOf(machine, dict);
    expect([context.message, repr(context.exception)]).toEqual(['by hand', "ValueError('v')"]);
    expect(contextDict(machine, context)).toBe(dict);
  });

  test('without a message has CPython’s', () => {
    const dict = machine.objects.newDict(machine, [['message', '']]);
    expect(contextOf(machine, dict).message).toBe('Unhandled exception in event loop');
    expect(contextOf(machine, dict).exception).toBeUndefined();
  });
});
