"""The long jobs of connecting: looking at a shop's products, and taking them over."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.errors import BusinessError
from erp.foundation.jobs.kinds import JobKind, Start, Step, register
from erp.pricing.models import PriceList
from erp.sync import queries, services, taking_over
from erp.sync.channels import channel_of
from erp.sync.errors import ShopSays
from erp.sync.models import ChannelAccount
from erp.sync.protocol import Channel, ChannelError, ProductPage
from erp.sync.services.taking_over import Choices, Effect

LOOK, TAKE = "sync.look_at_products", "sync.take_over_products"
MOST_FAULTS = 500
_COUNTED = ("new", "bound", "prices", "stock")


def _look(start: Start) -> Iterator[Step]:
    account = _account(start)
    try:
        remotes = list(channel_of(account).variants())
    except ChannelError as error:
        raise ShopSays(reason=error.reason) from error
    found = taking_over.effects(account, remotes)
    result = taking_over.summary(remotes, found)
    yield Step(done=len(remotes), total=len(remotes), checkpoint={}, result=result)


def _take(start: Start) -> Iterator[Step]:
    """Page by page; what one product lacks keeps no other out. Goes on behind the last page that was taken over."""
    account = _account(start)
    try:
        yield from _pages(account, channel_of(account), start)
    except ChannelError as error:
        raise ShopSays(reason=error.reason) from error


def _pages(account: ChannelAccount, channel: Channel, start: Start) -> Iterator[Step]:
    if start.params["stock"]:
        _note_opening(account, start.actor)
    remotes = list(channel.variants())
    found = taking_over.effects(account, remotes)
    total = len({remote.product_id for remote in remotes})
    done = Counter(start.checkpoint.get("done", {}))
    faults: list[list[str]] = list(start.checkpoint.get("faults", []))
    for page in channel.products(str(start.checkpoint.get("after", ""))):
        failed = 0
        choices = _choices(account, channel, page, start.params)
        with translation.override(account.company.language):
            for product in page.products:
                try:
                    done += services.take_over_product(
                        account=account,
                        product=product,
                        effects=found,
                        choices=choices,
                        actor=start.actor,
                        at=clock.now(),
                    )
                except BusinessError as error:
                    failed += 1
                    skus = ", ".join(one.variant.sku for one in product.variants if one.variant.sku)
                    faults = [*faults, [skus[:120], product.title[:120], str(error)[:300]]][:MOST_FAULTS]
        state = {"done": {name: done[name] for name in _COUNTED}, "faults": faults}
        yield Step(
            done=len(page.products),
            failed=failed,
            total=total,
            checkpoint={"after": page.cursor, **state},
            result=state | _left_out(found),
        )
    said = {"products_at": clock.now().isoformat()}
    services.change_settings(account_id=account.pk, changes=said, actor=start.actor, at=clock.now())


def _left_out(found: dict[str, Effect]) -> dict[str, int]:
    counts = Counter(found.values())
    return {effect.value: counts[effect] for effect in (Effect.AMBIGUOUS, Effect.WITHOUT_SKU)}


def _choices(account: ChannelAccount, channel: Channel, page: ProductPage, params: Any) -> Choices:
    places = queries.mapped_locations([account.pk]).get(account.pk, [])
    classes = account.settings.get("tax_classes", {})
    return Choices(
        language=params["language"],
        price_list=PriceList.objects.filter(pk=params["price_list"]).first() if params["price_list"] else None,
        stock=taking_over.shown_stock(channel, places, page.products) if params["stock"] else {},
        taxable=classes.get("taxable", "standard"),
        untaxed=classes.get("untaxed", "exempt"),
    )


def _note_opening(account: ChannelAccount, actor: Actor) -> None:
    """From this moment on the shop's sales have to come in: its stock is ours as of now."""
    if "opening_at" not in account.settings:
        changes = {"opening_at": clock.now().isoformat()}
        services.change_settings(account_id=account.pk, changes=changes, actor=actor, at=clock.now())


def _account(start: Start) -> ChannelAccount:
    return ChannelAccount.objects.select_related("company").get(pk=start.params["account"])


register(JobKind(LOOK, _("Looking at the products of a shop"), _look, "sync.connect"))
register(JobKind(TAKE, _("Taking over the products of a shop"), _take, "catalog.import"))
