"""Countries, currencies and time zones as people choose them, from the Unicode tables that babel carries."""

from functools import lru_cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

Choices = tuple[tuple[str, str], ...]
_UTC = "UTC"
_ZONES = frozenset(available_timezones())  # read once: looking takes a walk over hundreds of files
# Countries with several time zones: the one of the capital, or where most people live.
_CAPITALS = {
    "AR": "America/Argentina/Buenos_Aires",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CA": "America/Toronto",
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "DE": "Europe/Berlin",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "ID": "Asia/Jakarta",
    "KZ": "Asia/Almaty",
    "MX": "America/Mexico_City",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "RU": "Europe/Moscow",
    "UA": "Europe/Kyiv",
    "US": "America/New_York",
}


@lru_cache(maxsize=4)
def countries(language: str) -> Choices:
    """Every country that has a currency, by its name in a language."""
    names: dict[str, str] = dict(Locale(language).territories)
    found = [(code, names[code]) for code in names if len(code) == 2 and code.isalpha() and usual_currency(code)]
    return tuple(sorted(found, key=lambda one: _letters(one[1])))


@lru_cache(maxsize=4)
def currencies(language: str) -> Choices:
    """Every currency that some country pays with today."""
    codes = {usual_currency(code) for code, _name in countries("en")}
    return tuple((code, f"{code} · {get_currency_name(code, locale=language)}") for code in sorted(codes))


@lru_cache(maxsize=4)
def time_zones(language: str) -> Choices:
    """Every time zone that people live in, by country and place."""
    locale = Locale(language)
    found = []
    for zone, country in get_global("zone_territories").items():
        if zone in _ZONES and "/" in zone and country in locale.territories:
            city = locale.time_zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[1].replace("_", " ")
            found.append((zone, f"{locale.territories[country]} · {city}"))
    return (*sorted(found, key=lambda one: _letters(one[1])), (_UTC, _UTC))


def usual_currency(country: str) -> str:
    """The currency that a country pays with today, "" when none is known."""
    found = get_territory_currencies(country)
    return found[0] if found else ""


@lru_cache(maxsize=512)
def usual_zone(country: str) -> str:
    """The time zone of a country; one of several for the wide ones."""
    zones = sorted(zone for zone, where in get_global("zone_territories").items() if where == country)
    usable = [zone for zone in zones if zone in _ZONES]
    return _CAPITALS.get(country) or (usable[0] if usable else _UTC)


def _letters(text: str) -> str:
    """For sorting: Ł after L and Ś after S, Å as A; good enough for a list that people type into."""
    plain = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻÅÖÉ", "acelnoszzACELNOSZZAOE")
    return text.translate(plain).casefold()
