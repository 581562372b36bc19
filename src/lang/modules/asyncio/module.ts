// Module `asyncio`: the names that a program may import from it or use as attributes.

import { PyModule } from '../../values.ts';
import { abstractLoopClass } from './abstract-loop.ts';
import { barrierClass } from './barriers.ts';
import { asyncioExceptions, timeoutErrorClass } from './exceptions.ts';
import { asyncioConstants, asyncioFunctions } from './functions.ts';
import { futureClass, handleClass, taskClass, timerHandleClass } from './futures.ts';
import { callGraphClass, frameEntryClass, graphFunctions } from './graph.ts';
import { baseEventLoopClass, loopClass } from './loops.ts';
import * as primitives from './primitives.ts';
import { runnerClass, runnerFunctions } from './runners.ts';
import './stacks.ts';
import { eagerTaskFactory, taskFunctions } from './task-making.ts';

/** The module; the same for every run, since it holds nothing that changes. */
export const asyncioModule = new PyModule(
  'asyncio',
  new Map<string, unknown>([
    ...[...asyncioFunctions, ...runnerFunctions, ...graphFunctions, ...taskFunctions].map(
      (each): [string, unknown] => [each.name, each],
    ),
    ['eager_task_factory', eagerTaskFactory],
    ...asyncioConstants,
    ...asyncioExceptions,
    ['TimeoutError', timeoutErrorClass],
    ['Future', futureClass],
    ['Task', taskClass],
    ['Handle', handleClass],
    ['TimerHandle', timerHandleClass],
    ['AbstractEventLoop', abstractLoopClass],
    ['BaseEventLoop', baseEventLoopClass],
    ['SelectorEventLoop', loopClass],
    ['EventLoop', loopClass],
    ['Runner', runnerClass],
    ['Lock', primitives.lockClass],
    ['Event', primitives.eventClass],
    ['Condition', primitives.conditionClass],
    ['Semaphore', primitives.semaphoreClass],
    ['BoundedSemaphore', primitives.boundedSemaphoreClass],
    ['Barrier', barrierClass],
    ['Queue', primitives.queueClass],
    ['PriorityQueue', primitives.priorityQueueClass],
    ['LifoQueue', primitives.lifoQueueClass],
    ['FutureCallGraph', callGraphClass],
    ['FrameCallGraphEntry', frameEntryClass],
    ['Timeout', primitives.timeoutClass],
    ['TaskGroup', primitives.taskGroupClass],
  ]),
);
