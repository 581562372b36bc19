"""Money leaves one account, the ledger is written, the money arrives in the other.

Fails by cancel: a transfer that is cancelled while the ledger is written has taken the money.
"""
# sim:
#   name: half-transfer
#   expect:
#     finally: [sum(accounts.values()) == 300]
#   explore: { vary: [cancel] }
import asyncio

accounts = {'rent': 100, 'savings': 200}


async def write_ledger(text):
    await asyncio.sleep(0.02)
    print(text)


async def transfer(payer, payee, amount):
    accounts[payer] -= amount
    await write_ledger(f'{amount} from {payer} to {payee}')
    accounts[payee] += amount


async def main():
    transfers = [transfer('rent', 'savings', 30), transfer('savings', 'rent', 50)]
    await asyncio.gather(*transfers, return_exceptions=True)


if __name__ == '__main__':
    asyncio.run(main())
