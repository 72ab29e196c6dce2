"""What the database refuses, whoever asks."""

from django.db import connection


def test_probe(db: None) -> None:
    with connection.cursor() as c:
        c.execute("select catalog_is_gtin('4006381333931'), catalog_is_gtin('4006381333932')")
        assert c.fetchone() == (True, False)
