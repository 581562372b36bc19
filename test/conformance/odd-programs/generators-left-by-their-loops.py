import asyncio

def numbers():
    try:
        yield from range(1, 4)
    finally:
        print('over')

class Walk:
    def __iter__(self):
        return numbers()

def first(iterable):
    for item in iterable:
        return item

def fresh():
    return numbers()

async def main():
    for item in numbers():
        break
    print('broken')
    for item in enumerate(fresh()):
        break
    for item in fresh():
        break
    for item in (-each for each in numbers()):
        break
    for item in Walk():
        break
    print('first', first(numbers()))
    try:
        for item in numbers():
            raise KeyError(item)
    except KeyError as e:
        print('caught', e.args)
    try:
        print([1 // (item - 1) for item in numbers()])
    except ZeroDivisionError:
        print('divided')
    print(any(numbers()), sum(numbers()))
    named = numbers()
    for item in named:
        break
    print('named goes on', next(named))
    named = numbers()
    print('the other goes on', next(named))

asyncio.run(main())
