// Contexts: whose values a task, a callback, an eager task and what they start see.
import { expect, test } from 'vitest';
import { Contexts, contextOf } from '../../src/asyncio/contexts.ts';
import * as sim from '../../src/index.ts';
import { attemptNow, type Body, compare, current, f, type Log, loop } from './observe.ts';

const { Context, ContextVar, copyContext, coroutine, createTask, sleep, Token } = sim;

const variable = new ContextVar('var', { default: 'unset' });
const other = new ContextVar<string>('other');

const child = coroutine(function* (log: Log, name: string): Body<void> {
  log(f`${name} ${variable.get()}`);
  variable.set(name);
  yield* sleep(1);
  log(f`${name} ${variable.get()}`);
});

compare('contexts', {
  *c01_tasks_have_copies(log) {
    log(variable.get());
    variable.set('main');
    const first = createTask(child(log, 'first'));
    variable.set('later');
    const second = createTask(child(log, 'second'));
    yield* child(log, 'awaited');
    yield* first;
    yield* second;
    const [one, two] = [first, second].map((task) => task.getContext().get(variable));
    log(f`${variable.get()} ${one} ${two}`);
  },
  *c02_a_context_for_tasks(log) {
    variable.set('main');
    const context = copyContext();
    const task = createTask(child(log, 'given'), { context });
    log(task.getContext() === context);
    yield* createTask(child(log, 'shared'), { context });
    yield* sim.using(new sim.TaskGroup(), function* (group) {
      group.createTask(child(log, 'grouped'), { context });
    });
    log(f`${variable.get()} ${context.get(variable)}`);
  },
  *c03_callbacks(log) {
    variable.set('main');
    const context = copyContext();
    const tell = (name: string): void => {
      log(f`${name} ${variable.get()}`);
      variable.set(name);
      loop().callSoon(() => log(f`inside ${name} ${variable.get()}`));
    };
    loop().callSoon(tell, 'soon');
    loop().callLater(1, tell, 'later');
    loop().callAt(1, tell, 'at');
    const future = loop().createFuture();
    const given = (): void => tell('given');
    future.addDoneCallback(() => tell('copy'));
    future.addDoneCallback(given, given, context);
    variable.set('changed');
    future.addDoneCallback(() => tell('late'));
    future.setResult(null);
    yield* sleep(2);
    log(f`${variable.get()} ${context.get(variable)}`);
  },
  *c04_eager_tasks(log) {
    variable.set('main');
    const outer = coroutine(function* (): Body<void> {
      variable.set('outer');
      createTask(child(log, 'inner'), { eagerStart: true });
      log(f`outer ${variable.get()}`);
      new Context().run(() => createTask(child(log, 'apart'), { eagerStart: true }));
      yield* sleep(0);
      log(f`outer ${variable.get()}`);
    });
    const task = createTask(outer(), { eagerStart: true });
    log(f`${variable.get()} ${task.getContext().get(variable)}`);
    loop().callSoon(() => createTask(outer(), { eagerStart: true }));
    yield* sleep(2);
    log(variable.get());
  },
  *c05_tokens(log) {
    const [first, second] = [variable.set('first'), variable.set('second')];
    log(f`${first.oldValue === Token.MISSING} ${second.oldValue}`);
    for (const reset of [
      () => other.reset(second),
      () => copyContext().run(() => variable.reset(second)),
      () => variable.reset(second),
      () => variable.reset(second),
    ]) {
      attemptNow(
        sim.Exception,
        () => log(f`reset ${reset() ?? null}`),
        (error) => log(error.typeName),
      );
    }
    log(variable.get());
    variable.reset(first);
    log(f`${variable.get()} ${variable.get('given')} ${other.get('given')}`);
    attemptNow(
      sim.LookupError,
      () => other.get(),
      (error) => log(error.args[0] === other),
    );
  },
  *c06_contexts(log) {
    const context = copyContext();
    log(f`${context.size} ${context.has(variable)} ${context.get(variable) ?? null}`);
    const never = (where: sim.Context): void =>
      attemptNow(
        sim.RuntimeError,
        () => where.run(() => log('never')),
        (error) => log(String(error.args[0]).slice(0, 21)),
      );
    const inside = (value: string): string => {
      variable.set(value);
      other.set(value);
      never(context);
      return variable.get();
    };
    const copy = context.copy();
    const got = context.run(inside, 'inside');
    log(f`${got} ${context.size} ${copy.size} ${variable.get()}`);
    log([...context].join() === [variable, other].join());
    never(current().getContext());
    const unset = new Context().run(() => variable.get());
    log(f`${unset} ${copyContext().run(inside, 'copy')}`);
  },
  *c08_contexts_around_an_eager_task(log) {
    variable.set('main');
    const around = [current().getContext(), copyContext(), copyContext()];
    const attempt = (context: sim.Context, name: string): void =>
      attemptNow(
        sim.RuntimeError,
        () => context.run(() => log(name)),
        (error) => log(f`${name} ${String(error.args[0]).slice(0, 20)}`),
      );
    const inner = coroutine(function* (): Body<void> {
      const names = ['main', 'run', 'apart', 'own'];
      for (const [i, each] of [...around, current().getContext()].entries())
        attempt(each, names[i]);
    });
    const start = (): void => {
      createTask(inner(), { eagerStart: true });
      const names = ['main', 'run', 'apart'];
      for (const [i, each] of around.entries()) attempt(each, `${names[i]} after`);
    };
    around[1].run(start);
    attempt(around[1], 'left');
    given(around[2], start);
    yield* sleep(0);
    attempt(around[0], 'still');
  },
  *c07_exception_handlers(log) {
    loop().setExceptionHandler((_loop, { exception }) => {
      log(f`${(exception as sim.BaseException).typeName} ${variable.get()}`);
    });
    variable.set('main');
    const context = copyContext();
    const fail = (name: string): never => {
      variable.set(name);
      throw new sim.ValueError(name);
    };
    loop().callSoon(fail, 'copy');
    given(context, () => fail('given'));
    given(context, () => context.run(fail, 'inside'));
    yield* sleep(0);
    log(f`${variable.get()} ${context.get(variable)}`);
  },
});

