import asyncio

async def main():
    async def f():
        try: await asyncio.sleep(5)
        except GeneratorExit: print('closed'); raise
        except ValueError as e: print('thrown', e); return 'ret'
    c = f(); c.send(None); c.close()
    d = f(); d.send(None)
    try: d.throw(ValueError('x'))
    except StopIteration as e: print('stop', e.value)
    e = f(); e.close()
    try: await e
    except RuntimeError as x: print(x)

asyncio.run(main())
