import { describe, expect, test } from 'vitest';
import { ValueError } from '../../src/asyncio/exceptions.ts';
import { Observer } from '../../src/lang/observer.ts';
import { Float, Tuple } from '../../src/lang/values.ts';
import { run } from './machine/python.ts';

const { machine, out } = run('');
const observer = new Observer(machine);
const of = (value: unknown): string => observer.repr(value);

describe('what a watcher is shown', () => {
  test('is Python’s repr for plain values', () => {
    expect(of(new Tuple([1, new Float(2), ['x', null], true]))).toBe("(1, 2.0, ['x', None], True)");
    expect(of(new ValueError('no'))).toBe("ValueError('no')");
    expect(of(undefined)).toBe('None');
  });

  test('is never too large, too deep or too long', () => {
    expect(of([new Array(100_000).fill(1)])).toBe('<list that is too large to be shown>');
    expect(of(new Array(100_000).fill(1))).toHaveLength(300_000);
    let deep: unknown[] = [];
    for (let i = 0; i < 50_000; i++) deep = [deep];
    expect(of(deep)).toBe('<list that is too large to be shown>');
    let doubled: unknown[] = [1];
    for (let i = 0; i < 60; i++) doubled = [doubled, doubled];
    expect(of(doubled)).toBe('<list that is too large to be shown>');
    expect(of(10n ** 5000n)).toBe('<int that is too large to be shown>');
  });

  test('uses the addresses that the program has seen, and gives it none', () => {
    const [seen, unseen] = [machine.modules, Object.freeze({})];
    const address = machine.addresses.of(seen);
    expect(observer.addresses.of(seen)).toBe(address);
    expect(observer.addresses.of(unseen)).not.toBe(address);
    expect(machine.addresses.known(unseen)).toBe(undefined);
  });

  test('does nothing for the program', () => {
    observer.write();
    observer.charge();
    observer.block();
    expect(out).toBe('');
    expect(observer.now()).toBe(machine.now());
  });
});