/** `loop.call_soon(act, context=context)`: a done callback of a future that is done. */
function given(context: sim.Context, act: () => unknown): void {
  const future = loop().createFuture();
  future.setResult(null);
  future.addDoneCallback(act, act, context);
}

test('a program that sets no variable makes no context', () => {
  const holders: sim.Task[] = [];
  const contexts: unknown[] = [];
  sim.run(
    (function* (): Body<void> {
      const other = createTask(sleep(1));
      loop().callSoon(() => contexts.push(loop().contexts.capture()));
      yield* sleep(1);
      holders.push(current(), other);
    })(),
  );
  expect(contexts).toEqual([null]);
  expect(holders.map(({ context }) => context)).toEqual([null, null]);
  const made = contextOf(holders[0]);
  expect([made.size, contextOf(holders[0]) === made, holders[0].context]).toEqual([0, true, made]);
});

test('two programs of one process have values of their own', () => {
  const seen: unknown[] = [];
  const program = function* (): Body<void> {
    seen.push(variable.get());
    variable.set('set');
    yield* sleep(1);
    seen.push(variable.get());
  };
  sim.run(program());
  sim.run(program());
  expect(seen).toEqual(['unset', 'set', 'unset', 'set']);
});

test('the loops of one program go on with the context outside of them', () => {
  const contexts = new Contexts();
  const seen: unknown[] = [];
  contexts.set(variable, 'outside');
  const steps = contexts.runSteps(
    new Context(),
    (function* () {
      seen.push(contexts.valueOf(variable));
      contexts.set(variable, 'in the steps');
      yield 'a loop';
      seen.push(contexts.valueOf(variable));
    })(),
  );
  seen.push([...steps], contexts.valueOf(variable));
  expect(seen).toEqual([undefined, 'in the steps', ['a loop'], 'outside']);
});
