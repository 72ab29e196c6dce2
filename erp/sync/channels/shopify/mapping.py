"""Shopify's order as our draft: pure, exact, and nothing guessed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from erp.crm.contacts import Contact, PostalAddress
from erp.foundation.money import Money
from erp.orders.drafts import (
    ChargeDraft,
    ChargeKind,
    LineDraft,
    OrderDraft,
    PaymentTerms,
    RefundDraft,
    RefundLineDraft,
    Restock,
    TenderDraft,
    TenderRefundDraft,
)
from erp.sync.protocol import RemoteCustomer, Terminal

Node = Mapping[str, Any]

# Methods by gateway; whatever a gateway calls itself otherwise is a card or an online payment.
_METHODS = {
    "gift_card": "gift_card",
    "shopify_store_credit": "store_credit",
    "cash on delivery (cod)": "cod",
    "cash_on_delivery": "cod",
    "cash on delivery": "cod",
    "bank deposit": "transfer",
    "bank_deposit": "transfer",
    "money order": "transfer",
}
_ON_DELIVERY = {name for name, method in _METHODS.items() if method == "cod"}
_RESTOCK = {"CANCEL": Restock.CANCEL, "RETURN": Restock.RETURN}
_PAID = {"SALE", "CAPTURE"}


def order_draft(
    order: Node, *, company_id: int, sales_channel_id: int, source: str, locations: tuple[int, ...] | None
) -> OrderDraft:
    """
    The order as the shop has it now, in the shop's currency; the buyer's total stands beside it.

    :raises Terminal: when a list that must be whole is cut off.
    """
    currency = order["currencyCode"]
    buyer = order["totalPriceSet"]["presentmentMoney"]
    return OrderDraft(
        company_id=company_id,
        sales_channel_id=sales_channel_id,
        source=source,
        source_ref=order["id"],
        source_number=order["name"],
        source_updated_at=datetime.fromisoformat(order["updatedAt"]),
        placed_at=datetime.fromisoformat(order["processedAt"] or order["createdAt"]),
        currency=currency,
        prices_include_tax=order["taxesIncluded"],
        total=money(order["totalPriceSet"]),
        buyer_total=Money(buyer["amount"], buyer["currencyCode"]),
        contact=_contact(order, source),
        lines=tuple(_line(line) for line in _whole(order["lineItems"])),
        charges=tuple(_charges(order)),
        tenders=tuple(_tenders(order["transactions"])),
        refunds=tuple(_refund(refund, order["taxesIncluded"]) for refund in order["refunds"]),
        shipping_address=_address(order["shippingAddress"]),
        billing_address=_address(order["billingAddress"]),
        payment_terms=_terms(order),
        delivery_method=next((line["title"] for line in order["shippingLines"]["nodes"]), ""),
        pickup_point=_pickup_point(order["customAttributes"]),
        note=order["note"] or "",
        locations=locations,
        cancelled_at=datetime.fromisoformat(order["cancelledAt"]) if order["cancelledAt"] else None,
        cancel_reason=(order["cancelReason"] or "").lower(),
    )


def money(bag: Node) -> Money:
    """The shop's side of an amount in two currencies."""
    shop = bag["shopMoney"]
    return Money(str(shop["amount"]), shop["currencyCode"])


def _whole(connection: Node) -> Sequence[Node]:
    if connection["pageInfo"]["hasNextPage"]:
        raise Terminal("A list of the order is longer than one page and was not read to its end.")
    nodes: Sequence[Node] = connection["nodes"]
    return nodes


def _line(line: Node) -> LineDraft:
    title = line["title"] + (f" · {line['variantTitle']}" if line["variantTitle"] else "")
    return LineDraft(
        source_line_ref=line["id"],
        sku=line["sku"] or "",
        title=title,
        quantity=Decimal(line["quantity"]),
        unit_price=money(line["originalUnitPriceSet"]),
        discounts=tuple(money(item["allocatedAmountSet"]) for item in line["discountAllocations"]),
        tax=_tax(line["taxLines"]),
        tax_rate=_rate(line["taxLines"]),
        requires_shipping=line["requiresShipping"],
        gift_card=line["isGiftCard"],
    )


