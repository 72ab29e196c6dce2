"""What benchmarks of orders stand on: a company of its own per run, goods in stock, and drafts without end."""

import itertools
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from erp.crm.contacts import Contact, PostalAddress
from erp.demo import founding
from erp.foundation.actor import SYSTEM, Actor
from erp.foundation.events.models import Delivery, DeliveryState
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from erp.inventory import services as inventory
from erp.orders.drafts import LineDraft, OrderDraft, PaymentTerms

LINES = 3
PRICE, COST = Decimal("9.95"), Decimal("4.00")
PLENTY = Decimal(10_000_000)
AT_ONCE = 2000


@dataclass(slots=True)
class Ground:
    """A company with goods; ``variants`` by SKU, in the order in which they were made."""

    firm: founding.Firm
    variants: dict[str, int]
    at: datetime
    source: str
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    @property
    def actor(self) -> Actor:
        return Actor("channel", self.source)

    def draft(self, skus: list[str], *, quantity: int = 1, accept_shortage: bool = True) -> OrderDraft:
        """An order on account of a new customer, to be sent to an address; no two are the same."""
        number = next(self.numbers)
        lines = tuple(
            LineDraft(
                source_line_ref=f"{number}/{place}",
                sku=sku,
                title=sku,
                quantity=Decimal(quantity),
                unit_price=Money(PRICE, founding.CURRENCY),
                variant_id=self.variants[sku],
            )
            for place, sku in enumerate(skus)
        )
        name = f"Buyer {number}"
        return OrderDraft(
            company_id=self.firm.company.pk,
            sales_channel_id=self.firm.shop.pk,
            source=self.source,
            source_ref=str(number),
            placed_at=self.at,
            currency=founding.CURRENCY,
            prices_include_tax=False,
            total=Money(PRICE * quantity * len(skus), founding.CURRENCY),
            contact=Contact(
                source=self.source, remote_id=f"b{number}", name=name, email=f"{self.source[6:]}.{number}@example.com"
            ),
            lines=lines,
            shipping_address=PostalAddress(
                name=name, street="2 High Street", city="York", postcode="YO1 7EP", country="GB"
            ),
            payment_terms=PaymentTerms.ON_ACCOUNT,
            locations=(self.firm.warehouse.pk,),
            accept_shortage=accept_shortage,
        )

    def drafts(self, count: int) -> list[OrderDraft]:
        """Orders of three lines each, whose goods go round the whole catalogue."""
        skus = itertools.cycle(self.variants)
        return [self.draft(list(itertools.islice(skus, LINES))) for _ in range(count)]


def prepare(name: str, at: datetime, *, skus: int, stock: Decimal = PLENTY) -> Ground:
    """A new company of this name with so many goods, of each so much."""
    firm = founding.found(name, at)
    items = [founding.Item(f"SKU-{number:05}", f"Thing {number}") for number in range(1, skus + 1)]
    variants = dict(sorted(founding.load_catalogue(firm.company, items, at).items()))
    stock_up(firm, variants, stock, at)
    return Ground(firm, variants, at, f"bench:{firm.company.pk}")


def stock_up(firm: founding.Firm, variants: dict[str, int], quantity: Decimal, at: datetime) -> None:
    """Opening stock, some thousand lines a posting; safe to repeat."""
    lines = [
        inventory.Receipt(sku, variant, firm.warehouse.pk, quantity, Money(COST, founding.CURRENCY))
        for sku, variant in variants.items()
    ]
    for start in range(0, len(lines), AT_ONCE):
        origin = Ref("demo.opening", f"{firm.company.pk}/{start}")
        batch = lines[start : start + AT_ONCE]
        inventory.receive_stock(lines=batch, origin=origin, purpose="opening", actor=SYSTEM, at=at)


def put_aside() -> None:
    """What other benchmarks have told nobody wants to hear: no delivery waits any more."""
    waiting = Delivery.objects.exclude(state=DeliveryState.DONE)
    waiting.update(state=DeliveryState.DONE, claim=None, lease_until=None)
