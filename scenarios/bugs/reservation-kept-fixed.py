"""Goods are reserved while their buyer pays; whatever ends that, they are given back.

Holds wherever a buyer is cancelled.
"""
# sim:
#   name: reservation-kept-fixed
#   expect:
#     finally: [stock + sold == 5]
#   explore: { vary: [cancel] }
import asyncio

stock = 5
sold = 0


async def pay(amount):
    await asyncio.sleep(0.03)
    if amount > 100:
        raise PermissionError('declined')


async def buy(count, price):
    global stock, sold
    stock -= count
    try:
        await pay(count * price)
    except BaseException:
        stock += count
        raise
    sold += count


async def main():
    ended = await asyncio.gather(buy(2, 30), buy(3, 40), return_exceptions=True)
    print(stock, 'left', sold, 'sold', ended)


if __name__ == '__main__':
    asyncio.run(main())
