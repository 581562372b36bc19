"""The ledger is written; then the money leaves one account and arrives in the other at once.

Holds wherever a transfer is cancelled: no await stands between the two halves.
"""
# sim:
#   name: half-transfer-fixed
#   expect:
#     finally: [sum(accounts.values()) == 300]
#   explore: { vary: [cancel] }
import asyncio

accounts = {'rent': 100, 'savings': 200}


async def write_ledger(text):
    await asyncio.sleep(0.02)
    print(text)


async def transfer(payer, payee, amount):
    await write_ledger(f'{amount} from {payer} to {payee}')
    accounts[payer] -= amount
    accounts[payee] += amount


async def main():
    transfers = [transfer('rent', 'savings', 30), transfer('savings', 'rent', 50)]
    await asyncio.gather(*transfers, return_exceptions=True)


if __name__ == '__main__':
    asyncio.run(main())
