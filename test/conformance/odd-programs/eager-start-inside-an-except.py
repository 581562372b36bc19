import asyncio


async def fail(what):
    try:
        raise KeyError(what)
    except KeyError as error:
        print(what, repr(error.__context__))
        raise


async def twice():
    for what in ('at once', 'later'):
        try:
            await fail(what)
        except KeyError:
            await asyncio.sleep(0)


async def main():
    try:
        raise ValueError('handled')
    except ValueError:
        direct = asyncio.create_task(fail('direct'), eager_start=True)
        indirect = asyncio.create_task(twice(), eager_start=True)
        ordinary = asyncio.create_task(fail('ordinary'))
        print(repr(direct.exception().__context__))
        print((await asyncio.gather(indirect, ordinary, return_exceptions=True)))


asyncio.run(main())
