"""The demo shop's catalogue: things for the home, the same in every installation."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from erp.catalog.drafts import ProductDraft, VariantDraft

COLOURS = (("biały", "white"), ("granatowy", "navy"), ("zielony", "green"), ("musztardowy", "mustard"))


@dataclass(frozen=True, slots=True)
class Model:
    """A product of the shop: code, names, retail price with VAT, cost, weight of one in grams."""

    code: str
    pl: str
    en: str
    price: str
    cost: str
    weight_g: int
    tax_class: str = "standard"


MODELS = (
    Model("KUB", "Kubek kamionkowy", "Stoneware mug", "39.00", "12.40", 380),
    Model("FIL", "Filiżanka ze spodkiem", "Cup and saucer", "45.00", "15.10", 420),
    Model("TAL", "Talerz obiadowy", "Dinner plate", "49.00", "17.80", 690),
    Model("TDE", "Talerz deserowy", "Dessert plate", "36.00", "12.90", 430),
    Model("MIS", "Miska na zupę", "Soup bowl", "42.00", "14.60", 520),
    Model("DZB", "Dzbanek 1,2 l", "Pitcher 1.2 l", "89.00", "33.00", 980),
    Model("CZA", "Czajniczek z sitkiem", "Teapot with strainer", "129.00", "48.50", 870),
    Model("CUK", "Cukiernica", "Sugar bowl", "54.00", "19.20", 310),
    Model("MLE", "Mlecznik", "Milk jug", "44.00", "14.90", 260),
    Model("WAZ", "Wazon 24 cm", "Vase 24 cm", "119.00", "41.00", 1350),
    Model("DON", "Doniczka 14 cm", "Plant pot 14 cm", "59.00", "18.70", 740),
    Model("OSL", "Osłonka na doniczkę", "Pot cover", "65.00", "21.30", 610),
    Model("SWI", "Świecznik", "Candle holder", "48.00", "15.40", 340),
    Model("LAM", "Lampka nocna", "Bedside lamp", "189.00", "82.00", 1480),
    Model("ABA", "Abażur lniany", "Linen lampshade", "99.00", "38.00", 420),
    Model("PLE", "Pled wełniany", "Wool throw", "219.00", "97.00", 1150),
    Model("POD", "Poduszka lniana", "Linen cushion", "89.00", "34.50", 560),
    Model("POS", "Poszewka lniana", "Linen pillowcase", "69.00", "25.80", 210),
    Model("OBR", "Obrus 140 x 220", "Tablecloth 140 x 220", "159.00", "63.00", 640),
    Model("SER", "Serwetki, 4 szt.", "Napkins, set of 4", "59.00", "21.00", 230),
    Model("SCI", "Ścierki kuchenne, 2 szt.", "Tea towels, set of 2", "39.00", "13.20", 190),
    Model("FAR", "Fartuch kuchenny", "Kitchen apron", "79.00", "29.00", 310),
    Model("REC", "Ręcznik 70 x 140", "Towel 70 x 140", "69.00", "26.40", 520),
    Model("MAT", "Mata łazienkowa", "Bath mat", "79.00", "30.10", 760),
    Model("KOS", "Kosz wiklinowy", "Wicker basket", "99.00", "37.00", 930),
    Model("PUD", "Pudełko na drobiazgi", "Trinket box", "45.00", "15.00", 280),
    Model("RAM", "Ramka na zdjęcie 15 x 21", "Photo frame 15 x 21", "49.00", "16.60", 450),
    Model("ZEG", "Zegar ścienny", "Wall clock", "149.00", "58.00", 880),
    Model("LUS", "Lusterko stojące", "Table mirror", "119.00", "44.00", 1240),
    Model("TAC", "Taca drewniana", "Wooden tray", "109.00", "40.20", 970),
    Model("DES", "Deska do krojenia", "Cutting board", "89.00", "31.50", 1320),
    Model("MLY", "Młynek do pieprzu", "Pepper mill", "79.00", "28.80", 330),
    Model("SOL", "Solniczka", "Salt shaker", "29.00", "9.10", 140),
    Model("CHL", "Chlebak", "Bread bin", "189.00", "76.00", 2650),
    Model("SLO", "Słój ze zamknięciem 1 l", "Storage jar 1 l", "35.00", "11.70", 720),
    Model("BUT", "Butelka na oliwę", "Oil bottle", "55.00", "19.40", 480),
    Model("KAR", "Karafka 0,8 l", "Carafe 0.8 l", "79.00", "27.00", 690),
    Model("SZK", "Szklanki, 4 szt.", "Glasses, set of 4", "89.00", "32.60", 1180),
    Model("SWC", "Świeca sojowa", "Soy candle", "49.00", "15.80", 350),
    Model("DYF", "Dyfuzor zapachowy", "Reed diffuser", "69.00", "23.10", 390),
)
BOOKS = (
    Model("KSI-CHL", "Książka „Domowy chleb”", "Book “Bread at home”", "49.90", "24.00", 640, "reduced_5"),
    Model("KSI-OGR", "Książka „Ogród na balkonie”", "Book “A balcony garden”", "54.90", "26.50", 710, "reduced_5"),
    Model(
        "KSI-CER",
        "Książka „Ceramika krok po kroku”",
        "Book “Pottery, step by step”",
        "69.90",
        "33.00",
        820,
        "reduced_5",
    ),
)
KITS = (
    ("ZES-SNI", "Zestaw śniadaniowy", "Breakfast set", "149.00", {"KUB-1": 2, "TDE-1": 2}),
    ("ZES-HER", "Zestaw do herbaty", "Tea set", "229.00", {"CZA-2": 1, "FIL-2": 2}),
    ("ZES-KUC", "Zestaw do kuchni", "Kitchen set", "149.00", {"FAR-3": 1, "SCI-3": 2}),
)


@dataclass(frozen=True, slots=True)
class Good:
    """One variant as the shop sells it."""

    sku: str
    barcode: str
    title: str
    price: Decimal
    cost: Decimal
    kit: bool = False


def products() -> Iterator[ProductDraft]:
    """The catalogue in an order in which kits come after what is in them."""
    number = 0
    for model in MODELS:
        variants = []
        for position, (colour, _en) in enumerate(COLOURS, 1):
            number += 1
            variants.append(_variant(f"{model.code}-{position}", number, model.weight_g, (colour,)))
        yield _draft(model, tuple(variants), ("Kolor",))
    for model in BOOKS:
        number += 1
        yield _draft(model, (_variant(model.code, number, model.weight_g, ()),), ())
    for code, pl, en, _price, parts in KITS:
        number += 1
        components = {sku: Decimal(count) for sku, count in parts.items()}
        variant = VariantDraft(sku=code, barcodes=(ean(number),), components=components)
        yield ProductDraft(code=code, title_pl=pl, title_en=en, brand="Lipa", variants=(variant,))


def goods() -> Iterator[Good]:
    """What the shop sells, with prices."""
    number = 0
    for model in (*MODELS, *BOOKS):
        count = 1 if model in BOOKS else len(COLOURS)
        for position in range(1, count + 1):
            number += 1
            sku = model.code if model in BOOKS else f"{model.code}-{position}"
            title = model.pl if model in BOOKS else f"{model.pl}, {COLOURS[position - 1][0]}"
            yield Good(sku, ean(number), title, Decimal(model.price), Decimal(model.cost))
    for code, pl, _en, price, _parts in KITS:
        number += 1
        yield Good(code, ean(number), pl, Decimal(price), Decimal(0), kit=True)


def ean(number: int) -> str:
    """An EAN-13 of the range that GS1 keeps for use inside a company (20 to 29), with its check digit."""
    body = f"29{number:010d}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return body + str(-total % 10)


def _variant(sku: str, number: int, weight_g: int, options: tuple[str, ...]) -> VariantDraft:
    return VariantDraft(sku=sku, barcodes=(ean(number),), options=options, weight_g=weight_g)


def _draft(model: Model, variants: tuple[VariantDraft, ...], option_names: tuple[str, ...]) -> ProductDraft:
    return ProductDraft(
        code=model.code,
        title_pl=model.pl,
        title_en=model.en,
        brand="Lipa",
        tax_class=model.tax_class,
        variants=variants,
        option_names=option_names,
    )
