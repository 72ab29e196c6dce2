"""Names, streets and towns that nobody lives under, for invented buyers."""

from random import Random

from erp.simulators.shopify.state.store import Doc

FIRST_PL = (
    "Alicja Bartosz Celina Damian Eliza Filip Grażyna Hubert Iga Jarosław Kalina Leszek Łucja Marcel "
    "Natalia Olgierd Paulina Radosław Sylwia Tymon Urszula Wiktor Zuzanna Żaneta"
).split()
LAST_PL = (
    "Brzozowik Cisowiak Dąbeczek Grabinek Jaworzyński Klonowiak Leszczynka Modrzewik Olszynka Rokitniak "
    "Sosenka Topolak Wierzbik Żukowiak"
).split()
FIRST_EN = (
    "Alfie Beatrix Clement Dorothea Edgar Felicity Gideon Harriet Isidore Juniper Lambert Minerva Ottilie "
    "Percival Rosalind Thaddeus"
).split()
LAST_EN = (
    "Applethwaite Brackenridge Copperfield Dunmere Elderwick Fernsby Gorsehill Hawthornley Larchmont "
    "Mossbury Rowanfield Thistlewood"
).split()
TOWNS_PL = (
    ("00-950", "Warszawa"),
    ("30-001", "Kraków"),
    ("50-001", "Wrocław"),
    ("60-001", "Poznań"),
    ("80-001", "Gdańsk"),
    ("90-001", "Łódź"),
)
TOWNS_EN = (("EC1A 1BB", "London"), ("M1 1AE", "Manchester"), ("EH1 1YZ", "Edinburgh"))
STREETS_PL = ("Klonowa", "Zielona", "Rynek", "Parkowa", "Lipowa", "Słoneczna")
STREETS_EN = ("Orchard Lane", "Mill Road", "Station Street", "Abbey Close")


def buyer(dice: Random, number: int) -> Doc:
    """Return a person with an address; three out of four are Polish."""
    polish = dice.random() < 0.75
    first, last = dice.choice(FIRST_PL if polish else FIRST_EN), dice.choice(LAST_PL if polish else LAST_EN)
    code, town = dice.choice(TOWNS_PL if polish else TOWNS_EN)
    street = (
        f"ul. {dice.choice(STREETS_PL)} {dice.randint(1, 120)}"
        if polish
        else f"{dice.randint(1, 120)} {dice.choice(STREETS_EN)}"
    )
    phone = f"+48 600 {number // 1000 % 1000:03d} {number % 1000:03d}" if polish else f"+44 7700 900{number % 1000:03d}"
    return {
        "email": f"buyer{number}@example.com", "firstName": first, "lastName": last, "phone": phone,
        "address": {
            "firstName": first, "lastName": last, "address1": street, "zip": code, "city": town, "phone": phone,
            "countryCode": "PL" if polish else "GB",
        },
    }  # fmt: skip
