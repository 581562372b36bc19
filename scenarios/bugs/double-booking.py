"""A seat is looked up, the card is charged, and only then the seat is taken.

Fails by timing, when somebody else asks for the seat while the card is being charged.
"""
# sim:
#   name: double-booking
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
    await charge(customer)
    seats[seat] = customer


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