def _charges(order: Node) -> Iterable[ChargeDraft]:
    for line in _whole(order["shippingLines"]):
        price, discounted = money(line["originalPriceSet"]), money(line["discountedPriceSet"])
        yield ChargeDraft(
            kind=ChargeKind.SHIPPING,
            title=line["title"],
            amount=price,
            discounts=(price - discounted,) if price != discounted else (),
            tax=_tax(line["taxLines"]),
            tax_rate=_rate(line["taxLines"]),
            source_ref=line["id"] or "",
        )
    for fee in order["additionalFees"]:
        yield ChargeDraft(
            kind=ChargeKind.FEE,
            title=fee["name"],
            amount=money(fee["price"]),
            tax=_tax(fee["taxLines"]),
            tax_rate=_rate(fee["taxLines"]),
            source_ref=fee["id"],
        )
    rounding = order["totalCashRoundingAdjustment"]["paymentSet"]
    for kind, title, bag in (
        (ChargeKind.TIP, "Tip", order["totalTipReceivedSet"]),
        (ChargeKind.DUTY, "Duties", order["originalTotalDutiesSet"]),
        (ChargeKind.ROUNDING, "Rounding", rounding),
    ):
        if bag and money(bag):
            yield ChargeDraft(kind=kind, title=title, amount=money(bag))


def _tax(lines: Sequence[Node]) -> Money | None:
    amounts = [money(line["priceSet"]) for line in lines]
    return Money.total(amounts, amounts[0].currency) if amounts else None


def _rate(lines: Sequence[Node]) -> Decimal | None:
    rates = {Decimal(str(line["ratePercentage"])) for line in lines if line["ratePercentage"] is not None}
    return rates.pop() if len(lines) == 1 and rates else None


def _tenders(transactions: Sequence[Node]) -> Iterable[TenderDraft]:
    captured = {item["parentTransaction"]["id"] for item in transactions if _captures(item)}
    for item in transactions:
        if item["kind"] == "AUTHORIZATION" and item["id"] in captured:
            continue
        if item["kind"] in _PAID or item["kind"] == "AUTHORIZATION":
            yield TenderDraft(
                remote_id=item["id"],
                method=_method(item),
                amount=money(item["amountSet"]),
                state=_tender_state(item),
                at=datetime.fromisoformat(item["processedAt"] or item["createdAt"]),
                gateway=item["formattedGateway"] or item["gateway"] or "",
                reference=item["paymentId"] or "",
            )


def _captures(item: Node) -> bool:
    return item["kind"] == "CAPTURE" and item["status"] == "SUCCESS" and bool(item["parentTransaction"])


def _method(item: Node) -> str:
    gateway = (item["gateway"] or "").casefold()
    return _METHODS.get(gateway) or _METHODS.get((item["formattedGateway"] or "").casefold()) or "card"


def _tender_state(item: Node) -> str:
    if item["status"] == "SUCCESS":
        return "authorised" if item["kind"] == "AUTHORIZATION" else "paid"
    return "pending" if item["status"] in ("PENDING", "AWAITING_RESPONSE") else "failed"


def _refund(refund: Node, tax_inside: bool) -> RefundDraft:
    """
    The vendor's subtotals hold the tax exactly when the order's prices do.

    Where nothing was paid (an unpaid order that is cancelled) its parts are told with their prices all the same, but
    no money goes back: then only the quantities count.
    """
    amount = money(refund["totalRefundedSet"])
    zero = Money.zero(amount.currency)
    lines = [_refund_line(line, tax_inside) for line in _whole(refund["refundLineItems"])]
    if not amount and not _whole(refund["transactions"]):
        return RefundDraft(
            source_ref=refund["id"],
            amount=amount,
            at=datetime.fromisoformat(refund["createdAt"]),
            lines=tuple(replace(line, amount=zero, tax=zero) for line in lines),
            tax=zero,
            reason=refund["note"] or "",
        )
    shipping = [
        (money(line["subtotalAmountSet"]), money(line["taxAmountSet"]))
        for line in _whole(refund["refundShippingLines"])
    ]
    # The vendor's sign: what the parts would have given less what was given (shopify.dev, Refund: refund_discrepancy).
    adjustments = [
        zero - money(item["amountSet"]) - money(item["taxAmountSet"]) for item in _whole(refund["orderAdjustments"])
    ]
    tax = sum((line.tax or zero for line in lines), sum((tax for _whole_sum, tax in shipping), zero))
    return RefundDraft(
        source_ref=refund["id"],
        amount=amount,
        at=datetime.fromisoformat(refund["createdAt"]),
        lines=tuple(lines),
        shipping=sum((whole for whole, _tax_part in shipping), zero) if shipping else None,
        shipping_tax=sum((tax_part for _sum, tax_part in shipping), zero) if shipping else None,
        adjustment=sum(adjustments, zero) if adjustments else None,
        tax=tax,
        reason=refund["note"] or "",
        tenders=tuple(
            TenderRefundDraft(
                remote_id=item["id"],
                amount=money(item["amountSet"]),
                state={"SUCCESS": "done", "FAILURE": "failed", "ERROR": "failed"}.get(item["status"], "pending"),
                at=datetime.fromisoformat(item["processedAt"] or item["createdAt"]),
                tender_remote_id=item["parentTransaction"]["id"] if item["parentTransaction"] else None,
            )
            for item in _whole(refund["transactions"])
        ),
    )


