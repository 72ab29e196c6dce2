"""The opening stock that a script needs: enough of most goods, too little of every tenth on purpose."""

from dataclasses import dataclass
from decimal import Decimal

from erp.demo.replay.script import Script

EVERY = 10
SPARE = 5
_PENNY = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Stocked:
    """What of a product lies in the warehouse at the beginning; ``short`` ones will run out."""

    code: str
    title: str
    price: Decimal
    cost: Decimal
    opening: int
    short: bool


def opening_stock(script: Script) -> list[Stocked]:
    """Every product of the script, in order of code; a short one begins with half of what will be wanted of it."""
    return [_stocked(script, code, short=place % EVERY == 0) for place, code in enumerate(sorted(script.wanted), 1)]


def _stocked(script: Script, code: str, *, short: bool) -> Stocked:
    wanted, price = script.wanted[code], script.prices.get(code, _PENNY)
    enough = wanted // 2 if short else wanted + SPARE
    cost = max((price * 2 / 5).quantize(_PENNY), _PENNY)
    return Stocked(code, script.title(code), price, cost, enough + script.corrected_down[code], short and wanted > 0)
