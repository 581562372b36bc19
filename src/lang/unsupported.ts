// Why something of Python is not there, and what to write instead. The simulated loop has no
// network, files, processes or threads; what a program does with them is modelled by sleeping and
// by queues. Names that stand in no table get the general answer.

import { reasonInAsyncio } from './unsupported-asyncio.ts';
import {
  network,
  policies,
  processes,
  type Reason,
  signals,
  reasonTable as table,
  threads,
} from './unsupported-reasons.ts';

export type { Reason } from './unsupported-reasons.ts';

const files: Reason = {
  reason: 'a simulation reads and writes no files',
  instead: 'put the data into the program, and print what it finds',
  isKnown: true,
};
const blocking: Reason = {
  reason: 'only ThreadPoolExecutor is modelled',
  instead: 'await loop.run_in_executor(pool, function) for each call, and gather them',
  isKnown: true,
};
const system: Reason = {
  reason: 'a simulation knows nothing of the machine that it runs on',
  instead: 'take what differs from a parameter',
  isKnown: true,
};
const input: Reason = {
  reason: 'nobody types into a simulation',
  instead: 'take the value from a parameter',
  isKnown: true,
};
const code: Reason = {
  reason: 'a simulation runs only the code that it has read',
  isKnown: true,
};
const other: Reason = { reason: 'the simulator has no such module', isKnown: false };
const bytes: Reason = {
  reason: 'the simulator has no bytes',
  instead: 'use str',
  isKnown: true,
};

const modules = table([
  [
    'socket ssl http urllib select selectors socketserver ftplib smtplib poplib imaplib ' +
      'telnetlib xmlrpc asyncore asynchat requests aiohttp httpx websockets urllib3 redis ' +
      'aioredis grpc tornado flask fastapi starlette uvicorn sanic quart zmq paramiko asyncssh ' +
      'pika aio_pika discord telethon aiogram aiodns asyncpg aiomysql aiopg psycopg motor pymongo',
    network,
  ],
  [
    'pathlib shutil tempfile glob fileinput mmap sqlite3 zipfile tarfile csv aiosqlite aiofiles io',
    files,
  ],
  ['subprocess multiprocessing pty', processes],
  ['os platform resource pwd uuid psutil', system],
  ['threading _thread queue concurrent sched', threads],
  ['signal', signals],
  ['getpass readline curses tkinter pygame', input],
  ['importlib ctypes runpy code pdb ast dis', code],
  ['uvloop nest_asyncio', policies],
]);

/** Why a module is not supported. */
export function reasonForModule(name: string): Reason {
  const [first, ...rest] = name.split('.');
  if (first === 'asyncio' && rest.length > 0) return reasonForMember(first, rest[0]);
  return modules.get(first) ?? other;
}

/** What asyncio had once: programs written for it are told what to write since. */
const removed = new Map([
  ['coroutine', 'write async def instead of @asyncio.coroutine'],
  ['JoinableQueue', 'use asyncio.Queue'],
  ['get_child_watcher', 'leave the line out'],
  ['set_child_watcher', 'leave the line out'],
]);

/** What to write instead of a member that is in Python no more; null for any other name. */
export function replacementOf(module: string, name: string): string | null {
  return module === 'asyncio' ? (removed.get(name) ?? null) : null;
}

const plainOnly = 'the simulator has only the plain collections';
const collections = table([
  [
    'ChainMap',
    { reason: plainOnly, instead: 'merge the dicts: {**defaults, **values}', isKnown: true },
  ],
  ['abc', { reason: plainOnly, instead: 'test for list, dict or set', isKnown: true }],
  [
    'UserDict UserList UserString',
    { reason: plainOnly, instead: 'hold a dict, a list or a str', isKnown: true },
  ],
]);
const contextlib = table([
  [
    'redirect_stdout redirect_stderr',
    {
      reason: 'what a program prints is always written out',
      instead: 'collect the lines in a list, and print them where they are to be seen',
      isKnown: true,
    },
  ],
  ['chdir', files],
]);

const absent: Reason = {
  reason: 'the module of the simulator does not have it',
  isKnown: false,
};

const loggingReasons = table([
  ['FileHandler handlers config', files],
  [
    'captureWarnings setLoggerClass setLogRecordFactory',
    {
      reason: 'the module of the simulator does not have it',
      instead: 'log to a StreamHandler, or to a Handler of your own with emit(self, record)',
      isKnown: true,
    },
  ],
]);

const dispatching: Reason = {
  reason: 'annotations are not evaluated',
  instead: 'choose by isinstance() or match',
  isKnown: true,
};
const atRunTime: Reason = {
  reason: 'annotations are not evaluated',
  instead: 'leave it out',
  isKnown: true,
};

const enumeration: Reason = {
  reason: 'the simulator has Enum and IntEnum only',
  instead: 'use Enum, and .value where the value itself is needed',
  isKnown: true,
};

/** Members of modules that a program may well use, and what to write instead. */
const members = new Map<string, Reason>([
  ['functools.singledispatch', dispatching],
  ['functools.singledispatchmethod', dispatching],
  [
    'functools.partialmethod',
    { reason: absent.reason, instead: 'write a method that makes the call', isKnown: true },
  ],
  [
    'dataclasses.make_dataclass',
    { reason: 'the simulator has no such function', instead: 'write the class', isKnown: true },
  ],
  [
    'typing.NamedTuple',
    {
      reason: 'the simulator has no such class',
      instead: 'use a dataclass with frozen=True',
      isKnown: true,
    },
  ],
  ['enum.StrEnum', enumeration],
  ['enum.Flag', enumeration],
  ['enum.IntFlag', enumeration],
  ['typing.runtime_checkable', atRunTime],
  ['typing.get_type_hints', atRunTime],
  ['typing.get_origin', atRunTime],
  ['typing.get_args', atRunTime],
]);

/** Why a member of a supported module is not supported. */
export function reasonForMember(module: string, name: string): Reason {
  const known = members.get(`${module}.${name}`);
  if (known !== undefined) return known;
  if (module === 'json') return name === 'load' || name === 'dump' ? files : absent;
  if (module === 'logging') return loggingReasons.get(name) ?? absent;
  if (module === 'sys' && name === 'stdin') return input;
  if (module === 'sys') return system;
  if (module === 'collections') return collections.get(name) ?? absent;
  if (module === 'contextlib') return contextlib.get(name) ?? absent;
  if (module.startsWith('concurrent')) return name.startsWith('Process') ? processes : blocking;
  if (module !== 'asyncio') return absent;
  return reasonInAsyncio(name) ?? absent;
}

const general: Reason = { reason: 'the simulator does not have it', isKnown: true };

const builtins = table([
  ['open', files],
  ['input', input],
  ['eval exec compile __import__ globals locals vars dir breakpoint help', code],
  ['bytes bytearray memoryview', bytes],
  [
    'complex hash format ascii bin hex oct ord chr slice object property staticmethod ' +
      'classmethod delattr aiter anext divmod pow exit quit copyright credits license ' +
      'EncodingWarning BufferError UnicodeError UnicodeDecodeError UnicodeEncodeError ' +
      'UnicodeTranslateError BytesWarning ImportWarning UnicodeWarning EnvironmentError IOError',
    general,
  ],
]);

/** Why a built-in of Python is not supported; null for a name that Python does not have either. */
export function reasonForBuiltin(name: string): Reason | null {
  return builtins.get(name) ?? null;
}
