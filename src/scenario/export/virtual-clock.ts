// The loop that an exported program brings along for `--virtual`: CPython's own event loop, of
// which the clock stands still while something is ready and jumps to the next timer where it would
// wait. For CPython 3.11 to 3.14, whose BaseEventLoop asks its selector in each iteration.
//
// Of equal deadlines the older timer comes first, as on a real clock; CPython's heap compares
// handles by deadline alone. Where floats are so coarse that adding the clock's resolution changes
// nothing (from 2^24 s on), the resolution grows. A deadlock ends the process: nothing could ever
// happen any more. Source: CPython Lib/asyncio/base_events.py (BaseEventLoop._run_once), events.py.

/** What the function is called in the program. */
export const VIRTUAL_CLOCK = 'use_virtual_clock';

/** Python text: a function that sets the virtual clock up. */
export const virtualClockText = `def ${VIRTUAL_CLOCK}():
    """Nothing waits: where the loop would, its clock jumps to the next timer."""
    import math
    import os
    import sys
    import time

    class TimerHandle(asyncio.TimerHandle):
        made = 0

        def __init__(self, *arguments):
            super().__init__(*arguments)
            TimerHandle.made += 1
            self.order = TimerHandle.made

        def __lt__(self, other):
            return (self._when, self.order) < (other._when, other.order)

    class VirtualLoop(asyncio.BaseEventLoop):
        now = 0.0

        def __init__(self):
            super().__init__()
            self._selector = self

        def select(self, timeout):
            if timeout is None:
                sys.stdout.flush()
                print(f'deadlock at {VirtualLoop.now} s', file=sys.stderr, flush=True)
                os._exit(1)
            if timeout > 0:
                VirtualLoop.now = float(self._scheduled[0]._when)
                self._clock_resolution = max(1e-9, math.ulp(VirtualLoop.now))

        def _process_events(self, events):
            pass

    def sleep(seconds):
        VirtualLoop.now += seconds

    asyncio.events.TimerHandle = TimerHandle
    asyncio.events.new_event_loop = asyncio.new_event_loop = VirtualLoop
    time.monotonic = time.perf_counter = lambda: VirtualLoop.now
    time.time = lambda: 1_700_000_000 + VirtualLoop.now
    time.sleep = sleep


${VIRTUAL_CLOCK}()
`;
