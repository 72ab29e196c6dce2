"""Examples of connected shops; the address leads nowhere, so pages say that the shop does not answer."""

from erp.foundation import clock
from erp.foundation.actor import SYSTEM
from erp.foundation.organisation.models import Company
from erp.sync import services as sync
from erp.sync.models import ChannelAccount
from tests.contract.examples import example_for, example_of
from tests.factories.organisation import SalesChannelFactory


@example_of(ChannelAccount)
def account(company: Company) -> ChannelAccount:
    """A shop that is being connected."""
    return sync.connect_account(
        company=company,
        sales_channel=SalesChannelFactory.create(company=company),
        channel="shopify",
        name=f"Sklep {ChannelAccount.objects.count()}",
        settings={"address": "http://127.0.0.1:9"},
        access_token="t",
        webhook_secret="s",
        actor=SYSTEM,
        at=clock.now(),
    )


PAGES = (
    *("account", "access", "checks", "places", "taxes", "deliveries", "products", "products-job", "plan"),
    *("pause", "resume", "reconcile"),
)


@example_for(*(f"sync:{name}" for name in PAGES))
def named(company: Company) -> dict[str, object]:
    """The place of a shop in an address."""
    return {"pk": account(company).pk}
