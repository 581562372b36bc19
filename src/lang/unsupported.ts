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
const modules = table([
  ['bz2 gzip lzma', { ...other, reason: 'the simulator compresses nothing', isKnown: true }],
  ['codecs', { ...other, instead: 'use str.encode() and bytes.decode()', isKnown: true }],
  ['pickle marshal shelve', { ...other, instead: 'use json, or copy.deepcopy()', isKnown: true }],
  ['array', { ...other, instead: 'use a list, or a bytearray', isKnown: true }],
  ['optparse getopt', { ...input, reason: 'nobody types a command line' }],
  [
    'socket ssl http urllib select selectors socketserver ftplib smtplib poplib imaplib ' +
      'telnetlib xmlrpc asyncore asynchat requests aiohttp httpx websockets urllib3 redis ' +
      'aioredis grpc tornado flask fastapi starlette uvicorn sanic quart zmq paramiko asyncssh ' +
      'pika aio_pika discord telethon aiogram aiodns asyncpg aiomysql aiopg psycopg motor pymongo',
    network,
  ],
  ['pathlib shutil tempfile glob fileinput mmap sqlite3 zipfile tarfile aiosqlite aiofiles', files],
  ['subprocess multiprocessing pty', processes],
  ['platform resource pwd psutil', system],
  [
    'weakref gc',
    {
      reason: 'references are not counted here, so nobody knows when an object goes',
      instead: 'keep the object itself, and take it out of a dict where its work ends',
      isKnown: true,
    },
  ],
  ['_thread concurrent sched', threads],
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

const absent: Reason = {
  reason: 'the module of the simulator does not have it',
  isKnown: false,
};

/** Known, and left out: what to write instead. */
function leftOut(instead: string, reason = absent.reason): Reason {
  return { reason, instead, isKnown: true };
}

const plain = (instead: string): Reason =>
  leftOut(instead, 'the simulator has only the plain collections');
const annotations = (instead: string): Reason => leftOut(instead, 'annotations are not evaluated');

/** Members of modules that a program may well use; `*` for all that are not named. */
const members = table([
  ['collections.UserString', plain('hold a str in an attribute')],
  ['concurrent.futures.ProcessPoolExecutor', processes],
  ['concurrent.futures.*', blocking],
  ['contextlib.chdir', files],
  ['copy.Error', leftOut('catch TypeError')],
  ['dataclasses.make_dataclass', leftOut('write the class', 'the simulator has no such function')],
  ['functools.singledispatchmethod', annotations('choose by isinstance() or match')],
  ['base64.encode base64.decode hashlib.file_digest', files],
  ['base64.a85encode base64.a85decode base64.z85encode base64.z85decode', leftOut('use b85encode')],
  ['hashlib.scrypt', leftOut('use hashlib.pbkdf2_hmac')],
  ['zlib.*', leftOut('leave the data as they are', 'the simulator compresses nothing')],
  ['inspect.*', leftOut('ask the value itself: __name__, __doc__, isinstance()')],
  ['io.*', files],
  ['json.load json.dump', files],
  [
    'os.remove os.unlink os.listdir os.makedirs os.mkdir os.walk os.stat os.scandir os.rename ' +
      'os.path.exists os.path.isfile os.path.isdir os.path.getsize os.path.abspath os.getcwd',
    files,
  ],
  ['os.fork os.system os.popen os.kill os.waitpid', processes],
  ['os.*', system],
  ['logging.FileHandler logging.handlers logging.config', files],
  [
    'logging.captureWarnings logging.setLoggerClass logging.setLogRecordFactory',
    leftOut('log to a StreamHandler, or to a Handler of your own with emit(self, record)'),
  ],
  ['string.Formatter string.templatelib', leftOut('use an f-string or str.format')],
  ['sys.stdin', input],
  ['sys.*', system],
  [
    'statistics.NormalDist statistics.correlation statistics.covariance ' +
      'statistics.linear_regression',
    leftOut('compute it from sums of products'),
  ],
  ['re.Scanner re.RegexFlag re.T re.TEMPLATE', leftOut('use the functions of re')],
  ['textwrap.TextWrapper', leftOut('call wrap() or fill() with its options')],
  ['pprint.PrettyPrinter', leftOut('call pprint() or pformat() with its options')],
  [
    'uuid.uuid1 uuid.uuid3 uuid.uuid5 uuid.uuid6 uuid.uuid7 uuid.uuid8 uuid.getnode',
    leftOut('use uuid4(), which the seed of the run determines'),
  ],
  ['types.coroutine', leftOut('write async def')],
  ['types.new_class types.prepare_class', leftOut('write a class statement')],
  ['typing.get_type_hints', annotations('leave it out')],
  ['warnings.deprecated', leftOut('call warnings.warn(…, DeprecationWarning, stacklevel=2)')],
  ['warnings.filters', leftOut('use warnings.simplefilter and warnings.filterwarnings')],
]);

/** Why a member of a supported module is not supported. */
export function reasonForMember(module: string, name: string): Reason {
  const known = members.get(`${module}.${name}`) ?? members.get(`${module}.*`);
  if (known !== undefined) return known;
  return (module === 'asyncio' ? reasonInAsyncio(name) : null) ?? absent;
}

const builtins = table([
  ['open', files],
  ['input', input],
  ['eval exec compile __import__ breakpoint help', code],
  ['globals locals', leftOut('keep the names in a dict', code.reason)],
  ['complex', leftOut('keep both parts in a tuple', 'the simulator has no complex numbers')],
  ['copyright credits license', leftOut('leave it out', 'nobody types into a simulation')],
]);

/** Why a built-in of Python is not supported; null for a name that Python does not have either. */
export function reasonForBuiltin(name: string): Reason | null {
  return builtins.get(name) ?? null;
}
