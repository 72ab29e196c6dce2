"""Labels: bought once whatever gets lost, refused with a reason, followed to the door."""

import pytest

from erp.carriers import services, talking
from erp.carriers.models import CarrierAccount, Label, TrackingReport
from erp.carriers.protocol import LabelRequest, Misconfigured, Parcel, Party, Retryable
from erp.carriers.queries import label_of
from erp.documents.models import Document
from erp.foundation import clock
from erp.foundation.actor import Actor
from erp.foundation.db import InsideTransaction
from erp.foundation.events.models import Event
from erp.foundation.money import Money
from erp.foundation.refs import Ref
from tests.factories.carriers import CarrierAccountFactory
from tests.simulators.carrier.conftest import MakeCarrier
from tests.simulators.carrier.driving import Driver

EWA = Actor("user", "3")
PARCEL = Ref("tests.parcel", "7")


def party(**changes: str) -> Party:
    values = {
        "name": "Żaneta Źródlana",
        "firm": "",
        "street": "ul. Święty Marcin 7/3",
        "street2": "",
        "city": "Poznań",
        "postcode": "61-803",
        "country": "PL",
        "phone": "+48 501 502 503",
        "email": "zaneta@example.com",
    }
    return Party(**(values | changes))


def a_request(**changes: object) -> LabelRequest:
    values: dict[str, object] = {
        "reference": "",
        "service": "courier",
        "sender": party(name="Magazyn", firm="Lipa sp. z o.o.", email="magazyn@lipa.example"),
        "receiver": party(),
        "parcels": [Parcel(weight_g=2500, length_mm=400, width_mm=300, height_mm=200)],
    }
    return LabelRequest(**(values | changes))  # type: ignore[arg-type]


def account_at(carrier: Driver, **changes: object) -> CarrierAccount:
    return CarrierAccountFactory(settings={"url": carrier.url}, **changes)


def ask(account: CarrierAccount, request: LabelRequest | None = None) -> Label:
    return services.ask_label(account=account, owner=PARCEL, request=request or a_request(), actor=EWA, at=clock.now())


def events(name: str) -> int:
    return Event.objects.filter(name=name).count()


def shipments(carrier: Driver) -> int:
    return len(carrier.call("GET", "/v1/shipments").json()["shipments"])


def test_a_label_is_bought_with_its_files(own_db: str, carrier: Driver) -> None:
    label = ask(account_at(carrier))
    talking.buy_label(label_id=label.pk, actor=EWA)

    label.refresh_from_db()
    assert (label.status, label.tracking, len(label.tracking_number)) == ("bought", "announced", 18)
    assert Money(label.cost, label.currency).amount > 0
    files = Document.objects.filter(owner_kind="carriers.label", owner_key=str(label.pk)).order_by("media_type")
    assert [(file.media_type, file.name) for file in files] == [
        ("application/pdf", f"{label.tracking_number}.pdf"),
        ("application/zpl", f"{label.tracking_number}.zpl"),
    ]
    assert events("carriers.LabelBought") == 1


def test_buying_twice_makes_one_shipment(own_db: str, carrier: Driver) -> None:
    label = ask(account_at(carrier))
    talking.buy_label(label_id=label.pk, actor=EWA)
    talking.buy_label(label_id=label.pk, actor=EWA)
    assert shipments(carrier) == 1
    assert events("carriers.LabelBought") == 1


def test_an_answer_lost_after_the_carrier_worked_makes_no_second_shipment(own_db: str, carrier: Driver) -> None:
    label = ask(account_at(carrier))
    fault = {"kind": "lost_answer", "method": "POST", "path": "/v1/shipments", "times": 1}
    carrier.post("/_sim/faults", fault, 201)

    with pytest.raises(Retryable):
        talking.buy_label(label_id=label.pk, actor=EWA)
    talking.buy_label(label_id=label.pk, actor=EWA)

    label.refresh_from_db()
    assert (label.status, shipments(carrier)) == ("bought", 1)


@pytest.mark.parametrize("kind", ["error_500", "error_503", "rate_limited", "malformed"])
def test_a_carrier_in_trouble_means_later(own_db: str, carrier: Driver, kind: str) -> None:
    label = ask(account_at(carrier))
    carrier.post("/_sim/faults", {"kind": kind, "path": "/v1/shipments*", "times": 1}, 201)

    with pytest.raises(Retryable):
        talking.buy_label(label_id=label.pk, actor=EWA)
    label.refresh_from_db()
    assert label.status == "asked"

    talking.buy_label(label_id=label.pk, actor=EWA)
    label.refresh_from_db()
    assert (label.status, shipments(carrier)) == ("bought", 1)


