# Features: Runner, several asyncio.run, debug=, get_loop, results of run, nested run refused.
import asyncio


async def step(name):
    await asyncio.sleep(1)
    loop = asyncio.get_running_loop()
    print(name, loop.time(), loop.get_debug())
    return name.upper()


async def nested():
    try:
        asyncio.run(step('inner'))
    except RuntimeError as error:
        print(error)


with asyncio.Runner() as runner:
    print(runner.run(step('one')), runner.run(step('two')))
    print(runner.get_loop().is_running(), runner.get_loop().is_closed())
    loop = runner.get_loop()
print(loop.is_closed())
print(asyncio.run(step('three'), debug=True))
with asyncio.Runner(debug=True) as runner:
    runner.run(step('four'))
try:
    runner.run(step('five'))
except RuntimeError as error:
    print(error)
asyncio.run(nested())
for wrong in (step, 5):
    try:
        asyncio.run(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
