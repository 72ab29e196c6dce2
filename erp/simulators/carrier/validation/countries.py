"""Countries served: how postcodes look, the ISO 3166-1 number (for GS1's (421)), the currency of cash on delivery."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Country:
    """`postcode` matches the code without spaces and hyphens; `shape` writes it, # standing for one character of it."""

    number: str
    postcode: str
    shape: str
    example: str
    cod_currency: str | None = None

    def write_postcode(self, text: str) -> str | None:
        """The postcode in its usual writing, or None if it isn't one."""
        characters = re.sub(r"[\s-]", "", text.upper())
        if not re.fullmatch(self.postcode, characters, re.ASCII):
            return None
        characters = characters.removeprefix("LT").removeprefix("LV")
        left = iter(characters)
        written = "".join(next(left, "") if mark == "#" else mark for mark in self.shape)
        return written if len(characters) == self.shape.count("#") else f"{characters[:-3]} {characters[-3:]}"


COUNTRIES = {
    "AT": Country("040", r"\d{4}", "####", "1010"),
    "BE": Country("056", r"\d{4}", "####", "1000"),
    "CZ": Country("203", r"\d{5}", "### ##", "110 00", "CZK"),
    "DE": Country("276", r"\d{5}", "#####", "10115", "EUR"),
    "DK": Country("208", r"\d{4}", "####", "1050"),
    "EE": Country("233", r"\d{5}", "#####", "10111"),
    "ES": Country("724", r"\d{5}", "#####", "28001"),
    "FI": Country("246", r"\d{5}", "#####", "00100"),
    "FR": Country("250", r"\d{5}", "#####", "75001"),
    "GB": Country("826", r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", "### ###", "SW1A 1AA"),
    "HU": Country("348", r"\d{4}", "####", "1011", "HUF"),
    "IT": Country("380", r"\d{5}", "#####", "00118"),
    "LT": Country("440", r"(LT)?\d{5}", "LT-#####", "LT-01100"),
    "LV": Country("428", r"(LV)?\d{4}", "LV-####", "LV-1050"),
    "NL": Country("528", r"\d{4}[A-Z]{2}", "#### ##", "1011 AB"),
    "PL": Country("616", r"\d{5}", "##-###", "00-950", "PLN"),
    "PT": Country("620", r"\d{7}", "####-###", "1000-001"),
    "RO": Country("642", r"\d{6}", "######", "010011", "RON"),
    "SE": Country("752", r"\d{5}", "### ##", "111 20"),
    "SI": Country("705", r"\d{4}", "####", "1000"),
    "SK": Country("703", r"\d{5}", "### ##", "811 01", "EUR"),
}
