import asyncio


class Port(int):
    def __new__(cls, n):
        if not 0 < int(n) < 65536:
            raise ValueError("port out of range: %d" % int(n))
        return super().__new__(cls, n)

    def __repr__(self):
        return f"Port({int(self)})"


async def check(port):
    await asyncio.sleep(0.001 * port)
    return int(port), port in (22, 80, 443)


async def main():
    ports = [Port(p) for p in ("22", 80, 81)]
    for coro in asyncio.as_completed([check(p) for p in ports]):
        number, is_open = await coro
        port = Port(number)
        print(f"{port:>5} {'open' if is_open else 'closed'} {port!r} {port + 1}")
    try:
        Port(70000)
    except ValueError as e:
        print("error:", e)
    print(sum(ports), max(ports), sorted(ports, reverse=True), ports[0] == 22, {22: "ssh"}[ports[0]])


asyncio.run(main())
