"""A seat is looked up and taken without a wait between; if the charge fails, it is free again.

Holds whatever the timing: the one who asks second finds the seat taken.
"""
# sim:
#   name: double-booking-fixed
#   expect:
#     finally: [sorted(charged) == sorted(seats.values())]
import asyncio
import random

seats = {}
charged = []


class SeatTaken(Exception):
    pass


async def charge(customer):
    await asyncio.sleep(random.uniform(0.02, 0.06))
    charged.append(customer)


async def book(seat, customer):
    if seat in seats:
        raise SeatTaken(f'seat {seat} is taken')
    seats[seat] = customer
    try:
        await charge(customer)
    except BaseException:
        del seats[seat]
        raise


async def customer(name, wishes):
    await asyncio.sleep(random.uniform(0.01, 0.1))
    for seat in wishes:
        try:
            await book(seat, name)
            print(f'{name} has seat {seat}')
            return
        except SeatTaken as error:
            print(f'{name}: {error}')


async def main():
    await asyncio.gather(customer('Ada', ['1A', '1B']), customer('Bob', ['1A', '2A']))


if __name__ == '__main__':
    asyncio.run(main())