def _with_tax(subtotal: Node, tax: Node, tax_inside: bool) -> Money:
    return money(subtotal) if tax_inside else money(subtotal) + money(tax)


def _refund_line(line: Node, tax_inside: bool) -> RefundLineDraft:
    return RefundLineDraft(
        source_line_ref=line["lineItem"]["id"],
        quantity=Decimal(line["quantity"]),
        amount=_with_tax(line["subtotalSet"], line["totalTaxSet"], tax_inside),
        tax=money(line["totalTaxSet"]),
        restock=_RESTOCK.get(line["restockType"], Restock.NO_RESTOCK),
    )


def _contact(order: Node, source: str) -> Contact:
    customer = order["customer"] or {}
    email = order["email"] or (customer.get("defaultEmailAddress") or {}).get("emailAddress")
    name = " ".join(part for part in (customer.get("firstName"), customer.get("lastName")) if part)
    address = order["billingAddress"] or order["shippingAddress"] or {}
    return Contact(
        source=source,
        remote_id=customer.get("id"),
        name=name or address.get("name") or "",
        email=email,
        email_verified=bool(customer.get("verifiedEmail")) and email == _own_email(customer),
        phone=order["phone"] or address.get("phone") or "",
        language=(order["customerLocale"] or customer.get("locale") or "en")[:2].lower(),
        firm=address.get("company") or "",
    )


def remote_customer(customer: Node, source: str, *, version: str) -> RemoteCustomer:
    """A customer as such, apart from any order: by the address that the shop keeps for them."""
    address = customer["defaultAddress"] or {}
    name = " ".join(part for part in (customer["firstName"], customer["lastName"]) if part)
    return RemoteCustomer(
        remote_id=customer["id"],
        contact=Contact(
            source=source,
            remote_id=customer["id"],
            name=name or address.get("name") or "",
            email=_own_email(customer),
            email_verified=bool(customer["verifiedEmail"]),
            phone=(customer["defaultPhoneNumber"] or {}).get("phoneNumber") or address.get("phone") or "",
            language=(customer["locale"] or "en")[:2].lower(),
            firm=address.get("company") or "",
        ),
        address=_address(customer["defaultAddress"]),
        version=version,
    )


def _own_email(customer: Node) -> str | None:
    return (customer.get("defaultEmailAddress") or {}).get("emailAddress")


def _address(address: Node | None) -> PostalAddress | None:
    if not address:
        return None
    return PostalAddress(
        name=address["name"] or "",
        firm=address["company"] or "",
        street=address["address1"] or "",
        street2=address["address2"] or "",
        city=address["city"] or "",
        postcode=address["zip"] or "",
        region=address["provinceCode"] or "",
        country=address["countryCodeV2"] or "",
        phone=address["phone"] or "",
    )


def _terms(order: Node) -> PaymentTerms:
    gateways = {name.casefold() for name in order["paymentGatewayNames"]}
    return PaymentTerms.ON_DELIVERY if gateways & _ON_DELIVERY else PaymentTerms.PREPAID


def _pickup_point(attributes: Sequence[Node]) -> str:
    """The locker's code, under the names that the common pick-up point apps write."""
    wanted = {"pickup_point", "paczkomat", "locker", "point_id"}
    return next((item["value"] or "" for item in attributes if item["key"].casefold() in wanted), "")