def test_a_refusal_names_the_field_and_no_person(own_db: str, carrier: Driver) -> None:
    label = ask(account_at(carrier), a_request(receiver=party(postcode="6180")))
    talking.buy_label(label_id=label.pk, actor=EWA)

    label.refresh_from_db()
    assert (label.status, events("carriers.LabelFailed")) == ("failed", 1)
    assert label.reason == ("The carrier refuses: validation_failed (/receiver/address/postcode: postcode_invalid)")


def test_after_a_refusal_the_label_is_asked_for_under_a_new_reference(own_db: str, carrier: Driver) -> None:
    account = account_at(carrier)
    first = ask(account, a_request(receiver=party(postcode="6180")))
    talking.buy_label(label_id=first.pk, actor=EWA)

    second = ask(account)
    talking.buy_label(label_id=second.pk, actor=EWA)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("cancelled", "bought")
    assert second.reference == "tests.parcel-7/2"
    assert label_of(PARCEL) == second
    assert ask(account) == second


def test_a_wrong_token_is_written_on_the_account(own_db: str, carrier: Driver) -> None:
    account = account_at(carrier, token="wrong")
    label = ask(account)
    with pytest.raises(Misconfigured):
        talking.buy_label(label_id=label.pk, actor=EWA)
    account.refresh_from_db()
    assert account.problem == "The carrier refuses the token of this account."
    assert "wrong" not in str(account.__dict__.get("settings"))


def test_a_cancelled_label_is_cancelled_at_the_carrier(own_db: str, carrier: Driver) -> None:
    label = ask(account_at(carrier))
    talking.buy_label(label_id=label.pk, actor=EWA)
    talking.cancel_label(label_id=label.pk, actor=EWA)

    label.refresh_from_db()
    at_carrier = carrier.call("GET", f"/v1/shipments/{label.remote_id}").json()
    assert (label.status, at_carrier["status"]) == ("cancelled", "cancelled")


def test_a_bought_label_is_not_dropped_without_the_carrier(own_db: str, carrier: Driver) -> None:
    label = ask(account_at(carrier))
    talking.buy_label(label_id=label.pk, actor=EWA)
    with pytest.raises(services.LabelWithCarrier):
        services.drop_label(owner=PARCEL, actor=EWA, at=clock.now())
    label.refresh_from_db()
    assert label.status == "bought"


def test_a_parcel_is_followed_to_the_door_each_report_once(own_db: str, carrier: Driver) -> None:
    account = account_at(carrier)
    label = ask(account)
    talking.buy_label(label_id=label.pk, actor=EWA)
    carrier.post("/_sim/advance", {"tracking_number": label_number(label), "to": "delivered"}, 200)

    new = talking.follow_parcels(account=account, actor=EWA)
    account.refresh_from_db()
    again = talking.follow_parcels(account=account, actor=EWA)
    account.tracking_cursor = ""
    from_the_start = talking.follow_parcels(account=account, actor=EWA)

    label.refresh_from_db()
    assert (again, from_the_start) == (0, 0)
    assert new == TrackingReport.objects.filter(label=label).count() > 2
    assert label.tracking == "delivered"
    assert events("carriers.TrackingChanged") == 1


def label_number(label: Label) -> str:
    label.refresh_from_db()
    return label.tracking_number


def test_talking_inside_a_transaction_is_refused(own_db: str, carrier: Driver) -> None:
    from django.db import transaction

    label = ask(account_at(carrier))
    with transaction.atomic(), pytest.raises(InsideTransaction):
        talking.buy_label(label_id=label.pk, actor=EWA)


def test_a_carrier_that_dies_and_returns_gives_one_label(own_db: str, start_carrier: MakeCarrier) -> None:
    carrier = start_carrier("--label-delay", "0")
    label = ask(account_at(carrier))
    carrier.post(
        "/_sim/faults", {"kind": "die", "method": "POST", "path": "/v1/shipments", "when": "after", "times": 1}, 201
    )
    with pytest.raises(Retryable):
        talking.buy_label(label_id=label.pk, actor=EWA)
    carrier.wait_dead()
    carrier.start()
    CarrierAccount.objects.update(settings={"url": carrier.url})

    talking.buy_label(label_id=label.pk, actor=EWA)
    label.refresh_from_db()
    assert (label.status, shipments(carrier)) == ("bought", 1)
