# Features: exception classes, chaining with from, __cause__, __context__, else/finally, traceback.
import asyncio
import traceback


class ApiError(Exception):
    """Anything that the API answers."""

    def __init__(self, status, reason='unknown'):
        super().__init__(f'{status} {reason}')
        self.status = status


class NotFound(ApiError):
    def __init__(self, what):
        super().__init__(404, f'{what} not found')
        self.what = what


async def lookup(table, key):
    await asyncio.sleep(0.1)
    try:
        value = table[key]
    except KeyError as error:
        raise NotFound(key) from error
    else:
        return int(value)
    finally:
        print('looked up', key)


async def main():
    table = {'a': '1', 'b': 'x'}
    for key in 'abc':
        try:
            print(await lookup(table, key))
        except NotFound as error:
            print(error, error.status, error.what, repr(error), repr(error.__cause__))
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error, error.__context__)
    results = await asyncio.gather(*(lookup(table, key) for key in 'abc'), return_exceptions=True)
    print(results, [isinstance(each, ApiError) for each in results])
    try:
        try:
            await lookup(table, 'z')
        except NotFound:
            raise RuntimeError('while handling')
    except RuntimeError as error:
        text = traceback.format_exc()
        print(text.count('Traceback'), text.splitlines()[-1], type(error.__context__).__name__)
    try:
        assert table == {}, 'not empty'
    except AssertionError as error:
        print('assert:', error)


asyncio.run(main())
