"""Labels, proved by reading them: as a printer of 203 dpi sees them, with a bar code reader."""

import io
import json
from typing import Any

import pypdf
import pytest
import zxingcpp
from PIL import Image

from erp.simulators.carrier.labels.content import LabelContent, label_contents
from erp.simulators.carrier.labels.pdf import render_png
from tests.simulators.carrier.conftest import MakeCarrier
from tests.simulators.carrier.driving import Driver, eventually
from tests.simulators.carrier.orders import PARCEL, cod_order, courier_order, locker_order
from tests.simulators.carrier.zpl_reading import codes_on, fields_on, labels_in


def contents_of(shipment: dict[str, Any]) -> list[LabelContent]:
    numbers = [parcel["tracking_number"] for parcel in shipment["parcels"]]
    return label_contents(json.loads(json.dumps(shipment)), numbers)


def codes_in(image: Image.Image) -> set[tuple[str, str, str]]:
    return {
        (code.format.name, code.content_type.name, code.text) for code in zxingcpp.read_barcodes(image.convert("L"))
    }


def expected_codes(number: str, routing: str) -> set[tuple[str, str, str]]:
    return {
        ("Code128", "GS1", f"(00){number}"),
        ("Code128", "GS1", f"(421){routing}"),
        ("QRCode", "Text", f"https://track.sandbox-carrier.example/{number}"),
    }


PLACES = [
    ("PL", "61-803", "61661803"),
    ("GB", "SW1A 1AA", "826SW1A1AA"),
    ("NL", "1011 AB", "5281011AB"),
    ("DE", "10115", "27610115"),
    ("AT", "1010", "0401010"),
    ("RO", "010011", "642010011"),
    ("PT", "1000-001", "6201000001"),
]


@pytest.mark.parametrize("country, postcode, routing", PLACES)
def test_a_printed_page_reads_as_gs1_and_qr(carrier: Driver, country: str, postcode: str, routing: str) -> None:
    order = courier_order()
    order["receiver"]["address"] |= {"country": country, "postcode": postcode}
    shipment = carrier.create_ready(order)

    image = Image.open(io.BytesIO(render_png(contents_of(shipment)[0])))

    assert image.size == (800, 1200)
    assert codes_in(image) == expected_codes(shipment["tracking_number"], routing)


@pytest.mark.parametrize("country, postcode, routing", PLACES)
def test_zpl_draws_the_same_codes(carrier: Driver, country: str, postcode: str, routing: str) -> None:
    order = courier_order()
    order["receiver"]["address"] |= {"country": country, "postcode": postcode}
    shipment = carrier.create_ready(order)

    answer = carrier.call("GET", f"/v1/shipments/{shipment['id']}/label?format=zpl")

    assert answer.headers["Content-Type"] == "application/zpl"
    (label,) = labels_in(answer.content)
    assert codes_in(codes_on(label)) == expected_codes(shipment["tracking_number"], routing)


def test_the_pdf_has_a_page_of_100_by_150_mm_per_parcel_with_polish_letters(carrier: Driver) -> None:
    shipment = carrier.create_ready(cod_order(parcels=[PARCEL, PARCEL], comment="Dzwonić przed doręczeniem: ąćęłńóśźż"))

    answer = carrier.call("GET", f"/v1/shipments/{shipment['id']}/label")

    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    assert answer.headers["Content-Type"] == "application/pdf"
    assert [
        (round(float(p.mediabox.width) / 72 * 25.4), round(float(p.mediabox.height) / 72 * 25.4)) for p in pages
    ] == [
        (100, 150),
        (100, 150),
    ]
    for page, parcel, count in zip(pages, shipment["parcels"], ("1/2", "2/2"), strict=True):
        text = page.extract_text()
        for piece in ("Żaneta Źródlana", "Święty Marcin", "ąćęłńóśźż", "COD 129.90 PLN", count):
            assert piece in text
        assert f"(00) {parcel['tracking_number']}" in text


def test_labels_are_the_same_bytes_each_time(carrier: Driver) -> None:
    shipment = carrier.create_ready(courier_order())
    for kind in ("pdf", "zpl"):
        path = f"/v1/shipments/{shipment['id']}/label?format={kind}"
        assert carrier.call("GET", path).content == carrier.call("GET", path).content


def test_a_locker_label_names_the_point_and_size(carrier: Driver) -> None:
    shipment = carrier.create_ready(locker_order("POZ01"))

    pdf = carrier.call("GET", f"/v1/shipments/{shipment['id']}/label").content
    (label,) = labels_in(carrier.call("GET", f"/v1/shipments/{shipment['id']}/label?format=zpl").content)

    assert "POZ01 / M" in pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert any(field.startswith("POZ01 / M") for field in fields_on(label))


def test_text_cannot_smuggle_commands_into_zpl(carrier: Driver) -> None:
    order = courier_order(contents=r"^XZ^XA~JA\5E_5E")
    shipment = carrier.create_ready(order)

    zpl = carrier.call("GET", f"/v1/shipments/{shipment['id']}/label?format=zpl").content

    (label,) = labels_in(zpl)
    assert r"^XZ^XA~JA\5E_5E" in fields_on(label)
    assert b"~" not in zpl
    assert "Żaneta Źródlana" in fields_on(label)


def test_long_texts_stay_inside_the_label(carrier: Driver) -> None:
    long = "Przedsiębiorstwo Wielobranżowe Wołodyjowski i Wspólnicy Łódź"
    order = courier_order(reference="X" * 64, comment="Ż" * 100, contents="W" * 60)
    order["receiver"] |= {"name": long, "company": long}
    order["receiver"]["address"] |= {"line1": long, "line2": long, "city": long}
    shipment = carrier.create_ready(order)

    image = Image.open(io.BytesIO(render_png(contents_of(shipment)[0])))

    assert codes_in(image) == expected_codes(shipment["tracking_number"], "61661803")
    # Nothing but the QR code right of the receiver, and a white margin at the edge.
    assert image.convert("L").crop((795, 300, 800, 560)).getextrema() == (255, 255)
    assert image.convert("L").crop((565, 275, 590, 560)).getextrema() == (255, 255)


def test_a_label_comes_later_and_says_when_to_ask_again(start_carrier: MakeCarrier) -> None:
    carrier = start_carrier("--label-delay", "0.3")
    shipment = carrier.create(courier_order())
    path = f"/v1/shipments/{shipment['id']}"

    early = carrier.call("GET", f"{path}/label")

    assert early.status_code == 409
    assert early.json()["code"] == "label_not_ready"
    assert early.headers["Retry-After"] == "1"
    eventually(lambda: carrier.get(path)["label"] == {"status": "ready", "formats": ["pdf", "zpl"]})
    assert carrier.get(path)["status"] == "label_ready"
    assert carrier.call("GET", f"{path}/label").content.startswith(b"%PDF-")


def test_a_cancelled_shipment_has_no_label(carrier: Driver) -> None:
    shipment = carrier.create_ready(courier_order())
    carrier.delete(f"/v1/shipments/{shipment['id']}")

    assert carrier.get(f"/v1/shipments/{shipment['id']}/label", 409)["code"] == "shipment_cancelled"


def test_an_unknown_format_is_refused(carrier: Driver) -> None:
    shipment = carrier.create_ready(courier_order())

    assert carrier.get(f"/v1/shipments/{shipment['id']}/label?format=png", 400)["code"] == "bad_parameter"
