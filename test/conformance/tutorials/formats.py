# Features: f-string specs, !r, =, nested specs, str.format, %, print(sep=, end=).
import asyncio
import time


async def measure(name, delay):
    started = time.perf_counter()
    await asyncio.sleep(delay)
    return name, time.perf_counter() - started


async def main():
    width, precision = 8, 3
    results = await asyncio.gather(measure('alpha', 0.125), measure('be"ta', 1.5), measure('γ', 2))
    for name, seconds in results:
        print(f'{name!r:>{width}}|{seconds:^{width}.{precision}f}|{seconds:e}|{seconds * 1000:,.0f} ms')
        print('{0:*<8}|{1:08.3f}|{name}'.format(name, seconds, name=name.upper()))
        print('%-8s|%8.2f|%5d|%x|%r' % (name, seconds, seconds * 100, 255, name))
    total = sum(seconds for _, seconds in results)
    print(f'{total=:.2f} {len(results)=} {max(results, key=lambda each: each[1])[0]=}')
    print(f'{12345.678:,} {12345678:_} {0.256:.1%} {255:#x} {255:b} {-7:+d} {True:d} {3.0}')
    print('{:>10}|{:<10}|{:^10}'.format('right', 'left', 'mid'), '{:.3}'.format('abcdef'))
    print('a', 'b', 'c', sep=', ', end='.\n')
    print('{!s} {!r} {}'.format('x', 'y', [1, 2.5, None]), '%s %%' % (50,), '%(k)s' % {'k': 'v'})
    print("=" * 30, "done".center(30, '-'), f"{'end':=^30}", sep='\n')


asyncio.run(main())
