import { expect, test } from 'vitest';
import { Lock } from '../../src/asyncio/locks.ts';
import {
  type Enclosing,
  trace,
  traceAround,
  waitLabel,
} from '../../src/asyncio/primitive-events.ts';
import * as sim from '../../src/index.ts';
import { Kind } from '../../src/trace/tracer.ts';
import { eventsOfProgram } from '../trace/asyncio-run.ts';

test('an object tells a trace of itself, one inside another tells nothing', () => {
  const outer: Enclosing = { nameIn: (tracer) => tracer.object(outer, 'Barrier', 2) };
  const labels: (string | null)[] = [];
  const main = sim.coroutine(function* () {
    yield* sim.sleep(0);
    const [own, inner] = [new Lock(), new Lock(outer)];
    for (const lock of [own, inner]) {
      trace(lock, 'Lock', Kind.lockWaited);
      traceAround(lock, 'Lock', Kind.lockReleased, () => labels.push(waitLabel(lock, 'Lock')));
    }
    labels.push(waitLabel(own, 'Lock', 'again'));
  });
  const kinds = eventsOfProgram(main).map(({ kind }) => kind);
  expect(labels).toEqual(['lock#1', 'barrier#1', 'lock#1 again']);
  expect(kinds.filter((kind) => kind.startsWith('lock.'))).toEqual([
    'lock.waited',
    'lock.released',
  ]);
});

test('nothing is told where nobody listens', () => {
  let acted = false;
  trace(new Lock(), 'Lock', Kind.lockWaited);
  traceAround(new Lock(), 'Lock', Kind.lockReleased, () => {
    acted = true;
  });
  expect([acted, waitLabel(new Lock(), 'Lock')]).toEqual([true, null]);
});
