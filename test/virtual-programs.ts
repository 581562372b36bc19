// Runs programs that bring a virtual clock along on CPython 3.14: what each prints, standard error
// among it, and by what it was left. Such a program ends its process and changes asyncio for good;
// here each leaves CPython as it was for the next.
import type { Oracle } from './conformance/oracle.ts';

const PREPARE = `
import asyncio, atexit, io, os, sys, time

class StandardError:
    def write(self, text):
        if isinstance(sys.stdout, io.StringIO):
            sys.stdout.write(text)

    def flush(self):
        pass

def leave(code):
    raise SystemExit(code)

sys.stderr = StandardError()
os._exit = leave
# The oracle's all_tasks asks each loop for the tasks that were made in it.
asyncio.BaseEventLoop.created = ()
places = [
    (asyncio.Handle, '_run'), (asyncio.Runner, 'run'), (asyncio.events, 'TimerHandle'),
    (time, 'sleep'), (time, 'monotonic'), (time, 'perf_counter'), (time, 'time'),
]
if not hasattr(asyncio, 'before'):
    asyncio.before = [getattr(*place) for place in places]
for place, value in zip(places, asyncio.before):
    setattr(*place, value)
atexit._clear()
`;
const END = 'import atexit\natexit._run_exitfuncs()\n';

/** What CPython prints for each program; its last line tells by what it was left, if anything. */
export async function virtualOutputs(oracle: Oracle, texts: readonly string[]): Promise<string[]> {
  const outputs: string[] = [];
  for (const text of texts) {
    const [, output, atTheEnd] = await oracle.outcomes([PREPARE, text, END]);
    outputs.push(output + atTheEnd);
  }
  return outputs;
}
