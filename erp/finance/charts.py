"""
Two charts of accounts to start from: the Polish one and a plain international one.

The Polish numbers follow the model chart that Polish firms know (sets 0 to 8 by the Accounting Act of 1994,
Dz.U. 1994 nr 121 poz. 591, art. 10): 200 settlements with customers, 221 output VAT, 330 goods, 730 sales, 731 cost.
"""

from dataclasses import dataclass

from erp.finance.models import AccountKind, Role

A, L, Q, I, E = (
    AccountKind.ASSET,
    AccountKind.LIABILITY,
    AccountKind.EQUITY,
    AccountKind.INCOME,
    AccountKind.EXPENSE,
)


@dataclass(frozen=True, slots=True)
class ChartRow:
    """An account of a chart and the parts it plays."""

    code: str
    name_pl: str
    name_en: str
    kind: AccountKind
    roles: tuple[Role, ...] = ()


POLISH = (
    ChartRow("131", "Rachunek bankowy", "Bank account", A),
    ChartRow("139", "Środki pieniężne w drodze", "Money on its way", A, (Role.CLEARING,)),
    ChartRow("200", "Rozrachunki z odbiorcami", "Settlements with customers", A, (Role.RECEIVABLES,)),
    ChartRow("202", "Rozrachunki z dostawcami", "Settlements with suppliers", L),
    ChartRow("221", "VAT należny", "Output VAT", L, (Role.OUTPUT_TAX,)),
    ChartRow("222", "VAT naliczony", "Input VAT", A),
    ChartRow("248", "Karty podarunkowe", "Gift cards", L, (Role.GIFT_CARDS,)),
    ChartRow("249", "Środki na kontach klientów", "Store credit", L, (Role.STORE_CREDIT,)),
    ChartRow("301", "Rozliczenie zakupu towarów", "Goods received, not billed", L, (Role.GOODS_RECEIVED,)),
    ChartRow("330", "Towary", "Goods in stock", A, (Role.STOCK,)),
    ChartRow("331", "Towary w drodze między magazynami", "Goods between warehouses", A, (Role.STOCK_IN_TRANSIT,)),
    ChartRow("730", "Sprzedaż towarów", "Sales of goods", I, (Role.SALES,)),
    ChartRow("731", "Wartość sprzedanych towarów", "Cost of goods sold", E, (Role.COST_OF_GOODS,)),
    ChartRow("732", "Sprzedaż usług transportu", "Shipping billed", I, (Role.SHIPPING_INCOME,)),
    ChartRow("733", "Opłaty doliczone klientom", "Fees billed", I, (Role.FEE_INCOME, Role.DUTIES)),
    ChartRow("750", "Dodatnie różnice kursowe", "Exchange gains", I, (Role.EXCHANGE_GAIN,)),
    ChartRow("755", "Ujemne różnice kursowe", "Exchange losses", E, (Role.EXCHANGE_LOSS,)),
    ChartRow("760", "Pozostałe przychody operacyjne", "Other income", I, (Role.TIPS,)),
    ChartRow("765", "Pozostałe koszty operacyjne", "Other costs", E),
    ChartRow("766", "Różnice inwentaryzacyjne", "Stock differences", E, (Role.STOCK_DIFFERENCES,)),
    ChartRow("767", "Towary zniszczone", "Goods scrapped", E, (Role.SCRAP,)),
    ChartRow("768", "Zaokrąglenia", "Rounding differences", E, (Role.ROUNDING,)),
    ChartRow("801", "Kapitał zakładowy", "Share capital", Q),
    ChartRow("809", "Bilans otwarcia", "Opening balances", Q, (Role.OPENING,)),
)

INTERNATIONAL = (
    ChartRow("1000", "Rachunek bankowy", "Bank account", A),
    ChartRow("1050", "Środki w drodze", "Payments in transit", A, (Role.CLEARING,)),
    ChartRow("1100", "Należności od klientów", "Accounts receivable", A, (Role.RECEIVABLES,)),
    ChartRow("1200", "Zapasy", "Inventory", A, (Role.STOCK,)),
    ChartRow("1210", "Zapasy w drodze", "Inventory in transit", A, (Role.STOCK_IN_TRANSIT,)),
    ChartRow("1300", "VAT naliczony", "Input tax", A),
    ChartRow("2000", "Zobowiązania wobec dostawców", "Accounts payable", L),
    ChartRow("2050", "Towary przyjęte, niezafakturowane", "Goods received, not invoiced", L, (Role.GOODS_RECEIVED,)),
    ChartRow("2100", "VAT należny", "Output tax", L, (Role.OUTPUT_TAX,)),
    ChartRow("2200", "Karty podarunkowe", "Gift card liability", L, (Role.GIFT_CARDS,)),
    ChartRow("2210", "Środki na kontach klientów", "Store credit", L, (Role.STORE_CREDIT,)),
    ChartRow("2300", "Cła pobrane", "Duties collected", L, (Role.DUTIES,)),
    ChartRow("3000", "Kapitał", "Share capital", Q),
    ChartRow("3900", "Bilans otwarcia", "Opening balance equity", Q, (Role.OPENING,)),
    ChartRow("4000", "Sprzedaż", "Sales", I, (Role.SALES,)),
    ChartRow("4100", "Przychody z wysyłki", "Shipping income", I, (Role.SHIPPING_INCOME,)),
    ChartRow("4200", "Inne opłaty", "Other fees", I, (Role.FEE_INCOME,)),
    ChartRow("4300", "Napiwki", "Tips", I, (Role.TIPS,)),
    ChartRow("4900", "Dodatnie różnice kursowe", "Exchange gains", I, (Role.EXCHANGE_GAIN,)),
    ChartRow("5000", "Koszt własny sprzedaży", "Cost of goods sold", E, (Role.COST_OF_GOODS,)),
    ChartRow("5100", "Różnice inwentaryzacyjne", "Inventory adjustments", E, (Role.STOCK_DIFFERENCES,)),
    ChartRow("5110", "Towary zniszczone", "Inventory scrapped", E, (Role.SCRAP,)),
    ChartRow("6900", "Zaokrąglenia", "Rounding", E, (Role.ROUNDING,)),
    ChartRow("6910", "Ujemne różnice kursowe", "Exchange losses", E, (Role.EXCHANGE_LOSS,)),
)


def chart_for(country: str) -> tuple[ChartRow, ...]:
    """The chart a company of this country starts from."""
    return POLISH if country == "PL" else INTERNATIONAL
