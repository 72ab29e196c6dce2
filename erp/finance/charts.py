"""
Two charts of accounts to start from: the Polish one and a plain international one.

The Polish numbers follow the model chart that Polish firms know (sets 0 to 8 by the Accounting Act of 1994,
Dz.U. 1994 nr 121 poz. 591, art. 10): 200 settlements with customers, 221 output VAT, 330 goods, 730 sales, 731 cost.
"""

from dataclasses import dataclass

from erp.finance.models import AccountKind, Role


@dataclass(frozen=True, slots=True)
class ChartRow:
    """An account of a chart and the parts it plays."""

    code: str
    name_pl: str
    name_en: str
    kind: AccountKind
    roles: tuple[Role, ...] = ()


POLISH = (
    ChartRow("131", "Rachunek bankowy", "Bank account", AccountKind.ASSET),
    ChartRow("139", "Środki pieniężne w drodze", "Money on its way", AccountKind.ASSET, (Role.CLEARING,)),
    ChartRow("200", "Rozrachunki z odbiorcami", "Settlements with customers", AccountKind.ASSET, (Role.RECEIVABLES,)),
    ChartRow("202", "Rozrachunki z dostawcami", "Settlements with suppliers", AccountKind.LIABILITY),
    ChartRow("221", "VAT należny", "Output VAT", AccountKind.LIABILITY, (Role.OUTPUT_TAX,)),
    ChartRow("222", "VAT naliczony", "Input VAT", AccountKind.ASSET),
    ChartRow("248", "Karty podarunkowe", "Gift cards", AccountKind.LIABILITY, (Role.GIFT_CARDS,)),
    ChartRow("249", "Środki na kontach klientów", "Store credit", AccountKind.LIABILITY, (Role.STORE_CREDIT,)),
    ChartRow(
        "301", "Rozliczenie zakupu towarów", "Goods received, not billed", AccountKind.LIABILITY, (Role.GOODS_RECEIVED,)
    ),
    ChartRow("330", "Towary", "Goods in stock", AccountKind.ASSET, (Role.STOCK,)),
    ChartRow(
        "331",
        "Towary w drodze między magazynami",
        "Goods between warehouses",
        AccountKind.ASSET,
        (Role.STOCK_IN_TRANSIT,),
    ),
    ChartRow("730", "Sprzedaż towarów", "Sales of goods", AccountKind.INCOME, (Role.SALES,)),
    ChartRow("731", "Wartość sprzedanych towarów", "Cost of goods sold", AccountKind.EXPENSE, (Role.COST_OF_GOODS,)),
    ChartRow("732", "Sprzedaż usług transportu", "Shipping billed", AccountKind.INCOME, (Role.SHIPPING_INCOME,)),
    ChartRow("733", "Opłaty doliczone klientom", "Fees billed", AccountKind.INCOME, (Role.FEE_INCOME, Role.DUTIES)),
    ChartRow("750", "Dodatnie różnice kursowe", "Exchange gains", AccountKind.INCOME, (Role.EXCHANGE_GAIN,)),
    ChartRow("755", "Ujemne różnice kursowe", "Exchange losses", AccountKind.EXPENSE, (Role.EXCHANGE_LOSS,)),
    ChartRow("760", "Pozostałe przychody operacyjne", "Other income", AccountKind.INCOME, (Role.TIPS,)),
    ChartRow("765", "Pozostałe koszty operacyjne", "Other costs", AccountKind.EXPENSE),
    ChartRow("766", "Różnice inwentaryzacyjne", "Stock differences", AccountKind.EXPENSE, (Role.STOCK_DIFFERENCES,)),
    ChartRow("767", "Towary zniszczone", "Goods scrapped", AccountKind.EXPENSE, (Role.SCRAP,)),
    ChartRow("768", "Zaokrąglenia", "Rounding differences", AccountKind.EXPENSE, (Role.ROUNDING,)),
    ChartRow("801", "Kapitał zakładowy", "Share capital", AccountKind.EQUITY),
    ChartRow("809", "Bilans otwarcia", "Opening balances", AccountKind.EQUITY, (Role.OPENING,)),
)

