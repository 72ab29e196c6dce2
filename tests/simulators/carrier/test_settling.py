"""Cash on delivery is paid out later, less the fee."""

from tests.simulators.carrier.driving import OTHER_TOKEN, Driver
from tests.simulators.carrier.orders import cod_order, courier_order


def abroad(country: str, postcode: str, amount: str, currency: str) -> dict[str, object]:
    order = cod_order(amount, currency)
    order["receiver"]["address"] |= {"country": country, "postcode": postcode}
    return order


def test_what_was_collected_is_paid_a_day_later_less_the_fee(carrier: Driver) -> None:
    first, second = carrier.create(cod_order("129.90")), carrier.create(cod_order("50.50"))
    for shipment in (first, second, carrier.create(courier_order())):
        carrier.advance(tracking_number=shipment["tracking_number"], to="delivered")
    carrier.advance(hours=23)
    assert carrier.get("/v1/cod-settlements")["settlements"] == []

    carrier.advance(hours=1)

    (settlement,) = carrier.get("/v1/cod-settlements")["settlements"]
    delivered = carrier.get(f"/v1/tracking/{first['tracking_number']}")["events"][-1]["occurred_at"]
    assert {name: settlement[name] for name in ("currency", "collected", "fee", "paid")} == {
        "currency": "PLN",
        "collected": "180.40",
        "fee": "1.81",
        "paid": "178.59",
    }
    assert settlement["transfer_title"] == f"COD {settlement['id']}"
    assert settlement["lines"][0] == {
        "shipment_id": first["id"],
        "reference": first["reference"],
        "tracking_number": first["tracking_number"],
        "collected": "129.90",
        "fee": "1.30",
        "paid": "128.60",
        "delivered_at": delivered,
    }
    assert settlement["lines"][1]["fee"] == "0.51"
    assert carrier.get(f"/v1/cod-settlements/{settlement['id']}") == settlement
    carrier.advance(hours=100)
    assert len(carrier.get("/v1/cod-settlements")["settlements"]) == 1


def test_each_currency_is_paid_apart_and_forints_have_no_digits(carrier: Driver) -> None:
    for order in (abroad("HU", "1011", "12345", "HUF"), abroad("SK", "81101", "10.00", "EUR"), cod_order("10")):
        carrier.advance(tracking_number=carrier.create(order)["tracking_number"], to="delivered")
    carrier.advance(hours=24)

    paid = {
        each["currency"]: (each["collected"], each["fee"], each["paid"])
        for each in carrier.get("/v1/cod-settlements")["settlements"]
    }

    assert paid == {
        "HUF": ("12345", "123", "12222"),
        "EUR": ("10.00", "0.10", "9.90"),
        "PLN": ("10.00", "0.10", "9.90"),
    }


def test_what_was_not_delivered_is_not_paid(carrier: Driver) -> None:
    carrier.advance(tracking_number=carrier.create(cod_order())["tracking_number"], to="returned")
    carrier.advance(hours=500)

    assert carrier.get("/v1/cod-settlements") == {"settlements": [], "next": None, "has_more": False}


def test_another_accounts_settlements_are_not_seen(carrier: Driver) -> None:
    carrier.advance(tracking_number=carrier.create(cod_order())["tracking_number"], to="delivered")
    carrier.advance(hours=24)
    (mine,) = carrier.get("/v1/cod-settlements")["settlements"]
    other = {"Authorization": f"Bearer {OTHER_TOKEN}"}

    assert carrier.call("GET", "/v1/cod-settlements", headers=other).json()["settlements"] == []
    assert carrier.call("GET", f"/v1/cod-settlements/{mine['id']}", headers=other).status_code == 404
