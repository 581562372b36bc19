# Features: logging with basicConfig, levels, formats, loggers and handlers; sys.stdout.
import asyncio
import logging
import sys

logging.basicConfig(
    level=logging.DEBUG,
    stream=sys.stdout,
    format='%(levelname)-8s %(name)s:%(funcName)s:%(lineno)d %(message)s',
)
logging.getLogger('asyncio').setLevel(logging.WARNING)
log = logging.getLogger(__name__)
quiet = logging.getLogger('app.quiet')
quiet.setLevel(logging.ERROR)


async def divide(a, b):
    log.debug('divide %s by %s', a, b)
    await asyncio.sleep(0.1)
    return a / b


async def main():
    log.info('start')
    print(await divide(1, 4))
    try:
        await divide(1, 0)
    except ZeroDivisionError:
        log.error('cannot divide')
        log.warning('with error: %r', sys.exc_info()[1])
    quiet.info('not shown')
    quiet.critical('shown: %d%% of %s', 50, {'a': 1})
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter('[{levelname}] {message}', style='{'))
    own = logging.getLogger('own')
    own.propagate = False
    own.addHandler(handler)
    own.info('%s %s', 'lazy', 'arguments')
    print(own, logging.getLevelName(30), log.isEnabledFor(logging.DEBUG), own.parent)
    logging.info('the root logger')


if __name__ == '__main__':
    asyncio.run(main())