INTERNATIONAL = (
    ChartRow("1000", "Rachunek bankowy", "Bank account", AccountKind.ASSET),
    ChartRow("1050", "Środki w drodze", "Payments in transit", AccountKind.ASSET, (Role.CLEARING,)),
    ChartRow("1100", "Należności od klientów", "Accounts receivable", AccountKind.ASSET, (Role.RECEIVABLES,)),
    ChartRow("1200", "Zapasy", "Inventory", AccountKind.ASSET, (Role.STOCK,)),
    ChartRow("1210", "Zapasy w drodze", "Inventory in transit", AccountKind.ASSET, (Role.STOCK_IN_TRANSIT,)),
    ChartRow("1300", "VAT naliczony", "Input tax", AccountKind.ASSET),
    ChartRow("2000", "Zobowiązania wobec dostawców", "Accounts payable", AccountKind.LIABILITY),
    ChartRow(
        "2050",
        "Towary przyjęte, niezafakturowane",
        "Goods received, not invoiced",
        AccountKind.LIABILITY,
        (Role.GOODS_RECEIVED,),
    ),
    ChartRow("2100", "VAT należny", "Output tax", AccountKind.LIABILITY, (Role.OUTPUT_TAX,)),
    ChartRow("2200", "Karty podarunkowe", "Gift card liability", AccountKind.LIABILITY, (Role.GIFT_CARDS,)),
    ChartRow("2210", "Środki na kontach klientów", "Store credit", AccountKind.LIABILITY, (Role.STORE_CREDIT,)),
    ChartRow("2300", "Cła pobrane", "Duties collected", AccountKind.LIABILITY, (Role.DUTIES,)),
    ChartRow("3000", "Kapitał", "Share capital", AccountKind.EQUITY),
    ChartRow("3900", "Bilans otwarcia", "Opening balance equity", AccountKind.EQUITY, (Role.OPENING,)),
    ChartRow("4000", "Sprzedaż", "Sales", AccountKind.INCOME, (Role.SALES,)),
    ChartRow("4100", "Przychody z wysyłki", "Shipping income", AccountKind.INCOME, (Role.SHIPPING_INCOME,)),
    ChartRow("4200", "Inne opłaty", "Other fees", AccountKind.INCOME, (Role.FEE_INCOME,)),
    ChartRow("4300", "Napiwki", "Tips", AccountKind.INCOME, (Role.TIPS,)),
    ChartRow("4900", "Dodatnie różnice kursowe", "Exchange gains", AccountKind.INCOME, (Role.EXCHANGE_GAIN,)),
    ChartRow("5000", "Koszt własny sprzedaży", "Cost of goods sold", AccountKind.EXPENSE, (Role.COST_OF_GOODS,)),
    ChartRow(
        "5100", "Różnice inwentaryzacyjne", "Inventory adjustments", AccountKind.EXPENSE, (Role.STOCK_DIFFERENCES,)
    ),
    ChartRow("5110", "Towary zniszczone", "Inventory scrapped", AccountKind.EXPENSE, (Role.SCRAP,)),
    ChartRow("6900", "Zaokrąglenia", "Rounding", AccountKind.EXPENSE, (Role.ROUNDING,)),
    ChartRow("6910", "Ujemne różnice kursowe", "Exchange losses", AccountKind.EXPENSE, (Role.EXCHANGE_LOSS,)),
)


_CHARTS = {"polish": POLISH, "international": INTERNATIONAL}


def chart_of(name: str) -> tuple[ChartRow, ...]:
    """:raises KeyError: for another name than ``polish`` and ``international``."""
    return _CHARTS[name]


def usual_chart(country: str) -> str:
    """The name of the chart that companies of a country start from."""
    return "polish" if country == "PL" else "international"
