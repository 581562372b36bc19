// What asyncio has and the simulator has not: names of the module, and methods of the loop. All of
// it talks to the world outside of the loop, or is asyncio's own inside.
// Source: `dir(asyncio)` and `dir(loop)` of CPython 3.14.2; test/lang/unsupported-asyncio.test.ts
// goes through both.

import {
  network,
  policies,
  processes,
  type Reason,
  reasonTable,
  signals,
  threads,
} from './unsupported-reasons.ts';

const inside: Reason = {
  reason: "asyncio's own modules are not there one by one",
  instead: 'take the name from asyncio itself: asyncio.Lock, asyncio.Queue, asyncio.timeout',
  isKnown: true,
};
const underscored: Reason = {
  reason: 'it is internal to asyncio',
  instead: 'use create_task, current_task, all_tasks and get_running_loop',
  isKnown: true,
};
const descriptors: Reason = {
  reason: 'a simulation has no file descriptors',
  instead: 'hand data over with asyncio.Queue, wake a task with asyncio.Event',
  isKnown: true,
};
const generators: Reason = {
  reason: 'Python has no coroutines made of generators any more',
  instead: 'write async def and await',
  isKnown: true,
};

const names = reasonTable([
  [
    'AbstractServer BaseProtocol BaseTransport BufferedProtocol DatagramProtocol ' +
      'DatagramTransport IncompleteReadError LimitOverrunError Protocol ReadTransport ' +
      'SendfileNotAvailableError Server StreamReader StreamReaderProtocol StreamWriter ' +
      'Transport WriteTransport open_connection open_unix_connection start_server ' +
      'start_unix_server protocols selector_events sslproto staggered streams transports trsock',
    network,
  ],
  [
    'SubprocessProtocol SubprocessTransport create_subprocess_exec create_subprocess_shell ' +
      'base_subprocess subprocess AbstractChildWatcher FastChildWatcher MultiLoopChildWatcher ' +
      'PidfdChildWatcher SafeChildWatcher ThreadedChildWatcher get_child_watcher set_child_watcher',
    processes,
  ],
  [
    'AbstractEventLoopPolicy BaseEventLoop DefaultEventLoopPolicy ProactorEventLoop ' +
      'SelectorEventLoop WindowsProactorEventLoopPolicy WindowsSelectorEventLoopPolicy ' +
      'get_event_loop_policy set_event_loop_policy unix_events windows_events proactor_events',
    policies,
  ],
  ['threads wrap_future', threads],
  [
    'base_events base_futures base_tasks constants coroutines events exceptions format_helpers ' +
      'futures graph locks log mixins queues runners sys taskgroups tasks timeouts',
    inside,
  ],
  ['coroutine', generators],
]);

/** What a name is about that stands in no table. */
const patterns: readonly (readonly [pattern: RegExp, reason: Reason])[] = [
  [/connection|server|stream|protocol|transport|sock|datagram|pipe|ssl/i, network],
  [/subprocess|process|childwatcher/i, processes],
  [/policy|windows|proactor|selector/i, policies],
  [/^_/, underscored],
];

/** Why asyncio has no `name` here; null for a name that says nothing. */
export function reasonInAsyncio(name: string): Reason | null {
  return names.get(name) ?? patterns.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Methods of the loop that are refused, each with its reason. */
export const refusedLoopMethods: ReadonlyMap<string, Reason> = reasonTable([
  ['add_reader remove_reader add_writer remove_writer', descriptors],
  ['add_signal_handler remove_signal_handler', signals],
  [
    'connect_accepted_socket connect_read_pipe connect_write_pipe create_connection ' +
      'create_datagram_endpoint create_server create_unix_connection create_unix_server ' +
      'getaddrinfo getnameinfo sendfile sock_accept sock_connect sock_recv sock_recv_into ' +
      'sock_recvfrom sock_recvfrom_into sock_sendall sock_sendfile sock_sendto start_tls',
    network,
  ],
  ['subprocess_exec subprocess_shell', processes],
]);
