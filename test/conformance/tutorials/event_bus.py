from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable, DefaultDict, List, Type, TypeVar
from collections import defaultdict

E = TypeVar("E", bound="Event")
Handler = Callable[[E], Awaitable[None]]


@dataclass(frozen=True)
class Event:
    pass


@dataclass(frozen=True)
class UserCreated(Event):
    name: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class OrderPlaced(Event):
    order_id: int
    amount: float = 0.0


@dataclass
class EventBus:
    handlers: DefaultDict[Type[Event], List[Handler]] = field(default_factory=lambda: defaultdict(list))

    def subscribe(self, event_type: Type[E]) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            self.handlers[event_type].append(handler)
            return handler
        return register

    async def publish(self, event: Event) -> None:
        await asyncio.gather(*(h(event) for h in self.handlers[type(event)]))


bus = EventBus()


@bus.subscribe(UserCreated)
async def send_mail(event: UserCreated) -> None:
    await asyncio.sleep(0.2)
    print("mail to", event.name)


@bus.subscribe(UserCreated)
async def audit(event: UserCreated) -> None:
    await asyncio.sleep(0.1)
    print("audit:", event)


@bus.subscribe(OrderPlaced)
async def bill(event: OrderPlaced) -> None:
    print(f"billing {event.amount:,.2f} for #{event.order_id:05d}")


async def main() -> None:
    await bus.publish(UserCreated("ada", ("admin",)))
    await bus.publish(OrderPlaced(order_id=42, amount=12345.678))
    print({k.__name__: len(v) for k, v in bus.handlers.items()})
    print(UserCreated("x") == UserCreated("x"), hash(UserCreated("x")) == hash(UserCreated("x")))

asyncio.run(main())
