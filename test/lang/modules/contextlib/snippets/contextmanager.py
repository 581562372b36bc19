from contextlib import contextmanager, AbstractContextManager, ContextDecorator


def chain(error):
    parts = []
    seen = 0
    while error is not None and seen < 10:
        cause = '' if error.__cause__ is None else f' from {error.__cause__!r}'
        parts.append(f'{error!r}{cause} {error.__suppress_context__}')
        error = error.__context__
        seen += 1
    return ' <- '.join(parts)


@contextmanager
def tag(name, *, loud=False):
    """A tag."""
    print(f'<{name}>', loud)
    try:
        yield name.upper()
    except KeyError as error:
        print('swallowed', error)
    finally:
        print(f'</{name}>')


with tag('a') as value:
    print(value)
with tag('b', loud=True):
    raise KeyError('k')
try:
    with tag('c'):
        raise ValueError('v')
except ValueError as error:
    print(chain(error), error.__traceback__.tb_lineno)
try:
    tag()
except TypeError as error:
    print(error)
try:
    tag('a', 'b')
except TypeError as error:
    print(error)
try:
    contextmanager()
except TypeError as error:
    print(error)
print(tag.__name__, tag.__qualname__, tag.__doc__, tag.__module__, tag.__wrapped__ is not tag)
print(repr(tag).split(' at ')[0], repr(tag('q')).split(' at ')[0], type(tag('q')))


@contextmanager
def silent():
    if False:
        yield


@contextmanager
def twice(error=False):
    try:
        yield 1
    except ValueError:
        pass
    try:
        yield 2
    finally:
        print('second closed')


@contextmanager
def other():
    try:
        yield
    except ValueError:
        raise KeyError('instead')


@contextmanager
def caused():
    try:
        yield
    except ValueError as error:
        raise KeyError('instead') from error


@contextmanager
def final():
    try:
        yield
    finally:
        raise OSError('in finally')


@contextmanager
def returning():
    try:
        yield
    except BaseException:
        return 5


@contextmanager
def again():
    try:
        yield
    except Exception as error:
        raise error


@contextmanager
def stubborn():
    try:
        yield
        yield
    except GeneratorExit:
        raise LookupError('no')


@contextmanager
def passing():
    yield


def attempt(make, error=None):
    try:
        with make() as value:
            if error is not None:
                raise error
        print(make.__name__, 'went on', value)
    except BaseException as caught:
        print(make.__name__, chain(caught), caught is error)


for make in [silent, twice, other, caused, final, returning, again, stubborn, passing]:
    attempt(make)
    attempt(make, ValueError('body'))
    attempt(make, StopIteration('stop'))
    attempt(make, RuntimeError('run'))
    attempt(make, GeneratorExit())
    try:
        raise IndexError('outer')
    except IndexError:
        attempt(make, ValueError('inner'))
        attempt(make)

manager = tag('once')
with manager:
    pass
try:
    with manager:
        pass
except AttributeError as error:
    print(error)
try:
    manager(print)('x')
except AttributeError as error:
    print(error)


@tag('deco')
def add(a, b=2):
    """Adds."""
    print('adding')
    return a + b


print(add(1), add(b=5, a=1))
print(add.__name__, add.__doc__, repr(add).split(' at ')[0])


@tag('failing')
def fail(error):
    raise error


print(fail(KeyError('x')))
try:
    fail(ValueError('y'))
except ValueError as error:
    print(chain(error))


class Box:
    def __init__(self):
        self.items = []

    @contextmanager
    def adding(self, item):
        self.items.append(item)
        yield self
        self.items.remove(item)

    @staticmethod
    @contextmanager
    def fixed():
        yield 'fixed'

    @classmethod
    @contextmanager
    def of(cls):
        yield cls.__name__


box = Box()
with box.adding(1) as same, box.adding(2):
    print(same is box, box.items)
print(box.items)
with Box.fixed() as text, Box.of() as name:
    print(text, name)
print(Box.adding.__qualname__, repr(Box.adding).split(' at ')[0])


@contextmanager
def plain():
    return iter([1])


with_plain = plain()
print(with_plain.__enter__())
try:
    with_plain.__exit__(ValueError, ValueError('z'), None)
except AttributeError as error:
    print(error)


@contextmanager
async def wrong():
    yield


try:
    with wrong():
        pass
except TypeError as error:
    print(error)
try:
    with tag:
        pass
except TypeError as error:
    print(error)


class Timer(ContextDecorator):
    def __enter__(self):
        print('start')
        return self

    def __exit__(self, *exc):
        print('end', exc[0])
        return exc[0] is KeyError


@Timer()
def work(n):
    print('work', n)
    if n:
        raise n


work(0)
print(work(KeyError('k')))
try:
    work(ValueError('w'))
except ValueError as error:
    print(repr(error))


class Own(AbstractContextManager):
    def __exit__(self, *exc):
        print('own exit', exc[:2])


class Half(AbstractContextManager):
    pass


class Duck:
    def __enter__(self):
        pass

    def __exit__(self, *exc):
        pass


with Own() as own:
    print(type(own).__name__)
try:
    Half()
except TypeError as error:
    print(error)
print(isinstance(Duck(), AbstractContextManager), issubclass(Duck, AbstractContextManager))
print(isinstance(manager, AbstractContextManager), isinstance(3, AbstractContextManager))
