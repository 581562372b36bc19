# Features: TaskGroup, except*, exception groups, split, add_note.
import asyncio


class NotFound(LookupError):
    pass


async def fetch(page):
    await asyncio.sleep(page * 0.1)
    if page % 3 == 0:
        raise NotFound(f'page {page}')
    if page == 4:
        error = ValueError(page)
        error.add_note('four is never good')
        raise error
    return f'content of {page}'


async def fetch_all(pages):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(page), name=f'page {page}') for page in pages]
    return [task.result() for task in tasks]


async def stubborn():
    try:
        await asyncio.sleep(60)
    finally:
        raise OSError('while cleaning up')


async def main():
    print(await fetch_all([1, 2]))
    try:
        await fetch_all([1, 3, 5])
    except* NotFound as group:
        print(group, group.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(stubborn())
            group.create_task(fetch(4))
            group.create_task(fetch(2))
    except* ValueError as group:
        print('values:', group.exceptions[0].args, group.exceptions[0].__notes__)
    except* OSError as group:
        print('system:', [str(error) for error in group.exceptions])
    else:
        print('not reached')
    finally:
        print('finally')
    errors = ExceptionGroup('several', [NotFound('a'), ValueError('b'), ExceptionGroup('in', [NotFound('c')])])
    match, rest = errors.split(NotFound)
    print(repr(match), repr(rest), sep='\n')


asyncio.run(main())
