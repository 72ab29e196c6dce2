"""
The tax classes, and the rates that the law sets.

Sources: Poland, Ustawa o podatku od towarów i usług, art. 41, 146aa, 146ef (23 % and 8 % since 2011-01-01);
United Kingdom, Value Added Tax Act 1994, s. 2 (20 % since 2011-01-04, 17.5 % in 2010), s. 29A (5 %).
"""

from datetime import date
from decimal import Decimal

# code, Polish, English
TAX_CLASSES = (
    ("standard", "stawka podstawowa", "standard rate"),
    ("reduced_8", "stawka obniżona 8%", "reduced rate"),
    ("reduced_5", "stawka obniżona 5%", "second reduced rate"),
    ("zero", "stawka 0%", "zero rate"),
    ("exempt", "zwolnione z VAT", "exempt"),
)

# country, class, percent, from, to (the last day, None while in force)
TAX_RATES = (
    ("PL", "standard", Decimal(23), date(2011, 1, 1), None),
    ("PL", "reduced_8", Decimal(8), date(2011, 1, 1), None),
    ("PL", "reduced_5", Decimal(5), date(2011, 1, 1), None),
    ("PL", "zero", Decimal(0), date(2011, 1, 1), None),
    ("PL", "exempt", Decimal(0), date(2011, 1, 1), None),
    ("GB", "standard", Decimal("17.5"), date(2010, 1, 1), date(2011, 1, 3)),
    ("GB", "standard", Decimal(20), date(2011, 1, 4), None),
    ("GB", "reduced_5", Decimal(5), date(2010, 1, 1), None),
    ("GB", "zero", Decimal(0), date(2010, 1, 1), None),
    ("GB", "exempt", Decimal(0), date(2010, 1, 1), None),
    ("DE", "standard", Decimal(19), date(2021, 1, 1), None),
    ("CZ", "standard", Decimal(21), date(2013, 1, 1), None),
    ("SK", "standard", Decimal(20), date(2011, 1, 1), date(2024, 12, 31)),
    ("SK", "standard", Decimal(23), date(2025, 1, 1), None),
    ("FR", "standard", Decimal(20), date(2014, 1, 1), None),
    ("NL", "standard", Decimal(21), date(2012, 10, 1), None),
    ("AT", "standard", Decimal(20), date(1984, 1, 1), None),
    ("IE", "standard", Decimal(23), date(2021, 3, 1), None),
)
