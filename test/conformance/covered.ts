// The table of what programs at random execute, on CPython's side and on ours: functions, and
// `except` and `finally` clauses, file by file, with the list of what they never reach. What no
// program of the simulator can reach is left out, by these patterns.
import type { Coverage, CoveredPlace } from './oracle.ts';

/** Network, processes, signals, threads, and what is abstract or there for other platforms. */
const OUT_OF_SCOPE_THERE: readonly RegExp[] = [
  /ImportError/,
  /^(?:_format_pipe|_set_|_ipaddr|_interleave|_check_ssl|_SendfileFallback|Server\.)/,
  /^BaseEventLoop\._?(?:make_|write_to_self|process_events|add_callback|check_thread)/,
  /^BaseEventLoop\._?(?:sock_|sendfile)/,
  /^BaseEventLoop\._?(?:getaddrinfo|getnameinfo|check_sendfile|connect_|start_tls|log_subprocess)/,
  /^BaseEventLoop\._?(?:subprocess|ensure_resolved|create_(?:connection|datagram|server))/,
  /^BaseEventLoop\.(?:_time|time|__del__|_check_default_executor|_do_shutdown|run_in_executor)/,
  /^BaseEventLoop\.(?:set_default_executor|shutdown_default_executor \(except)/,
  /^(?:AbstractServer|AbstractEventLoop|_AbstractEventLoopPolicy|_BaseDefaultEventLoopPolicy)/,
  /policy|^on_fork|^_ThreadSafeHandle|^TimerHandle\.__(?:le|gt|ge|hash|eq)__/,
  /^_?(?:get|set)_running_loop|^new_event_loop|^get_event_loop|^_get_loop/,
  /^(?:_convert_future_exc|_set_concurrent|_copy_future|_chain_future|wrap_future|to_thread)/,
  /^run_coroutine_threadsafe|^_?(?:un)?register_(?:eager_)?task|^Runner\._on_sigint/,
  /^(?:Task|Future)\.__del__|^all_tasks/,
  // Debug mode, stacks and call graphs: test/lang/reports, test/lang/modules/asyncio.
  /^_format_handle|_check_callback|^BaseEventLoop\._run_once \(finally|^Task\.print_stack/,
  /_asyncio_awaited_by|_log_traceback|^BaseEventLoop\.__repr__/,
  // Which fails only where logging does, and is replaced by the harness.
  /^BaseEventLoop\.(?:default_exception_handler|call_exception_handler \(except BaseException)/,
  /^BaseEventLoop\.call_exception_handler \(except \(SystemExit/,
  // Asked of a queue of waiters that is known to hold one; of signals in another thread.
  /^Lock\._wake_up_first \(except StopIteration|^Runner\.run \(except ValueError/,
];

/** What programs at random do not use, or cannot; all of it has specs of its own. */
const OUT_OF_SCOPE_HERE: readonly RegExp[] = [
  // Only coroutines written in TypeScript.
  /^(?:DefaultHost|GeneratorCoroutine|coroutine|asCoroutine|using|run|drive(?:All)?|Deadlock)\b/,
  /^(?:createTask|copyContext|contextsHere|Pause\.|Runner\.(?:run|close)|reused)/,
  /^ContextVar\.(?:get|set|reset)|^Context\.(?:run|values)|\[Symbol\.iterator\]/,
  /^EventLoop\.(?:callSoon|callLater|callAt)|^Future\.(?:addDone|removeDone|getLoop)/,
  /^TaskGroup\.createTask|^Sleep\.name|^ConditionWaitFor\.name|^Immediate\.wait/,
  // Threads: CPython's order is chance there. test/lang/modules/asyncio/threads.test.ts
  /^(?:Job|Worker|ThreadPoolExecutor|Chained|DefaultExecutor)\.|^blockUntilDone|^settleFrom/,
  /^(?:wrapFuture|runBody|isGenerator|bodyOf|runInExecutor|toThread|runCoroutineThreadsafe)/,
  // Debug mode, stacks and call graphs: test/lang/reports, test/lang/modules/asyncio.
  /^(?:Debugging|SlowCallbacks)\.|^shortened|^lastPlace|^EventLoop\.setDebug|\.calls(?:At)?\b/,
  /^(?:awaitersOf|futureAddTo|futureDiscardFrom|libraryFramesOf|stackOf)|\.awaiter\b/,
  // Where a run is cut into slices, and what a trace names. test/simulate.test.ts, test/trace
  /^Task\.goOn|continuePreempted|isStartingEagerly|^labelOf|^AsyncGenerators\.size/,
  // A program's task refuses these itself. test/asyncio/tasks.test.ts
  /^Task\.set(?:Result|Exception)|^EventLoop\.defaultExceptionHandler|#reportSafely \(catch/,
];

function isWithin(outside: readonly RegExp[]): (place: CoveredPlace) => boolean {
  return ([path, kind]) => !outside.some((pattern) => pattern.test(`${path} (${kind})`));
}

function share(places: readonly CoveredPlace[]): string {
  return `${places.filter(([, , ran]) => ran).length} of ${places.length}`;
}

function rowsOf(title: string, coverage: Coverage, outside: readonly RegExp[]): string[] {
  const rows = [title.padEnd(26) + 'functions     except and finally'];
  const missed: string[] = [];
  for (const [file, all] of Object.entries(coverage)) {
    const places = all.filter(isWithin(outside));
    const functions = places.filter(([, kind]) => kind === 'function');
    const clauses = places.filter(([, kind]) => kind !== 'function');
    if (places.length > 0) {
      rows.push(file.padEnd(26) + share(functions).padEnd(14) + share(clauses));
    }
    const open = places.filter(([, , ran]) => !ran);
    const names = open.map(([path, kind]) => (kind === 'function' ? path : `${path} (${kind})`));
    if (names.length > 0) missed.push(`  ${file}: ${names.join(', ')}`);
  }
  return missed.length === 0 ? rows : [...rows, 'never reached:', ...missed];
}

/** Both tables: `there` is CPython's Lib/asyncio, `here` is src/asyncio. */
export function coverageTable(there: Coverage, here: Coverage): string {
  return [
    ...rowsOf('CPython Lib/asyncio', there, OUT_OF_SCOPE_THERE),
    '',
    ...rowsOf('src/asyncio', here, OUT_OF_SCOPE_HERE),
  ].join('\n');
}
