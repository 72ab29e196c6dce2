"""
A buyer pays; label, mails, invoice and tracking follow within two minutes, and the parcel arrives.

The survey after delivery is not built yet.
"""

import re
import time

from playwright.sync_api import Browser, expect

from tests.acceptance.conftest import Demo, until

SKU = "KUB-1"
WITHIN = 120


def test_an_order_goes_to_the_door_with_nobody_touching_it(demo: Demo, browser: Browser) -> None:
    stock, began = demo.available(SKU), time.monotonic()
    placed = demo.buys((SKU, 2))
    name = placed["name"]
    owner = demo.as_("owner")

    order = demo.order(name, "Shipped")
    tracking = until(lambda: tracking_at_shop(demo, placed), "the shop shows no tracking number")
    mails = until(lambda: all_sent(owner.rows("/mail/", q=name), 3), "not all mails were sent")
    assert time.monotonic() - began < WITHIN

    (shipment,) = owner.rows("/shipments/", q=order["Order"])
    assert shipment["Status"] == "on its way"
    (invoice,) = owner.rows("/finance/invoices/", q=order["Order"])
    assert (invoice["Gross"], order["Total"]) == (placed["totalPrice"], placed["totalPrice"])
    assert sorted(row["Subject"].split()[0] for row in mails) == ["Faktura", "Mamy", "Zamówienie"]
    assert demo.available(SKU) == stock - 2
    until(lambda: demo.at_shop(SKU) == stock - 2, f"the shop shows {demo.at_shop(SKU)}, {stock - 2} are free")

    link = customer_link(demo, name)
    page = browser.new_page()
    page.goto(link)
    expect(page.locator("body")).to_contain_text(tracking)
    demo.carrier.post("advance", {"tracking_number": tracking, "to": "delivered"})
    demo.order(name, "Completed")
    page.close()


def tracking_at_shop(demo: Demo, placed: dict[str, object]) -> str:
    document = str(demo.shop.get(f"orders/{placed['id']}"))
    found = re.search(r"\b\d{18}\b", document)
    return found[0] if found else ""


def all_sent(rows: list[dict[str, str]], count: int) -> list[dict[str, str]]:
    return rows if len(rows) == count and {row["Status"] for row in rows} == {"sent"} else []


def customer_link(demo: Demo, name: str) -> str:
    """The link in the buyer's mail."""
    owner = demo.as_("owner")
    mail = re.search(r'href="(/mail/\d+/)"', owner.page(f"/mail/?q={name.replace('#', '%23')}"))
    assert mail is not None
    found = re.search(r"https?://[^\s\"<]+/o/[^\s\"<]+", owner.page(mail[1]))
    assert found is not None
    return found[0]
